# Đảng viên: việc không ghi được và vì sao
reason-missing = Đồng chí ghi căn cứ hoặc lý do, ví dụ: Quyết định số 12-QĐ/ĐU.
reason-too-long = Lý do dài quá { $longest } ký tự. Đồng chí ghi gọn lại.
day-too-far = Ngày { DAY($day) } cách hôm nay hơn một năm. Đồng chí xem lại ngày.
day-before-start = Ngày này trước ngày bắt đầu { DAY($start) }. Đồng chí chọn từ ngày đó trở đi.
unit-closed = { $unit } không hoạt động vào ngày này.

role-already = Đồng chí này đã giữ chức vụ ấy ở đây từ ngày { DAY($since) }.
role-apart = Không giao chức vụ được: đồng chí này đang bị đình chỉ sinh hoạt hoặc không còn là đảng viên.
role-unknown = Không thấy chức vụ này, hoặc đã thôi giữ trước ngày ấy.
role-last = Không thể để cấp cao nhất không còn ai giữ quyền văn phòng hoặc quản trị. Hãy giao cho người khác trước.

move-same-unit = Đồng chí này đang sinh hoạt chính thức ở chính tổ chức đảng đó.
move-planned = Đã có một lần chuyển sang { $unit } từ ngày { DAY($from) }. Hãy bỏ lần chuyển đó trước.
move-before-home = Nơi sinh hoạt hiện có ghi từ ngày { DAY($since) }. Đồng chí chọn từ ngày đó trở đi.
move-overlaps-stay = Trùng với thời gian sinh hoạt tạm thời ở { $unit } từ ngày { DAY($from) }.
move-gone = Không chuyển được: vào ngày ấy người này không còn là đảng viên. Hãy ghi tình trạng mới trước.
move-no-end = Chuyển chính thức thì không có ngày kết thúc. Đồng chí bỏ trống ngày này, hoặc chọn tạm thời.
stay-unknown = Không thấy nơi sinh hoạt này, hoặc đã kết thúc trước ngày ấy.
stay-is-home = Nơi sinh hoạt chính thức chỉ kết thúc khi chuyển đi nơi khác hoặc khi ra khỏi Đảng.

status-already = Tình trạng này đã được ghi từ ngày { DAY($since) }.
status-gone = Từ ngày { DAY($since) } người này không còn là đảng viên, nên chỉ ghi được chính thức hoặc dự bị, và sau ngày đó.
status-no-end = Tình trạng này không có ngày kết thúc. Đồng chí bỏ trống ngày kết thúc.
status-unknown = Không thấy tình trạng này, hoặc đã kết thúc trước ngày ấy.
status-replace = Chính thức và dự bị thay cho nhau: hãy ghi tình trạng mới, tình trạng cũ tự kết thúc.

member-name-missing = Họ và tên không được để trống.
member-name-too-long = Họ và tên dài quá { $longest } ký tự.
member-phone-wrong = Số điện thoại không đúng. Ghi như 0912345678, hoặc để trống.
member-email-wrong = Địa chỉ thư điện tử không đúng. Ghi như ten@example.vn, hoặc để trống.
member-joined-wrong = Ngày vào Đảng không đúng. Ghi như 19/05/2020.
member-joined-in-future = Ngày vào Đảng { DAY($day) } chưa tới.
chat-unknown = Không thấy kênh này, hoặc kênh đã được hủy kết nối.

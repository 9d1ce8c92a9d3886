# Nhóm của tổ chức trên Zalo
group-linked = Nhóm này đã được kết nối. Từ nay thông báo của tổ chức có thể được gửi vào đây. Đọc xong, các đồng chí trả lời ngay trong nhóm: da nam
group-code-spent = Mã này đã dùng hoặc đã quá 30 phút. Đề nghị lấy mã mới.
group-linked-told = Nhóm đã kết nối với { $unit }. Đồng chí chọn cách gửi vào nhóm ở trang của tổ chức, mục Nhóm Zalo.
group-code = Mã kết nối nhóm của { $unit }: { $code }
    Một người bất kỳ trong nhóm gõ mã này vào nhóm trước { TIME($until) }. Mã chỉ kết nối được một nhóm, và nhóm phải có trợ lý.
group-which-unit = Đồng chí lấy mã kết nối nhóm cho tổ chức nào?
group-not-yours = Mã kết nối nhóm do bí thư, phó bí thư hoặc cán bộ văn phòng lấy, và chỉ khi kênh Zalo đã bật.
group-no-channel = Chưa có kênh nào gửi được vào nhóm. Đồng chí báo người quản trị hệ thống bật kênh Zalo.
group-unknown = Không tìm thấy nhóm này. Có thể nhóm đã hủy kết nối.

groups-title = Nhóm Zalo của { $unit }
groups-lead = Nhóm là nơi mọi người cùng đọc. Chỉ thông báo gửi toàn thể đảng viên mới vào nhóm; lời nhắc và việc riêng thì không.
groups-none = Chưa có nhóm nào được kết nối.
groups-unnamed = Nhóm Zalo
groups-since = Kết nối từ { DAY($linkedAt) }; { $members } đảng viên được biết là có trong nhóm.
groups-mode = Khi có thông báo gửi toàn thể
groups-mode-fallback = Chỉ gửi vào nhóm khi có đồng chí trong nhóm không nhận được tin riêng
groups-mode-beside = Vừa gửi tin riêng, vừa gửi vào nhóm
groups-mode-instead = Ai có trong nhóm thì chỉ nhận trong nhóm
groups-save = Lưu cách gửi
groups-mode-set = Đã lưu cách gửi vào nhóm.
groups-another = Kết nối một nhóm
groups-another-hint = Đồng chí lấy mã, rồi một người bất kỳ trong nhóm gõ mã vào nhóm. Nhóm phải do tài khoản Zalo của tổ chức lập.
groups-make-code = Lấy mã kết nối
groups-code-title = Mã kết nối nhóm
groups-code-how = Gõ mã này vào nhóm trước { TIME($until) }. Mã chỉ kết nối được một nhóm. Nối được rồi, trợ lý sẽ báo trong nhóm.
groups-code-once = Mã chỉ hiện một lần. Lỡ mất thì lấy mã khác.
groups-end = Hủy kết nối
groups-end-title = Hủy kết nối nhóm
groups-end-warning = Sau khi hủy, không thông báo nào được gửi vào “{ $group }” nữa. Muốn nối lại phải lấy mã mới. Đồng chí có chắc không?
groups-ended = Đã hủy kết nối nhóm.

# Lời của các câu trả lời qua HTTP khi một yêu cầu không được thực hiện
problem-title = { $status ->
    [400] Yêu cầu chưa đúng
    [401] Chưa xác thực
    [403] Không có quyền
    [404] Không tìm thấy
    [409] Không thực hiện được lúc này
    [413] Quá lớn
    [415] Không đọc được dạng này
    [422] Nội dung chưa được chấp nhận
    [429] Quá nhiều yêu cầu
    [500] Lỗi của máy chủ
   *[other] Yêu cầu không thực hiện được
}

request-invalid = Yêu cầu có chỗ chưa đúng. Đồng chí xem lại và gửi lại.
request-field = { $reason ->
    [missing] Còn thiếu mục này.
    [invalid_type] Giá trị chưa đúng kiểu.
    [too_small] Giá trị quá ngắn hoặc quá nhỏ.
    [too_big] Giá trị quá dài hoặc quá lớn.
    [invalid_value] Chỉ nhận một trong các giá trị: { $values }.
    [unrecognized_keys] Không có mục nào mang tên này.
   *[other] Giá trị chưa đúng dạng.
}
request-too-large = Yêu cầu hoặc tệp kèm quá lớn.
request-files-too-large = Các tệp gửi một lần quá { $megabytes } MB. Đồng chí gửi ít tệp hơn, hoặc tệp nhẹ hơn.
request-files-busy = Máy chủ đang nhận nhiều tệp. Đồng chí gửi lại sau ít phút.
request-media-type = Máy chủ không đọc được dạng nội dung này. Đồng chí xem mô tả API để biết các dạng được nhận.
request-too-many = Có quá nhiều yêu cầu từ địa chỉ này. Đồng chí thử lại sau { $seconds } giây.
route-unknown = Không có gì ở địa chỉ này.
token-missing = Yêu cầu phải kèm mã truy cập: Authorization: Bearer …
token-wrong = Mã truy cập không đúng hoặc đã bị thu hồi.
token-scope = Mã truy cập này không có phạm vi { $scope }.
token-sender = Mã truy cập này chỉ gửi được thông báo của đảng viên { $member }.
webhook-refused = Không nhận: thiếu mã xác thực của nơi gửi hoặc mã không đúng.
hub-failed = Máy chủ gặp lỗi. Lỗi đã được ghi lại; đồng chí thử lại sau ít phút.

# Thư viện văn bản
library-unknown = Thư viện không có văn bản này, hoặc đồng chí không có quyền đọc.
library-moved-on = Văn bản vừa được người khác sửa. Đồng chí mở lại rồi sửa tiếp.
library-invalid = { $field ->
    [title] Tên văn bản cần có từ 1 đến 500 ký tự.
    [number] Số, ký hiệu dài quá 60 ký tự.
    [kind] Loại văn bản dài quá 60 ký tự.
    [issuer] Tên cơ quan ban hành dài quá 200 ký tự.
    [date] Ngày ban hành không đúng.
    [effective] Ngày có hiệu lực không đúng.
    [expires] Ngày hết hiệu lực không đúng, hoặc trước ngày ban hành.
    [readers] Cần chọn ít nhất một chức vụ được đọc.
    [file] Chưa có tệp nào được gửi lên.
   *[other] Thông tin về văn bản chưa đúng.
}
library-identity-taken = Thư viện đã có văn bản số { $number } cùng cơ quan ban hành và cùng ngày.
library-relation-invalid = Không tìm thấy văn bản được nói tới, hoặc đó chính là văn bản này.
library-not-ready = { $total ->
    [0] Thư viện đang được đọc vào bộ nhớ. Đồng chí thử lại sau ít phút.
   *[other] Thư viện đang được đọc vào bộ nhớ: { $done } trên { $total } đoạn. Đồng chí thử lại sau ít phút.
}
library-units-missing = Chưa có đơn vị nào để đưa văn bản vào. Cần nhập danh sách đơn vị trước.
library-busy = Đang có quá nhiều tệp chờ đọc. Đồng chí gửi lại sau ít phút.

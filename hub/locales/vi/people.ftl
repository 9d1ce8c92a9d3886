unit-unknown = Không có tổ chức đảng nào mang mã { $code }.
member-unknown = Không có đảng viên nào mang mã { $code }.
may-not = Đồng chí không có quyền làm việc này ở tổ chức đảng này.

invite-wrong = Mã mời không đúng. Đồng chí xem lại mã và gửi lại, ví dụ: ABCD-2345.
invite-used = Mã mời này đã được dùng. Đồng chí đề nghị bí thư hoặc văn phòng cấp ủy cấp mã mới.
invite-expired = Mã mời này đã hết hạn. Đồng chí đề nghị bí thư hoặc văn phòng cấp ủy cấp mã mới.
invite-revoked = Mã mời này đã được thay bằng mã khác. Đồng chí dùng mã mới nhất đã nhận.

token-scope-unknown = Không có phạm vi { $scope }. Các phạm vi: notices:read, notices:write, people:read, people:write.
rule-unknown = Không có quy tắc { $key } đang có hiệu lực vào ngày này.

import-file-too-large = Tệp lớn hơn 50 MB. Đồng chí chia thành nhiều tệp.
import-file-too-long = Tệp có hơn 200.000 dòng. Đồng chí chia thành nhiều tệp.
import-file-spreadsheet = Đây là tệp Excel. Đồng chí mở tệp, chọn “Lưu thành” rồi chọn “CSV UTF-8”.
import-file-not-utf8 = Tệp không phải UTF-8 nên chữ tiếng Việt có thể bị sai. Đồng chí chọn “Lưu thành” rồi chọn “CSV UTF-8”.
import-file-empty = Tệp không có dòng dữ liệu nào.
import-quote-open = Từ dòng này có dấu ngoặc kép (") mở mà không đóng.
import-column-missing = Tệp thiếu cột này.
import-column-twice = Tệp có hai cột cùng nội dung này. Đồng chí bỏ bớt một cột.
import-value-missing = Ô này không được để trống.
import-value-too-long = Ô này dài quá { $longest } ký tự.
import-code-twice = Mã này đã có ở dòng { $row }.
import-kind-unknown = Không rõ loại tổ chức “{ $value }”. Ghi: chi bộ, đảng bộ bộ phận, đảng bộ cơ sở, tỉnh, trung ương.
import-parent-unknown = Không có tổ chức cấp trên nào mang mã “{ $value }”, cả trong tệp lẫn trong hệ thống.
import-parent-refused = Tổ chức cấp trên mang mã “{ $value }” trong tệp này có lỗi nên chưa nhập được.
import-parent-circular = Cấp trên chạy vòng: lần theo mã “{ $value }” lại quay về chính tổ chức này.
import-parent-not-above = Tổ chức mang mã “{ $value }” không phải cấp trên của loại tổ chức này. Thứ tự: trung ương, tỉnh, đảng bộ cơ sở, đảng bộ bộ phận, chi bộ.
import-kind-not-above = Không đổi sang loại này được: tổ chức mang mã “{ $value }” đang trực thuộc và không thấp hơn loại này.
import-unit-unknown = Không có tổ chức đảng nào mang mã “{ $value }”.
import-role-unknown = Không rõ chức vụ “{ $value }”. Ghi: bí thư, phó bí thư, chi ủy viên, văn phòng, quản trị, hoặc để trống.
import-status-unknown = Không rõ tình trạng “{ $value }”. Ghi: chính thức hoặc dự bị.
import-phone-wrong = Số điện thoại không đúng. Ghi như 0912345678, hoặc để trống.
import-email-wrong = Địa chỉ thư điện tử không đúng. Ghi như ten@example.vn, hoặc để trống.
import-date-wrong = Ngày “{ $value }” không đúng. Ghi ngày trước, tháng sau như 19/05/2020, hoặc 2020-05-19.
import-date-in-future = Ngày “{ $value }” chưa tới.

# Nhập và xuất danh sách bằng bảng tính
sheet-members-file = Danh sách đảng viên
sheet-units-file = Danh sách tổ chức đảng

# Tên cột trong tệp; khi nhập, hệ thống nhận lại đúng các tên này
column-member-code = Mã đảng viên
column-full-name = Họ và tên
column-unit-code = Mã chi bộ
column-role = Chức vụ
column-status = Tình trạng
column-phone = Số điện thoại
column-email = Địa chỉ email
column-joined-on = Ngày vào Đảng
column-code = Mã đơn vị
column-name = Tên đơn vị
column-kind = Loại
column-parent-code = Mã cấp trên
column-file = Cả tệp

import-page = Nhập danh sách từ tệp
import-page-lead = Đồng chí chọn tệp bảng tính. Hệ thống cho xem trước những gì sẽ thay đổi; chưa bấm “Nhập” thì chưa có gì thay đổi.
import-page-kind = Danh sách gì
import-page-members = Đảng viên
import-page-units = Tổ chức đảng
import-page-file = Tệp bảng tính
import-page-file-hint = Tệp Excel (.xlsx) hoặc CSV (UTF-8). Với tệp Excel, chỉ trang tính đầu tiên được đọc.
import-page-upload = Xem trước
import-page-no-file = Đồng chí chưa chọn tệp. Đồng chí chọn tệp rồi bấm “Xem trước”.
import-page-template = Chưa có tệp? Tải mẫu trống rồi điền
import-page-template-members = Mẫu đảng viên ({ $format })
import-page-template-units = Mẫu tổ chức đảng ({ $format })
import-page-how = Cách điền
import-page-how-codes = Mỗi dòng là một người, nhận ra bằng mã. Mã đã có thì dòng đó được sửa, mã chưa có thì được thêm; nhập lại cùng một tệp không thay đổi gì.
import-page-how-missing = Thiếu cả một cột thì điều đó được giữ nguyên. Cột có mà ô để trống thì điều đó bị xóa trắng (riêng tình trạng thì giữ nguyên).
import-page-how-absent = Người không có trong tệp được giữ nguyên. Muốn ghi người đã chuyển đi, đã ra khỏi Đảng, đồng chí mở trang của người đó.
import-page-how-roles = Người giữ nhiều chức vụ: ghi trong một ô, cách nhau bằng dấu phẩy.

import-preview = Xem trước: { $file }
import-preview-members = Danh sách đảng viên
import-preview-units = Danh sách tổ chức đảng
import-preview-kept = Tệp được giữ tới { TIME($until) }, chỉ đồng chí xem được, sau đó tự xóa.
import-preview-created = Thêm mới
import-preview-updated = Sửa
import-preview-unchanged = Giữ nguyên
import-preview-errors = Có lỗi
import-errors-title = { $count } chỗ cần sửa trong tệp
import-errors-lead = Đồng chí mở tệp, sửa các ô dưới đây, lưu lại rồi chọn tệp lần nữa. Số dòng là số dòng trong bảng tính.
import-errors-row = Dòng
import-errors-column = Cột
import-errors-mend = Cần sửa gì
import-errors-more = Chỉ hiện { $shown } chỗ đầu tiên trong { $count } chỗ.
import-changes-title = Những gì sẽ thay đổi
import-changes-none = Không có gì thay đổi: mọi dòng đều trùng với danh sách đang có.
import-changes-who = Ai, tổ chức nào
import-changes-what = Thay đổi
import-changes-row = dòng { $row }
import-changes-more = Và { $count } dòng nữa.
import-change-created = mới
import-change-set = { $column }: { $to }
import-change-cleared = { $column }: xóa trắng (trước là { $from })
import-change-field = { $column }: { $from } → { $to }
import-readmit = Nhập lại người đã xóa dữ liệu
import-readmit-hint = Trong tệp có người đã yêu cầu xóa dữ liệu. Chỉ chọn khi người đó đồng ý được ghi lại.
import-readmit-look = Xem lại
import-take = Nhập { $count } dòng
import-take-good = Chỉ nhập { $count } dòng không có lỗi
import-take-good-hint = Các dòng có lỗi bị bỏ qua; đồng chí có thể sửa tệp và nhập lại sau, những dòng đã nhập không bị nhập đôi.
import-again = Chọn tệp khác
import-discard = Bỏ tệp này
import-discarded = Đã bỏ tệp. Danh sách không có gì thay đổi.
import-done = Đã nhập: thêm { $created }, sửa { $updated }, giữ nguyên { $unchanged }{ $errors ->
        [0] {""}
       *[other] , bỏ qua { $errors } chỗ có lỗi
    }.
import-refused = Chưa nhập gì: tệp có lỗi. Đồng chí xem lại các chỗ cần sửa.
import-draft-gone = Tệp này không còn được giữ (quá một giờ, đã nhập hoặc đã bỏ). Đồng chí chọn tệp lần nữa.
export-unit-members = Tải danh sách đảng viên ({ $format })
export-unit-units = Tải danh sách tổ chức ({ $format })
cli-spreadsheet = Đã ghi { $rows } dòng vào { $file }.
cli-spreadsheet-extension = Tên tệp phải kết thúc bằng .csv hoặc .xlsx: { $file }
cli-spreadsheet-unwritable = Không ghi được tệp { $file }.

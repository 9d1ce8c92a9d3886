# Thư viện văn bản trong trò chuyện
command-library = Văn bản, thư viện
button-library = Văn bản
button-library-new = Có gì mới{ $count ->
    [0] { "" }
   *[other] { " " }({ $count })
}
button-library-find = Tìm văn bản
button-library-kinds = Xem theo loại
button-library-resume = Đọc tiếp
button-library-more = Xem thêm
button-library-read = Đọc
button-library-outline = Mục lục
button-library-file = Gửi tệp
button-library-chain = Văn bản liên quan
button-library-next = Trang sau
button-library-previous = Trang trước

library-talk-waiting = { $count ->
    [0] Không có văn bản nào chờ đồng chí xác nhận.
   *[other] Có { $count } văn bản chờ đồng chí. Xem ngay: bấm “Văn bản chờ xác nhận” hoặc gõ: van ban cho
}
library-talk-menu = { $total ->
    [0] Thư viện chưa có văn bản nào.
   *[other] Thư viện có { $total } văn bản đồng chí đọc được{ $fresh ->
        [0] .
       *[other] , { $fresh } văn bản mới.
    }
}
library-talk-begun = Đang đọc dở: { $document }
library-talk-how = Đồng chí gõ số văn bản hoặc điều cần tìm, ví dụ: van ban 57-NQ/TW; dieu 5 quy dinh 294; tim van ban ve dang phi
library-talk-empty = Chưa có văn bản nào.
library-talk-words = Đồng chí gõ số hoặc vài từ của văn bản cần tìm, không dấu cũng được.
library-talk-nothing-new = Từ lần xem trước chưa có văn bản nào mới.
library-talk-new = Văn bản mới ({ $count }):
library-talk-kinds = Thư viện có các loại:
library-talk-kind = { $name } ({ $count })
library-talk-of-kind = { $name }: { $total } văn bản{ $pages ->
    [1] { "" }
   *[other] , trang { $page }/{ $pages }
}
library-talk-found = Tìm “{ $words }”, gần nhất là:
library-talk-none-found = Không tìm thấy văn bản nào có “{ $words }”. Đồng chí thử từ khác, hoặc hỏi trợ lý.
library-talk-none-named = Thư viện không có văn bản “{ $words }” mà đồng chí đọc được.
library-talk-names-alone = Thư viện đang được đọc lại nên mới tìm theo tên và số; lát nữa đồng chí tìm lại.
library-talk-which = Có mấy văn bản như vậy:
library-talk-place = { $document }, { $locator }
library-talk-choose = Đồng chí gõ số dòng để mở.
library-talk-choose-more = Đồng chí gõ số dòng để mở, hoặc gõ: xem them
library-talk-choose-place = Đồng chí gõ số dòng để đọc từ đó.

library-talk-status = { $status ->
    [in_force] còn hiệu lực
    [replaced] đã được thay thế
    [maybe_replaced] có thể đã được thay thế (chưa có người xác nhận)
   *[expired] hết hiệu lực
}
library-talk-card-status = { $status ->
    [in_force] Còn hiệu lực
    [replaced] Đã được thay thế
    [maybe_replaced] Có thể đã được thay thế (chưa có người xác nhận)
   *[expired] Hết hiệu lực
}
library-talk-effective = Có hiệu lực từ { $day }
library-talk-expires = Hết hiệu lực từ { $day }
library-talk-card-unit = Của: { $unit }
library-talk-card-pages = Dài { $count } trang
library-talk-relation = { $kind ->
    [replaces] Thay thế { $other }
    [replaced_by] Được thay bằng { $other }
    [amends] Sửa đổi { $other }
    [guides] Hướng dẫn { $other }
    [replaces-by] Được thay bằng { $other }
    [replaced_by-by] Thay thế { $other }
    [amends-by] Được sửa bởi { $other }
   *[guides-by] Được hướng dẫn bởi { $other }
}{ $state ->
    [found] { " " }(chưa xác nhận)
   *[confirmed] { "" }
}
library-talk-relation-whole = { $kind ->
    [replaces] { $from } thay thế { $other }
    [replaced_by] { $from } được thay bằng { $other }
    [amends] { $from } sửa đổi { $other }
   *[guides] { $from } hướng dẫn { $other }
}{ $state ->
    [found] { " " }(chưa xác nhận)
   *[confirmed] { "" }
}
library-talk-chain = Các văn bản liên quan, mới nhất ở trên:
library-talk-no-chain = Thư viện chưa ghi văn bản nào liên quan.
library-talk-this = (văn bản này)
library-talk-part = { $document } · trang { $number }/{ $parts }
library-talk-no-further = { $way ->
    [next] Đã đến hết { $document }.
   *[previous] Đây là đầu { $document }.
}
library-talk-outline = Mục lục { $document }:
library-talk-no-outline = Văn bản này không chia điều, mục.
library-talk-no-such-place = { $document } không có chỗ đó. Đồng chí xem mục lục.
library-talk-file-page = Ở đây không gửi được tệp { $document }. Đồng chí mở trang này trong 10 phút tới, một lần: { $url }

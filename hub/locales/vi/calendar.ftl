# Ngày họp: quy tắc lặp lại, buổi được đề xuất
calendar-weekday = { $weekday ->
        [1] thứ Hai
        [2] thứ Ba
        [3] thứ Tư
        [4] thứ Năm
        [5] thứ Sáu
        [6] thứ Bảy
       *[7] Chủ nhật
    }
calendar-day = { $weekday } { DAY($day) }
repeat = { $day }{ $period ->
        [weekly] { $interval ->
            [1] {" "}hằng tuần
           *[other] , { $interval } tuần một lần
        }
       *[monthly] { $interval ->
            [1] {" "}hằng tháng
           *[other] , { $interval } tháng một lần
        }
    }
repeat-date = ngày { $date }
repeat-last-date = ngày cuối
repeat-date-or-last = ngày { $date } (tháng thiếu thì ngày cuối)
repeat-nth-weekday = { $weekday } { $nth ->
        [1] tuần đầu
        [2] tuần thứ hai
        [3] tuần thứ ba
        [4] tuần thứ tư
        [5] tuần thứ năm
       *[last] tuần cuối
    }
repeat-until = { $rule }, đến ngày { DAY($until) }
repeat-times = { $rule }, { $count } buổi
repeat-unworded = theo quy tắc { $rule }
proposal-title = Đề xuất lịch họp: { $title }
proposal-custom = Lịch họp thường lệ: { $custom }.
proposal-moved = { $named } vướng { $why }, nên đề xuất chuyển sang { $day }.
proposal-when = Đề xuất họp lúc { TIME($at) }, { $day }.
proposal-where = Địa điểm: { $place }.
proposal-nobody-told = Giấy mời chưa gửi cho ai. Đồng chí đồng ý thì trợ lý gửi giấy mời.
proposal-confirm = Đồng ý, gửi giấy mời
proposal-tapped = Muốn họp ngày khác, đồng chí trả lời ngày giờ, ví dụ “19h30 ngày 5”.
proposal-typed = Đồng chí trả lời “đồng ý” để gửi giấy mời, hoặc trả lời ngày giờ khác, ví dụ “19h30 ngày 5”.

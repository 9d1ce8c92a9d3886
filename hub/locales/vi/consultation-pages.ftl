# Lời của trang Lấy ý kiến, và của trang dùng phiếu không ghi tên
consultation-page-list = Lấy ý kiến
consultation-page-mine = Tôi được hỏi ý kiến
consultation-page-new = Lấy ý kiến mới
consultation-page-to-asking = Các đợt lấy ý kiến của tổ chức đảng
consultation-page-empty = Chưa có đợt lấy ý kiến nào. Ở đây đồng chí hỏi ý kiến đảng viên về một dự thảo, làm thăm dò hoặc khảo sát ngắn, nhắc người chưa trả lời và xem kết quả.
consultation-page-no-desk = Việc lấy ý kiến do bí thư, phó bí thư và văn phòng cấp ủy làm. Khi được hỏi ý kiến, đồng chí thấy ở mục Tôi được hỏi ý kiến.
consultation-page-kind =
    { $kind ->
        [draft] Dự thảo
        [poll] Thăm dò
       *[survey] Khảo sát
    }
consultation-page-kind-what =
    { $kind ->
        [draft] Hỏi ý kiến về một dự thảo, từng đoạn một: nhất trí hay có ý kiến gì.
        [poll] Hỏi nhanh một đến ba câu. Là thăm dò, không phải biểu quyết.
       *[survey] Hỏi nhiều câu; có câu chỉ hỏi người đã chọn một ý ở câu trước.
    }
consultation-page-choose-kind = Đồng chí muốn hỏi gì?
consultation-page-choose-form = Câu này trả lời thế nào?
consultation-page-form =
    { $form ->
        [one] Chọn một ý
        [several] Chọn nhiều ý
        [ranking] Xếp thứ tự
        [scale] Cho điểm
        [passage] Đoạn dự thảo
       *[text] Tự viết
    }
consultation-page-form-what =
    { $form ->
        [one] Đồng chí nêu các ý, người trả lời chọn một.
        [several] Đồng chí nêu các ý, người trả lời chọn một hay nhiều.
        [ranking] Đồng chí nêu các việc, người trả lời xếp việc nào trước, việc nào sau.
        [scale] Người trả lời cho điểm, ví dụ từ 1 đến 5.
        [passage] Người trả lời đọc một đoạn, nhất trí hoặc viết ý kiến.
       *[text] Người trả lời viết bằng lời của mình.
    }
consultation-page-new-of =
    { $kind ->
        [draft] Lấy ý kiến về dự thảo
        [poll] Thăm dò mới
       *[survey] Khảo sát mới
    }
consultation-page-state =
    { $state ->
        [preparing] Đang soạn
        [open] Đang lấy ý kiến
        [closed] Đã kết thúc
       *[cancelled] Đã hủy
    }
consultation-page-state-column = Tình trạng
consultation-page-moment = { MOMENT($moment) }
consultation-page-day = { DAY($moment) }
consultation-page-time = { TIME($moment) }
consultation-page-until = Hạn trả lời
consultation-page-answered-column = Đã trả lời
consultation-page-answered =
    { $answered ->
        [-1] Chưa nêu, vì còn ít người trả lời ({ $eligible } người được hỏi)
       *[other] { $answered } trên { $eligible } người
    }

## Viết

consultation-page-title = Tên đợt lấy ý kiến
consultation-page-title-hint = Người được hỏi thấy tên này, ví dụ: Chọn ngày sinh hoạt chuyên đề
consultation-page-introduction = Lời giới thiệu
consultation-page-introduction-hint = Hỏi để làm gì, kết quả dùng vào việc gì.
consultation-page-unit = Tổ chức đảng
consultation-page-unit-hint = Hỏi đảng viên của tổ chức này và mọi tổ chức bên dưới.
consultation-page-unit-below = Hoặc một tổ chức bên dưới
consultation-page-unit-below-hint = Gõ mã tổ chức, ví dụ: SLT-01-CB01. Để trống: lấy ý kiến ở tổ chức đã chọn.
consultation-page-audience = Hỏi ai
consultation-page-audience-of =
    { $audience ->
        [secretaries] Các bí thư
       *[members] Mọi đảng viên
    }
consultation-page-level-legend = Ghi tên hay không
consultation-page-level =
    { $level ->
        [named] Ghi tên
        [confidential] Kín
       *[unnamed] Không ghi tên
    }
consultation-page-level-what =
    { $level ->
        [named] người lấy ý kiến ở chính tổ chức này đọc được ai trả lời gì.
        [confidential] không ai đọc được ai trả lời gì; người trả lời sửa được đến hạn. Cần ít nhất 5 người được hỏi.
       *[unnamed] mỗi người rút một phiếu, trả lời ở trang không đăng nhập. Cần ít nhất 10 người được hỏi.
    }
consultation-page-shared = Cho người được hỏi xem kết quả sau khi kết thúc
consultation-page-shared-hint = Chỉ số liệu; những lời viết ra chỉ người lấy ý kiến đọc.
consultation-page-live = Cho xem số đếm ngay khi đang lấy ý kiến
consultation-page-live-hint = Chỉ dùng được khi ghi tên.
consultation-page-first-question = Câu thứ nhất: { $form }
consultation-page-wording = Câu hỏi
consultation-page-options = Các ý để chọn
consultation-page-options-hint = Mỗi dòng một ý, từ 2 đến { $most } ý, không trùng nhau.
consultation-page-most = Chọn nhiều nhất mấy ý
consultation-page-most-hint = Để trống: chọn bao nhiêu cũng được.
consultation-page-scale-number =
    { $end ->
        [from] Điểm thấp nhất (0 hoặc 1)
       *[to] Điểm cao nhất (đến 10)
    }
consultation-page-scale-words =
    { $end ->
        [low] Điểm thấp nhất nghĩa là
       *[high] Điểm cao nhất nghĩa là
    }
consultation-page-scale-default =
    { $end ->
        [low] chưa tốt
       *[high] rất tốt
    }
consultation-page-place = Đoạn này ở đâu
consultation-page-place-hint = Ví dụ: Điều 3
consultation-page-passage = Nội dung đoạn
consultation-page-required = Phải trả lời câu này
consultation-page-branch = Chỉ hỏi những ai chọn
consultation-page-branch-none = Hỏi mọi người
consultation-page-branch-of = Câu { $number }: { $option }
consultation-page-only-if = Chỉ trả lời nếu ở câu { $number } đồng chí chọn: { $options }
consultation-page-draft = Bản dự thảo
consultation-page-draft-text = Dán nội dung dự thảo
consultation-page-draft-text-hint = Cầu Nối chia dự thảo thành đoạn theo Điều, Mục, số thứ tự; đồng chí xem lại ở trang sau.
consultation-page-draft-file = Hoặc chọn tệp
consultation-page-draft-file-hint = Tệp DOCX, PDF có chữ, hoặc TXT.
consultation-page-begin = Tiếp tục
consultation-page-begin-hint = Chưa gửi cho ai. Ở trang sau đồng chí thêm câu hỏi, xem lại rồi mới mở.
consultation-page-begun = Đã lưu. Đồng chí xem lại các câu hỏi; chưa gửi cho ai.
consultation-page-saved = Đã lưu.
consultation-page-save = Lưu
consultation-page-back = Quay lại
consultation-page-edit = Sửa
consultation-page-preparing =
    { $kind ->
        [draft] Dự thảo đang soạn, chưa gửi cho ai.
        [poll] Thăm dò đang soạn, chưa gửi cho ai.
       *[survey] Khảo sát đang soạn, chưa gửi cho ai.
    }
consultation-page-questions = Nội dung hỏi ({ $count })
consultation-page-question = Câu { $number }. { $wording }
consultation-page-question-title = Câu { $number }
consultation-page-of-question = câu { $number }
consultation-page-move =
    { $what ->
        [up] Lên
        [down] Xuống
        [merge] Gộp với đoạn trên
       *[drop] Bỏ
    }
consultation-page-freed = { $freed } câu trước chỉ hỏi một số người, nay hỏi mọi người, vì câu làm điều kiện không còn đứng trước.
consultation-page-add = Thêm câu hỏi
consultation-page-add-of = Thêm câu hỏi: { $form }
consultation-page-full = Đã đủ { $most } câu, không thêm được nữa.
consultation-page-settings = Hỏi ai, hạn trả lời
consultation-page-settings-edit = Sửa phần này
consultation-page-results = Kết quả
consultation-page-discard = Bỏ bản đang soạn
consultation-page-discarded = Đã bỏ bản đang soạn.
consultation-page-to-opening = Xem trước và mở

## Mở

consultation-page-opening = Xem trước và mở
consultation-page-opening-what =
    { $audience ->
        [secretaries] { $eligible } bí thư được hỏi, trả lời đến { MOMENT($moment) }.
       *[members] { $eligible } đảng viên được hỏi, trả lời đến { MOMENT($moment) }.
    }
consultation-page-opening-fixed = Mở rồi thì không sửa được câu hỏi; chỉ gia hạn, kết thúc sớm hoặc hủy.
consultation-page-open = Mở, gửi tới { $eligible } người
consultation-page-opened = Đã mở. { $eligible } người được hỏi.
consultation-page-preview = Người được hỏi sẽ thấy

## Theo dõi

consultation-page-drawn = Đã nhận phiếu
consultation-page-opened-at = Mở lúc
consultation-page-ended-at = Kết thúc lúc
consultation-page-reminded-at = Nhắc gần nhất
consultation-page-silent = Chưa trả lời
consultation-page-silent-known =
    { $level ->
        [named] Người lấy ý kiến ở chính tổ chức này xem được tên.
        [confidential] Cầu Nối biết ai chưa trả lời để nhắc, nhưng không nêu tên.
       *[unnamed] Không ai biết. Cầu Nối chỉ biết ai chưa nhận phiếu.
    }
consultation-page-name = Họ và tên
consultation-page-remind =
    { $level ->
        [unnamed] Nhắc người chưa nhận phiếu
       *[other] Nhắc người chưa trả lời
    }
consultation-page-reminded =
    { $reminded ->
        [-1] Đã nhắc những người chưa trả lời. Chưa nêu số, vì còn ít người trả lời.
       *[other] Đã nhắc { $reminded } người.
    }
consultation-page-extend = Gia hạn
consultation-page-close = Kết thúc sớm
consultation-page-cancel = Hủy
consultation-page-notice = Thông báo đã gửi
consultation-page-by-name = Ai trả lời gì
consultation-page-nobody-yet = Chưa ai trả lời.
consultation-page-results-link =
    { $final ->
        [yes] Xem kết quả
       *[other] Xem số đếm lúc này
    }
consultation-page-deed =
    { $deed ->
        [extending] Gia hạn
        [closing] Kết thúc sớm
       *[cancelling] Hủy đợt lấy ý kiến
    }
consultation-page-deed-what =
    { $deed ->
        [extending] Hạn hiện nay là { MOMENT($moment) }. Chỉ lùi hạn lại, không rút ngắn.
        [closing] { $named ->
            [yes] Kết thúc rồi thì không mở lại được.
           *[no] Kết thúc rồi thì không mở lại được. Từng câu trả lời bị xóa, chỉ giữ số liệu và những lời viết ra, không còn biết lời nào cùng một người.
        }
       *[cancelling] Mọi câu trả lời bị xóa, không lấy lại được. Người được hỏi nhận tin báo hủy kèm lý do.
    }
consultation-page-done =
    { $deed ->
        [extending] Đã gia hạn.
        [closing] Đã kết thúc.
       *[cancelling] Đã hủy. Các câu trả lời đã bị xóa.
    }
consultation-page-new-day = Hạn mới: ngày
consultation-page-reason = Lý do
consultation-page-reason-hint = Người được hỏi đọc lý do này.

## Kết quả

consultation-page-results-of = Kết quả: { $title }
consultation-page-not-final = Đang lấy ý kiến: số liệu còn thay đổi.
consultation-page-few-how = Nhóm dưới { $smallest } người không nêu riêng, để không ai đoán được người nào chọn gì.
consultation-page-answered-question = { $answered } người trả lời câu này.
consultation-page-not-shown = Không nêu: ít người trả lời quá, hoặc ai cũng trả lời như nhau.
consultation-page-answer-column = Trả lời
consultation-page-count =
    { $form ->
        [ranking] Thứ bậc trung bình
       *[other] Số người
    }
consultation-page-few = < { $smallest }
consultation-page-mean = { $mean }
consultation-page-mean-not-shown = không nêu
consultation-page-pooled = Gộp: { $options }
consultation-page-texts = Những lời viết ra ({ $count }), không theo thứ tự
consultation-page-by-unit = Theo từng tổ chức đảng

## Người được hỏi

consultation-page-mine-lead =
    { $waiting ->
        [0] Không có đợt nào chờ đồng chí trả lời.
       *[other] { $waiting } đợt chờ đồng chí trả lời.
    }
consultation-page-mine-empty = Khi một tổ chức đảng hỏi ý kiến đồng chí, đợt lấy ý kiến và kết quả hiện ở đây.
consultation-page-own-state =
    { $state ->
        [waits] Chờ trả lời
        [answered] Đã trả lời
        [drawn] Đã nhận phiếu
        [closed] Đã kết thúc
       *[cancelled] Đã hủy
    }
consultation-page-asked-by = { $unit } hỏi ý kiến đồng chí.
consultation-page-open-until = Trả lời đến { MOMENT($moment) }.
consultation-page-over =
    { $state ->
        [closed] Đợt lấy ý kiến này đã kết thúc, không nhận trả lời nữa.
       *[cancelled] Đợt lấy ý kiến này đã hủy. Các câu trả lời đã bị xóa.
    }
consultation-page-promise =
    { $level ->
        [named] { $unit } đọc được họ tên đồng chí cùng câu trả lời.
        [confidential] Không ai đọc được đồng chí trả lời gì. Đến khi kết thúc, hệ thống giữ liên kết đã mã hóa để đồng chí sửa câu trả lời; người vận hành máy chủ về kỹ thuật có thể mở. Khi kết thúc liên kết bị xóa.
       *[unnamed] Máy chủ biết đồng chí đã nhận một phiếu, không ghi phiếu nào. Điều này cần tin rằng máy chủ làm đúng như vậy lúc phát phiếu.
    }
consultation-page-promise-few = Dưới 5 người trả lời thì không ai đọc được gì. Trong câu tự viết, đồng chí tránh nêu điều chỉ riêng mình biết: người đọc có thể đoán ra.
consultation-page-promise-results =
    { $shown ->
        [live] Người được hỏi xem được số đếm ngay khi đang lấy ý kiến.
        [closed] Người được hỏi xem được kết quả sau khi kết thúc.
       *[no] Kết quả chỉ người lấy ý kiến xem.
    }
consultation-page-poll-only = Đây là thăm dò ý kiến, không phải biểu quyết.
consultation-page-several =
    { $most ->
        [0] Chọn một hay nhiều ý.
       *[other] Chọn nhiều nhất { $most } ý.
    }
consultation-page-scale-ends = Từ { $from } ({ $low }) đến { $to } ({ $high })
consultation-page-ranking = Cho mỗi việc một thứ hạng khác nhau: 1 là trước nhất, { $last } là sau cùng.
consultation-page-your-words = Trả lời của đồng chí
consultation-page-agree = Nhất trí
consultation-page-comment = Có ý kiến
consultation-page-comment-words = Ý kiến về { $place }
consultation-page-answered-own = Đồng chí đã trả lời; sửa được đến { MOMENT($moment) }.
consultation-page-send =
    { $again ->
        [yes] Gửi lại câu trả lời
       *[no] Gửi câu trả lời
    }
consultation-page-thanks = Đã nhận câu trả lời. Cảm ơn đồng chí. Sửa được đến { MOMENT($moment) }.
consultation-page-draw = Nhận phiếu
consultation-page-draw-1 = Đồng chí nhận một phiếu: mười hai tiếng, chỉ hiện một lần.
consultation-page-draw-2 = Đồng chí dùng phiếu ấy trả lời ở một trang không đăng nhập, trên máy này hay máy khác. Gửi rồi thì không sửa được.
consultation-page-draw-3 = Mất phiếu thì không cấp lại được, vì không ai biết đồng chí nhận phiếu nào.
consultation-page-drawn-already = Đồng chí đã nhận phiếu. Không ai biết phiếu nào, nên mất phiếu thì không cấp lại được.
consultation-page-to-paper = Đến trang dùng phiếu
consultation-page-paper = Phiếu của đồng chí
consultation-page-paper-keep = Phiếu chỉ hiện một lần này. Chưa trả lời ngay thì đồng chí chép lại; dùng được đến { MOMENT($moment) }.
consultation-page-paper-use = Trả lời bằng phiếu này
consultation-page-paper-other = Trả lời trên máy khác: mở trang này của Cầu Nối, thêm /phieu vào sau tên trang, rồi gõ các tiếng trên phiếu.

## Trang dùng phiếu

consultation-paper-title = Trả lời bằng phiếu không ghi tên
consultation-paper-what = Đồng chí gõ hoặc dán các tiếng trên phiếu để xem câu hỏi và trả lời.
consultation-paper-words = Các tiếng trên phiếu
consultation-paper-words-hint = Mười hai tiếng. Không cần dấu gạch, dấu cách, chữ hoa.
consultation-paper-show = Xem câu hỏi
consultation-paper-once = Phiếu dùng một lần. Gửi rồi thì không xem lại, không sửa được.
consultation-paper-send = Gửi câu trả lời
consultation-paper-done = Đã nhận câu trả lời
consultation-paper-done-what = Cảm ơn đồng chí. Phiếu đã dùng xong, không còn tác dụng.
consultation-paper-close = Đồng chí có thể đóng trang này, hủy bản chép phiếu nếu có.
consultation-paper-truth = Trang này giữ gì, không giữ gì
consultation-paper-truth-page = Trang này không đăng nhập, không đặt dấu trong trình duyệt, không ghi địa chỉ mạng hay máy đang dùng.
consultation-paper-truth-words = Câu trả lời không kèm giờ gửi. Khi kết thúc chỉ giữ số liệu và những lời viết ra, không còn biết lời nào cùng một phiếu.
consultation-too-many-wrong-papers = Nhiều người đang gõ sai phiếu cùng lúc. Đồng chí thử lại sau { $seconds } giây.

## Hôm nay, Ý kiến

today-consultation = { $unit } hỏi ý kiến đồng chí. Trả lời đến { MOMENT($moment) }.
today-consultation-action = Trả lời
today-consultation-closing = Đợt lấy ý kiến kết thúc lúc { MOMENT($moment) }.
today-consultation-closing-action = Theo dõi

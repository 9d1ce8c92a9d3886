/**
 * What people answer to an invitation, by how it is to be read. Seeds: the paper on the domain, section 7, each with
 * marks, without, and as the young write it.
 */
export const phrasings: Readonly<Record<string, string>> = {
  yes: `
    anh đi được · tôi nhất trí dự · xin xác nhận có mặt · tham gia bình thường · e tham gia đc nha · dạ con đi · chuẩn bị đi đây · tôi và vợ cùng dự · sẽ cố định có mặt · có nhé · tới liền · toi se tham du day du
    khong van de gi, toi den · báo cáo: đồng chí Hoa dự họp · bí thư yên tâm tôi đi · rảnh, đi được · đi chứ · tối thứ 5 rảnh nên đi đc · đã đăng ký dự rồi · không có lý do gì để vắng
    có mặt đầy đủ · tôi dự · vâng tôi sẽ đến · rõ, tôi tham gia · đồng ý dự · em dự ạ · toi du nhe · co mat · se du hop
    ok e dự · oke dc · uk · dạ có · có ạ · đi nha · 1 phiếu có mặt · dự · Dự họp · du hop · du · tôi đi · toi di · co
    vâng · dạ · ok · okkk · được · dc · đc ạ · tôi dự được · em đi được ạ · toi di duoc · e di dc · đi dc · dự đc nhé
    tôi sẽ có mặt · se co mat · tôi có mặt lúc 19h30 · đúng giờ tôi đến · toi den dung gio · em tham gia ạ · toi tham gia
    tham gia · tham dự · sẽ tham dự đầy đủ · báo cáo bí thư, tôi dự · thưa đồng chí, tôi sẽ dự · dạ em đi · da e du a
    k vắng · không vắng · ko vang · hok nghỉ · khum vắng đâu · không nghỉ · tôi không vắng đâu · không bận, tôi đi
    không bận gì, sẽ đến · ko ban, di dc · tui đi nghen · tui dự nha · bữa đó tui đi · đi chớ · có đi · co di nha
    mai tôi đến · tối mai em có mặt · thứ 5 tôi dự được · vâng, tôi dự họp chi bộ · xin có mặt · có tôi · có mặt ạ
    nhất trí dự họp · đồng ý tham gia · tôi đồng ý · đồng ý · nhất trí · chắc chắn đi · chac chan di · nhất định có mặt
    sẽ đi ạ · se den · sẽ đến đúng giờ · tôi đến được · toi den dc · sắp xếp được, tôi dự · em sắp xếp được rồi, em đi
    tôi đổi lại là dự được · đổi lại, em đi được · hôm nay tôi dự · yes · yes, I will come · I will attend · coming
    tôi xác nhận dự · xác nhận tham gia · đăng ký dự · toi dang ky du hop · cháu đi ạ · bác đi được · chú có mặt nhé
    đi họp · sẽ đi họp · đi đầy đủ · không có gì thay đổi, tôi dự · vẫn đi · vẫn dự bình thường · van di binh thuong
    dự trực tiếp · em dự trực tuyến · tôi dự qua mạng · có mặt sớm · em đến sớm 15 phút ạ`,
  'yes, leaving early': `
    xin về sớm lúc 20h30 · em dự nhưng xin về sớm · toi du, xin ve som · có mặt, 20h xin phép về trước · cho em về trước ạ`,
  no: `
    rất tiếc tôi không dự được · e xin off buổi này · tối nay k đi họp đc nhé · hôm nay em vắng mặt nhé · chịu, không đi được · ko the den · xin phép không tham gia · khong sap xep duoc thoi gian
    khỏi đi · thôi khỏi dự · khoi di · chắc là vắng thôi · em không đi họp đâu · tiếc quá không về kịp
    tôi xin vắng · xin phép nghỉ buổi này · báo cáo bí thư tôi vắng · không dự được · hôm đó tôi bận · xin vang mat
    toi ko du dc · k đi dc · hok đi đc · bận r · vắng nha · chắc k về kịp · cho e xin nghỉ · báo vắng · bao vang · vắng
    vắng mặt · tôi vắng · em vắng ạ · xin vắng · xin vắng mặt · xin phép vắng · xin phép vắng mặt ạ · em xin phép nghỉ
    xin nghỉ · xin nghi buoi nay · cho tôi nghỉ buổi này · cho em vắng · tôi không đi được · em không tham gia được ạ
    không tham dự được · khong du duoc · không đến được · toi khong den duoc · ko đến đc · 19h30 k dc · giờ đó không được
    khum đi đc · hông đi được · hổng đi được · tui hổng dự được · k du · không dự · không đi · ko di · k tham gia
    tôi không dự họp · không có mặt được · tối đó tôi bận · em bận ạ · bận · ban roi · bận rồi ạ · hôm nay bận mất rồi
    không kịp · khong ve kip · về không kịp · ko về kịp · chắc không đi được · chac ko du dc · không sắp xếp được
    ko sap xep dc · không thu xếp được · xin kiếu · không · ko · k · hok · không ạ · bữa đó tui mắc rồi · kẹt rồi
    thưa đồng chí, tôi xin vắng · dạ em xin vắng ạ · vâng, tôi xin vắng · ok nhưng em vắng nhé · I cannot come · cannot attend
    lại bận, không dự được nữa · đổi lại, tôi vắng · buổi này tôi không tham gia · không đi nhé · vắng có lý do
    chưa đi được · chua di duoc buoi nay · tôi chẳng đi được · bó tay không đi được`,
  'no, with a reason': `
    em đang ở Sài Gòn ạ · bà ngoại mất em về quê · chiều nay mổ ruột thừa · con sốt xuất huyết nằm viện · vắng do trùng giờ dạy · đang cách ly · bận chấm thi · phải trực chốt · em đi lấy hàng trên tỉnh mai mới về
    hỏng xe giữa đường · nhà ngập nước không ra được · đưa mẹ đi khám · họp phụ huynh cho con nên xin vắng · gãy tay đang bó bột · em ốm nghén xin nghỉ
    vắng vì đi công tác · con ốm nên xin nghỉ · đang nằm viện · trực ca · đi đám hiếu · đám cưới cháu · di cong tac HN
    bị sốt k đi đc · về quê · trùng lịch họp xã · vang vi om · em ban di cong tac den thu 6 · em bận đi công tác đến thứ 6
    con ốm nên xin nghỉ buổi này ạ · con om nen xin nghi · vắng do ốm · vắng vì ốm · vắng vì con ốm · xin vắng vì bận việc gia đình
    ban viec gia dinh · nhà có việc · nha co viec nen xin vang · tôi đi công tác Hà Nội, xin vắng · đang đi công tác
    tôi ốm · em ốm ạ · toi bi om · em bị sốt · bị cảm không đi được · đau chân không đi được · mệt quá xin nghỉ
    mẹ ốm · vợ đẻ · vo sinh · đưa con đi viện · đi khám bệnh · đang điều trị · mới mổ xong · nhà có tang · bố tôi mất
    me toi mat · đi đám tang · dam ma bac · đi đưa tang · nhà có đám hiếu · đi ăn cưới · nhà có đám cưới · có đám giỗ
    nhà có giỗ · đang trực · em trực đêm · phải trực cơ quan · truc ca dem · đi học · đang đi học lớp chính trị · đi thi
    tập huấn trên tỉnh · đi tập huấn · họp ở xã cùng giờ · trung lich · trùng lịch họp thôn · đang ở xa không về kịp
    về quê ăn giỗ · ve que · xe hỏng không đến được · mưa lũ không đi được · tắc đường không về kịp · đang ở nước ngoài
    bận thu hoạch lúa · ban lam dong · bận trông cháu · em phải trông con nhỏ nên xin phép vắng ạ · vắng vì lý do sức khỏe
    xin nghỉ do sức khỏe yếu · ly do suc khoe · vắng vì trực · k đi đc vì bận ca · ko du dc do di lam ca · tăng ca xin nghỉ
    bữa đó tui đi đám · mắc đi công tác rồi · đi Hà Nội chưa về · cong tac xa · nghỉ ốm · nghi om · nghỉ thai sản
    nghỉ vì con ốm · vắng: đi công tác`,
  late: `
    em qua trễ nửa tiếng · khoảng 8h tôi mới tới được · chậm 15 phút nhé · cho tôi vào muộn · den tre vi tac duong · kẹt xe tới trễ 10p
    tôi đến muộn 15 phút · den muon ti · trễ xíu nha · chắc muộn 15 phút · em đến muộn 20p ạ · toi den tre 30 phut
    muộn khoảng nửa tiếng · tre 10p nha · đến sau 15 phút · em sẽ đến muộn một chút · đi nhưng muộn · dự nhưng đến muộn
    có dự nhưng muộn 10 phút · tới trễ 20 phút · 20h tôi mới đến được · muộn 1 tiếng · xin đến muộn · xin phép đến muộn 15'
    cho em tới trễ xíu · chắc trễ 5 phút · dự, muộn chút · em bận nên đến muộn 30 phút`,
  unsure: `
    có lẽ đi được · co le toi du ·     để em hỏi vợ đã · chưa nói trước được · còn tùy lịch trực · 50/50 · không chắc lắm · tối em báo
    để tôi xem đã · chưa chắc · sắp xếp được tôi báo lại · chua biet · tí rep · co the · để coi · chưa biết được
    chua biet di dc khong · tôi chưa chắc đi được · để em xem lịch · de xem lai lich · để tôi sắp xếp · có thể đi
    có thể vắng · chắc là được · có gì báo sau · mai tôi báo · báo lại sau · tối trả lời · không biết có đi được không
    k biết nữa · chưa sắp xếp được · để tính đã · hên xui · cố gắng · em sẽ cố · để tôi hỏi lại cơ quan
    nếu kịp tôi đến · nếu không bận tôi sẽ dự`,
  ask: `
    mấy h họp ạ · họp tại đâu · buổi họp bàn nội dung gì · ai là người chủ trì buổi họp · họp đến mấy giờ · có cần chuẩn bị tài liệu gì không
    họp mấy giờ · ở đâu vậy đồng chí · nội dung gì · hop may h · o dau z · ai chủ trì · dự online được không
    mấy giờ họp · may gio · bao giờ họp · khi nào họp · hôm nào họp · họp ngày nào · thứ mấy họp · họp ở đâu
    hop o dau · địa điểm ở đâu · chỗ nào · họp chỗ nào vậy · nội dung họp là gì · hop noi dung gi · họp về gì
    họp vụ gì z · bàn gì thế · chương trình họp thế nào · ai chu tri · đồng chí nào chủ trì buổi này · họp bao lâu
    hop lau ko · có họp trực tuyến không · có tài liệu không · tài liệu đâu · link họp đâu · cho xin link
    what time is the meeting · where is it · chừng nào họp dạ · họp ở mô`,
  change: `
    hủy xin vắng · báo nhầm · nham roi · cho sửa lại · tôi bấm nhầm · em báo nhầm ạ · nhầm nút · đổi câu trả lời
    cho đổi lại · rút đơn xin vắng · huy bao vang · sửa lại câu trả lời · bam nham`,
  unclear: `
    lần này cho tôi xin phép
    vang · vang a · nghỉ · nghi · nghỉ ạ · dự nhưng vắng · đi mà bận · vừa dự vừa vắng · tôi dự hoặc vắng · xin phép · phép`,
  nothing: `
    Bao giờ nộp đảng phí quý 4 · Kế hoạch 30 nói gì về cải cách hành chính · chi bộ mình có bao nhiêu đảng viên
    cho tôi hỏi quy định về tuổi đảng · tôi muốn góp ý về đường làng · thủ tục kết nạp đảng viên mới thế nào
    hồ sơ của tôi thiếu gì · văn bản hôm qua tôi chưa nhận được · tôi không mở được tệp · máy tôi hỏng · mạng yếu quá
    không thấy nút đâu · tôi không hiểu · tôi không đồng ý với mục 3 · đề nghị chi bộ thăm đồng chí Bảy ốm
    bí thư có nhà không · hôm qua họp vui quá · hôm qua tôi ốm · mai có lịch trực không · ai trực hôm nay · lịch trực tuần này
    trạm y tế ở đâu · giỗ tổ nghỉ mấy ngày · tết này có được nghỉ không · 30/4 nghỉ mấy hôm · tôi nghỉ hưu rồi
    xin giấy nghỉ phép · chuyển sinh hoạt tạm thời khi đi học · đi nước ngoài phải báo ai · tôi mất thẻ đảng · mất sóng
    bà con bận thu hoạch lúa · dân không đến nhận tiền · không ai biết · tôi đã gửi báo cáo · báo cáo chưa xong
    chưa làm kịp báo cáo · không kịp nộp rồi · tôi không có Zalo · tôi không dùng được máy · đồng chí đi đâu đấy
    mai trời có mưa không · cho hỏi số điện thoại trạm y tế · tôi nộp đảng phí rồi · chúc mừng sinh nhật Đảng · chị Hoa ốm phải không · xin lỗi gửi nhầm nhóm · đường vào xã đang sửa
    đã đọc · đã nắm · xin chào · đã nộp đảng phí · khi nào nộp báo cáo · tôi có ý kiến khác · đề nghị sửa điểm 3
    chúc đồng chí sức khỏe · hôm nay trời đẹp · đồng chí Lan nghỉ hưu chưa · cho xin mẫu đơn · đảng phí bao nhiêu
    ai là bí thư · quy định mới thế nào · gửi lại văn bản · số điện thoại văn phòng · thủ tục chuyển sinh hoạt đảng
    đồng chí Nam vắng · anh Hùng không đi được · vang vo · ban to chuc · du an nong thon moi · thu vien o dau
    đi đường cẩn thận · 👍 · ? · tôi muốn góp ý · cho hỏi về đảng phí`,
};

/**
 * Phrasings written before the reader was, and kept apart from the table it was made with: what they show is how it
 * reads people it has not met. Of these 73 it read 65 right (62 before two slips of spelling in its rules were mended) before
 * anything was done about what they showed; since then they are read as the others are.
 */
export const heldOut: Readonly<Record<string, string>> = {
  yes: `
    Vâng, tối đó tôi có mặt · e sẽ có mặt đúng giờ ạ · toi se co mat dung gio · đi được nhé đồng chí · tham dự đầy đủ ạ
    k vắng đâu ạ · ko nghi dau, van di · Báo cáo đồng chí bí thư, tôi tham dự được · dc e di dc · chắc chắn dự
    dự nghen · cô đi được con nhé · Nhất trí, tôi sẽ tham gia họp · se sap xep den du · vo chong toi deu di
    ok tối mai e tới · thôi em đi được rồi ạ · đổi lại, tôi dự`,
  no: `
    hôm ấy tôi không đến được · e k tham gia dc ạ · xin phep vang mat buoi hop · tối đó bận rồi ko tới đc · không tham dự
    ko · vắng có phép ạ · giờ bận đột xuất không đi được nữa`,
  'no, with a reason': `
    xin cáo ốm · mẹ tôi mới mất nên xin phép vắng · e đang đi công tác Lào Cai, thứ 6 mới về
    đang cấp cứu ở bệnh viện tỉnh · bữa đó tui mắc công chuyện hổng đi đặng · nha co gio nen xin nghi
    vợ sinh em bé, xin phép chi bộ vắng · Tôi trực đêm ở trạm y tế nên không dự được
    em phải đi học lớp chính trị, xin vắng ạ · bi tai nan gay chan k di dc · kẹt mưa lũ đường sạt không ra được
    ban thu hoach lua, xin nghi 1 buoi`,
  late: `
    em đến trễ khoảng 20 phút nha · toi den cham 10p · chắc muộn nửa tiếng · lát e vô trễ xíu
    tan ca 19h nên tới muộn 1 chút ạ · họp xong bên xã rồi tôi qua sau, muộn 30 phút`,
  unsure: `
    chưa biết có đi được không · để em xem lịch đã ạ · con phai xem lai lich truc · có thể dự, có thể không
    mai mới biết được · chua dam chac`,
  ask: `
    mấy giờ họp vậy bí thư? · hop o nha van hoa hay o xa · buổi này bàn chuyện gì thế ạ · đồng chí nào chủ trì
    hop luc nao a · tài liệu họp ở đâu · hôm nào họp chi bộ · có họp online không ạ`,
  change: `
    em báo lộn rồi · cho tôi đổi câu trả lời · hủy báo vắng giúp tôi · nãy em bấm nhầm · tôi muốn sửa lại câu trả lời`,
  unclear: 'nghỉ · muốn dự nhưng bận',
  nothing: `
    trời mưa to quá · đã nộp đảng phí tháng này · xin số điện thoại đồng chí bí thư · chúc mừng năm mới
    gửi giúp tôi bản nghị quyết · đồng chí Nam nghỉ hưu rồi · cho hỏi thủ tục chuyển sinh hoạt đảng · đã đọc`,
};

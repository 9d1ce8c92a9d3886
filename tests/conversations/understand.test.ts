import { describe, expect, test } from 'vitest';
import { fold } from '../../bots/conversations/fold.ts';
import { understand, type Intent } from '../../bots/conversations/understand.ts';

/** Phrases as the paper on the domain lists them, with dots between. */
const listed = (text: string): string[] =>
  text
    .split(/[·\n]/)
    .map((phrase) => phrase.trim())
    .filter(Boolean);

/** What people type, by what they mean by it. Seeds: the paper on the domain, section 7. */
const phrasings: Partial<Record<Intent['kind'], string[]>> = {
  acknowledge: listed(`
    đã nhận · đã đọc · đã nắm · rõ · đã quán triệt · xong rồi · da doc · da nhan · ro r · done · da nam
    Đã nắm · ĐÃ NẮM · đã nắm. · Đã nắm! · đã   nắm · đã nắm rồi · da nam roi · đã nắm rõ · nắm rồi · nam ro · nắm rõ rồi ạ
    tôi đã nắm · toi da nam · em đã nắm ạ · em da nam a · cháu đã nắm ạ · dạ em đã nắm rồi ạ · da em da nam roi a
    dạ đã nắm ạ · vâng tôi đã nắm · dạ vâng, em đã nắm ạ · thưa đồng chí, tôi đã nắm · báo cáo bí thư, tôi đã nắm
    báo cáo đồng chí, đã rõ · bao cao dong chi da nhan · chào đồng chí, đã nhận · đã nắm đồng chí nhé
    da nam nha dong chi · đã nhận, cảm ơn · da nhan cam on dong chi · đã nhận, bí thư ơi · đã nhận được · da nhan duoc
    đã nhận được rồi ạ · đã nhận rồi · nhận rồi · nhan roi · nhận được rồi · tôi đã nhận · tôi đã nhận được · đã đọc rồi
    đọc rồi · doc roi a · tôi đã đọc · đã xem · xem rồi · rõ ạ · ro a · rõ rồi · ro roi · đã rõ · da ro · đã rõ rồi ạ
    tôi rõ · rõ, đồng chí · rõõõ · Rõ!!! · rỏ · xong · xong r · đã xong · dạ xong rồi ạ · da nam ☺️ · đã nắm 👍
    ok đã nắm · ok da nhan · oke rõ · vâng rõ ạ · đọc xong rồi · đã đọc xong · đã nắm thông tin · đã nắm nội dung
    đã nhận được thông báo · đã nhận được văn bản · tôi nắm rồi · tôi đã rõ · got it · Received`),
  yes: listed(`
    đồng ý · dong y · Đồng ý! · ĐỒNG Ý · tôi đồng ý · toi dong y · em đồng ý ạ · dạ đồng ý · vâng tôi đồng ý · đồng ý ạ
    dong y nhe · đồng ý đồng chí · có đồng ý · nhất trí · nhat tri · tôi nhất trí · agree · I agree`),
  no: listed(`
    không · khong · ko · k · hông · hok · khum · không ạ · dạ không · không đồng ý · khong dong y · ko dong y · k dong y
    hok dong y · tôi không đồng ý · em không đồng ý ạ · thôi · thôi ạ · no · disagree · I do not agree`),
  // "Đúng" is no "dừng", though both lose their marks alike; and a question is no report.
  polite: listed(`
    vâng · vang · vâng ạ · vang a · dạ · da · dạ vâng · ok · OK · oke · okkk · ừ · u · uk · được · dc · được ạ · có
    cảm ơn · cam on dong chi · cảm ơn đồng chí · yes · thanks · đúng · đúng rồi · đúng rồi ạ · dạ đúng · đúng vậy
    đã nắm? · rõ? · đã nhận???`),
  menu: listed('/menu · menu · Menu · danh mục · danh muc · chức năng · /menu@CauNoiBot'),
  help: listed(`
    /trogiup · /help · trợ giúp · tro giup · giúp · giúp tôi · giup toi · hướng dẫn · cách dùng · help · /trogiup@CauNoiBot`),
  waiting: listed(`
    văn bản chờ · van ban cho · còn văn bản nào · con van ban nao · thông báo · văn bản chờ xác nhận · /vanban cho`),
  library: listed(`
    /vanban · văn bản · van ban · xem văn bản · /vanban@CauNoiBot · /vanban 57-NQ/TW · thư viện · thu vien`),
  ask: listed('/hoi · /hoi@CauNoiBot · /hoi đảng phí · hỏi · tôi muốn hỏi · cho em hỏi ạ · xin hoi · ask'),
  language: listed(`
    /ngonngu · ngôn ngữ · ngon ngu · language · tiếng việt · tieng viet · tiếng Anh · english · English`),
  stop: listed(`
    /dung · /stop · dừng · dung · đừng nhắn nữa · dung nhan nua · dừng nhận · đừng nhắn tin nữa · ngừng · ngung nhan
    tắt nhắc · tat nhac · ngừng nhắc · ngung nhac · ngừng nhận tin · stop
    hủy đăng ký · /dung@CauNoiBot · dạ ngừng nhận ạ`),
  resume: listed('/tieptuc · tiếp tục · tiep tuc · nhận lại · nhan lai · bật lại · mở lại'),
  all: listed('tất cả · tat ca · Tất cả ạ · hết · cả · all'),
  console: listed(`
    /console · console · /console@CauNoiBot · điều hành · trang điều hành · dieu hanh · vào trang điều hành
    trang quản trị · quan tri · đăng nhập · dang nhap`),
  unlink: listed(`
    /huyketnoi · hủy kết nối · huy ket noi · Hủy kết nối ạ · ngắt kết nối · tôi muốn hủy kết nối · xin hủy kết nối
    hủy liên kết · hủy kết nối trò chuyện này · unlink · /huyketnoi@CauNoiBot`),
  withdraw: listed(`
    rút lại đồng ý · rut lai dong y · rút đồng ý · tôi muốn rút lại đồng ý · rút lại sự đồng ý · không đồng ý nữa
    khong dong y nua · dạ em rút lại đồng ý ạ · thưa đồng chí, tôi rút lại đồng ý · withdraw consent`),
  erase: listed(`
    xóa dữ liệu của tôi · xoa du lieu cua toi · xóa dữ liệu · xoa du lieu · Xoá dữ liệu của tôi · XÓA DỮ LIỆU CỦA TÔI
    xóa hết dữ liệu của tôi · xóa toàn bộ dữ liệu của tôi · đề nghị xóa dữ liệu của tôi · tôi muốn xóa dữ liệu
    hãy xóa dữ liệu của tôi · xóa dữ liệu cá nhân · xóa thông tin của tôi · dạ xóa dữ liệu của em ạ · /xoadulieu
    delete my data`),
  data: listed(`
    cho xem dữ liệu của tôi · cho xem du lieu cua toi · xem dữ liệu của tôi · cho tôi xem dữ liệu của tôi · dữ liệu của tôi
    du lieu cua toi · tôi muốn xem dữ liệu của tôi · thông tin của tôi · cho xem thông tin của tôi ạ · /dulieu · my data`),
  correct: listed(`
    sửa dữ liệu · sua du lieu · sửa dữ liệu của tôi · sửa thông tin của tôi · tôi muốn sửa thông tin · đính chính thông tin
    dinh chinh thong tin · xin sửa dữ liệu cá nhân · sửa dữ liệu: ngày vào Đảng là 19/5/2018 · cập nhật thông tin của tôi ạ
    sua du lieu cua toi ten la Binh · tôi đề nghị sửa thông tin cá nhân của tôi · /suadulieu`),
  channels: listed(`
    /kenh · kênh · kenh · kênh nhận tin · kênh nhận thông báo · kenh cua toi · các kênh · đổi kênh · thứ tự kênh
    /kenh@CauNoiBot · channels`),
  number: listed('1 · 2 · 10 · 1. · 2) · 07'),
  code: listed(
    '123456 · 123 456 · 123-456 · mã 123456 · ma 123 456 · điểm danh 123456 · 012345 · /start c123456',
  ),
  meetings: listed(
    '/hop · họp · hop · họp chi bộ · lịch họp · lich hop a · buổi họp tới · /hop@CauNoiBot · meetings',
  ),
  call: listed(
    '/hop moi · /hop mới · họp mới · hop moi · /hop moi 19h30 thứ 5 · triệu tập họp · trieu tap · tạo cuộc họp',
  ),
  start: listed(`
    /start · /start K7QF2MXD · /start@CauNoiBot · /start@CauNoiBot K7QF2MXD · /START k7qf-2mxd`),
};

/** Must not count as "I have received it". */
const noAcknowledgement = listed(`
  chưa nắm · chua nam · chưa rõ · chua ro · tôi chưa đọc · toi chua doc · chưa nhận · chưa nhận được · chua xem
  không rõ · khong ro · ko ro · k rõ · hok rõ · khum ro · tôi không nhận được · không nắm được · em ko nắm đc
  rõ ràng là chưa được · ro rang la chua duoc · đã nắm đâu mà biết · da nam dau ma biet · đã nhận đâu · da doc dau
  đã nhận lương chưa · da nhan luong chua · đã nhận được chưa · đã nắm chưa · đã đọc chưa · rõ chưa · xong chưa · xong chua a
  năm nay họp không · nam nay hop khong · năm rồi · năm rồi họp mấy lần · nam gioi co phai hop · đã năm giờ · đã năm
  đã nhắn · đã nhắn rồi · tôi đã nhắn · em đã nhắn rồi ạ · nhắn rồi · đã nhẫn · đã nhấn · đã dọc · rổ
  đã nắm một phần · đã nắm sơ sơ · đã đọc nhưng chưa hiểu · da doc nhung chua hieu · rõ nhưng không đồng ý · rõ khổ
  nhận được gì đâu · nhan roi dau · đã nắm đấm · xong đời · đọc · nhận · nắm · xem · rồi · đã · r · rồi sao · done?
  không phải tôi đã nắm · chưa, chưa đọc · mai tôi đọc · để tôi đọc đã · sẽ đọc · ai đã nắm · đừng ghi là đã nắm
  đồng ý · vâng · ok · được · 👍 · … · toi di · đã nộp đảng phí · nop roi · không đã nắm · khong xong · thưa đồng chí chưa`);

/** No phrase of ours: the person is asked, never guessed about. */
const unclear = listed(`
  họp mấy giờ · hop may h · ở đâu vậy đồng chí · tôi có ý kiến khác · đề nghị sửa điểm 3 · tôi xin vắng · xin vang mat
  đồng ý cái gì · dong y sao duoc · chưa đồng ý · không đồng ý cũng không phản đối · không biết · k biết · không rõ
  dừng xe ở đâu · dung lo · đừng lo · ngừng một chút · đúng giờ · đúng 7 giờ · dùng thế nào
  tất cả là ai · hết giờ · 123 · 1 2 · 19h30 · 7/11 · +1 · 1 phiếu · một · 👍 · ? · / · // · /khonghieu
  ok không · vâng nhưng · start · start K7QF2MXD · xóa dữ liệu của ai · xóa dữ liệu chưa · đừng xóa dữ liệu của tôi
  không xóa dữ liệu · chưa xóa dữ liệu của tôi · ko xoa du lieu cua toi · xóa dữ liệu của tôi thì sao · xóa bài đó đi
  hủy kết nối là gì · không hủy kết nối · rút lại ý kiến · kênh nào cũng được · xem dữ liệu chi bộ · sửa điểm 3 văn bản
  không sửa dữ liệu · đăng nhập thế nào · sửa dữ liệuu`);

describe.each(Object.entries(phrasings))('%s', (kind, texts) => {
  test.each(texts.map((text) => [text]))('“%s”', (text) => {
    expect(understand(text).kind).toBe(kind);
    expect(understand(`  ${text}\n`.normalize('NFD')).kind).toBe(kind);
  });
});

test('the lists are long enough to mean something', () => {
  expect(Object.values(phrasings).flat().length).toBeGreaterThan(180);
  expect(noAcknowledgement.length).toBeGreaterThan(80);
});

describe('no acknowledgement', () => {
  test.each(noAcknowledgement.map((text) => [text]))('“%s”', (text) => {
    expect(understand(text).kind).not.toBe('acknowledge');
  });

  test('whatever is said, with a word of negation in it', () => {
    const negations = listed(
      'chưa · chua · không · khong · ko · k · hok · khum · đâu · chẳng · chả · đừng · chớ',
    );
    const guessed = (phrasings.acknowledge ?? []).flatMap((text) =>
      negations
        .flatMap((word) => [
          `${word} ${text}`,
          `tôi ${word} ${text}`,
          `${text} ${word}`,
          `${text}, ${word} ạ`,
        ])
        .filter((negated) => understand(negated).kind === 'acknowledge'),
    );
    expect(guessed).toEqual([]);
  });
});

describe('unclear', () => {
  test.each([...unclear, '', ' ', '\n'].map((text) => [text]))('“%s”', (text) => {
    expect(understand(text)).toEqual({ kind: 'other' });
  });

  test('also where it is as long as a message can be, and at once', () => {
    const began = performance.now();
    const long = ['dạ ', 'đã nắm ', 'a', '/', 'dạ ạ ', 'em ', 'thưa đồng chí ', '👍'].map((text) =>
      text.repeat(4096 / text.length),
    );
    for (const text of long) expect(understand(text)).toEqual({ kind: 'other' });
    expect(performance.now() - began).toBeLessThan(200);
  });
});

describe('what goes with it', () => {
  test.each([
    ['mã 012 345', { kind: 'code', digits: '012345', linked: false }],
    ['/start c123456', { kind: 'code', digits: '123456', linked: true }],
  ])('six digits are those of a meeting: %s', (text, intent) => {
    expect(understand(text)).toEqual(intent);
  });

  test('a code is kept as it was typed', () => {
    expect(understand(' /start K7QF2MXD ')).toEqual({ kind: 'start', code: 'K7QF2MXD' });
    expect(understand('/start')).toEqual({ kind: 'start', code: null });
  });

  test('a number is a number', () => {
    expect(understand('3')).toEqual({ kind: 'number', number: 3 });
    expect(understand(' 12. ')).toEqual({ kind: 'number', number: 12 });
  });

  test.each([
    ['sửa dữ liệu', false],
    ['sửa dữ liệu của tôi nhé', false],
    ['sửa dữ liệu của tôi: tên là Bình', true],
    ['/suadulieu số mới 0912345678', true],
  ])('“%s” says itself what is to be corrected: %s', (text, detailed) => {
    expect(understand(text)).toEqual({ kind: 'correct', detailed });
  });

  test('the wish to have one’s data erased is never heard where it is denied', () => {
    const negations = listed('chưa · chua · không · khong · ko · k · hok · khum · đừng · chớ · chẳng');
    const guessed = [...(phrasings.erase ?? []), ...(phrasings.unlink ?? [])].flatMap((text) =>
      negations
        .flatMap((word) => [`${word} ${text}`, `tôi ${word} ${text}`, `${text} ${word}`])
        .filter((negated) => ['erase', 'unlink'].includes(understand(negated).kind))
        // After a command nothing that follows is read.
        .filter((negated) => !negated.startsWith('/')),
    );
    expect(guessed).toEqual([]);
  });

  test.each([
    ['tiếng việt', 'vi'],
    ['english', 'en'],
    ['/ngonngu', null],
  ])('a language: %s', (text, language) => {
    expect(understand(text)).toEqual({ kind: 'language', language });
  });
});

test.each([
  ['Đã nắm', 'da nam'],
  ['ĐÃ  NẮM!!!', 'da nam'],
  ['đã nắm'.normalize('NFD'), 'da nam'],
  ['okkkkk', 'ok'],
  ['xoong', 'xoong'],
  ['Kính gửi: đ/c Lan (7h30)', 'kinh gui d/c lan 7h30'],
  ['👍', ''],
])('“%s” is folded to “%s”', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

/**
 * What people type, folded, by what they mean by it; phrases stand apart by a dot. Seeds: the paper on the domain, section 7.
 */
const written = {
  acknowledge: `
    da nam · da nam ro · da nam duoc · nam roi · nam ro · toi da nam · em da nam · da nam roi · da nhan
    da nhan duoc · da nhan roi · nhan roi · nhan duoc roi · toi da nhan · toi da nhan duoc · da doc
    da doc roi · doc roi · toi da doc · da xem · xem roi · ro · ro roi · ro r · da ro · toi ro · da ro roi
    da quan triet · xong · xong roi · xong r · doc xong · da doc xong · da nam thong tin · da nam noi dung
    da nhan thong bao · da nhan van ban · da nhan duoc thong bao · da nhan duoc van ban · ok da nam
    ok da nhan · ok da doc · ok da ro · ok ro · oke da nam · oke da nhan · oke ro · done · got it · received
    read`,
  yes: 'dong y · toi dong y · em dong y · co dong y · nhat tri · toi nhat tri · agree · i agree',
  no: `
    khong · khong dong y · toi khong dong y · ko · k · hong · hok · khum · thoi · ko dong y · k dong y
    hok dong y · khum dong y · no · disagree · i disagree · i do not agree`,
  polite: 'ok · oke · okay · vang · da · u · uh · uk · duoc · dc · cam on · co · da vang · yes · thanks',
  ask: `
    /hoi · hoi · hoi dap · hoi tro ly · dat cau hoi · muon hoi · xin hoi · cho hoi · cho toi hoi · cho em hoi
    can hoi · ask · ask a question`,
  feedback: `
    /gopy · gop y · gop y kien · y kien · kien nghi · phan anh · gui gop y · gui y kien · gui kien nghi
    gui phan anh · muon gop y · muon gop y kien · muon kien nghi · muon phan anh · xin gop y · xin kien nghi
    xin phan anh · co y kien · co kien nghi · khieu nai · to cao · muon khieu nai · muon to cao · feedback
    give feedback`,
  opinions: `
    y kien cua toi · y kien cua em · gop y cua toi · gop y cua em · kien nghi cua toi · phan anh cua toi
    y kien toi · y kien da gui · gop y da gui · xem y kien · xem y kien cua toi · xem gop y · xem gop y cua toi
    xem lai gop y · xem lai y kien · my feedback · my opinions`,
  consultations: `
    /laykien · lay y kien · lay y kien chi bo · tham do · tham do y kien · tra loi tham do · khao sat · phieu khao sat
    phieu tham do · phieu · tra loi phieu · tra loi khao sat · tra loi phieu khao sat · tra loi phieu tham do
    tra loi lay y kien · tham gia khao sat · tham gia lay y kien · tham gia tham do
    muon tham gia lay y kien · muon tra loi khao sat · cho toi tra loi khao sat · cho toi tra loi phieu khao sat
    lam khao sat · du thao
    gop y du thao · gop y vao du thao · cho y kien du thao · y kien du thao · consultation · survey · poll`,
  results: `
    ket qua tham do · ket qua khao sat · ket qua lay y kien · ket qua phieu · xem ket qua tham do
    xem ket qua khao sat · xem ket qua lay y kien · ket qua tham do y kien · results · poll results`,
  meetings: `
    /hop · hop · hop chi bo · lich hop · lich hop chi bo · buoi hop · cuoc hop · buoi hop toi · hop sap toi
    xem lich hop · meetings · meeting`,
  call: `
    /hopmoi · hop moi · goi hop · trieu tap · trieu tap hop · trieu tap cuoc hop · tao cuoc hop · tao buoi hop · moi hop
    len lich hop · dat lich hop · new meeting · call a meeting`,
  menu: 'menu · /menu · danh muc · chuc nang',
  help: '/trogiup · /help · tro giup · giup · giup toi · help · huong dan · lam the nao · cach dung',
  library: '/vanban · van ban · xem van ban · thu vien · thu vien van ban · cam nang · so tay · library',
  waiting: `
    /vanban cho · van ban cho · van ban cho xac nhan · van ban dang cho · cho xac nhan · con van ban nao
    con van ban nao cho · thong bao · xem thong bao · documents waiting`,
  stop: `
    /dung · /stop · dung · stop · dung nhan · dung nhan nua · dung nhan tin · dung nhan tin nua · ngung
    ngung nhan · ngung nhan tin · ngung nhac · tat nhac · huy dang ky`,
  resume: '/tieptuc · tiep tuc · nhan lai · nhan tin lai · bat lai · mo lai',
  all: 'tat ca · het · ca · all',
  console: `
    /console · console · dieu hanh · trang dieu hanh · vao trang dieu hanh · mo trang dieu hanh · quan tri
    trang quan tri · vao trang quan tri · dang nhap · sign in · log in`,
  unlink: `
    /huyketnoi · huy ket noi · ngat ket noi · bo ket noi · huy lien ket · bo lien ket · muon huy ket noi
    xin huy ket noi · huy ket noi tro chuyen nay · disconnect · unlink`,
  withdraw: `
    /rutlai · rut lai dong y · rut dong y · rut lai su dong y · muon rut lai dong y · muon rut lai su dong y
    xin rut lai dong y · khong dong y nua · ko dong y nua · withdraw consent · withdraw`,
  erase: `
    /xoadulieu · xoa du lieu · xoa du lieu cua toi · xoa du lieu cua em · xoa het du lieu
    xoa het du lieu cua toi · xoa toan bo du lieu cua toi · xoa du lieu ca nhan
    xoa du lieu ca nhan cua toi · xoa thong tin cua toi · xoa thong tin ca nhan cua toi · muon xoa du lieu
    muon xoa du lieu cua toi · xin xoa du lieu cua toi · de nghi xoa du lieu cua toi
    hay xoa du lieu cua toi · delete my data · erase my data`,
  data: `
    /dulieu · du lieu cua toi · xem du lieu · xem du lieu cua toi · cho xem du lieu
    cho xem du lieu cua toi · cho toi xem du lieu cua toi · muon xem du lieu cua toi · thong tin cua toi
    xem thong tin cua toi · cho xem thong tin cua toi · dang luu gi ve toi · my data · show my data`,
  channels: `
    /kenh · kenh · kenh nhan tin · kenh nhan thong bao · kenh cua toi · cac kenh · cac kenh cua toi
    doi kenh · thu tu kenh · channels · my channels`,
  group: `
    /nhom · nhom · nhom zalo · ma nhom · ma ket noi nhom · lay ma nhom · cho toi ma nhom · ket noi nhom
    ket noi nhom zalo · group code · connect group`,
  pass: `
    /chuyen · chuyen · chuyen xuong · chuyen tiep · chuyen di · chuyen ngay · chuyen xuong ngay
    chuyen van ban · chuyen van ban xuong · chuyen xuong chi bo · chuyen cho chi bo · dong y chuyen
    pass on · pass it on · pass on now · yes pass on`,
  instruct: `
    them chi dao · chi dao them · them y kien chi dao · ghi them chi dao · add instruction
    add an instruction`,
  date: 'dat han · dat han som hon · them han · han som hon · set due date · set an earlier due date',
  postpone: 'de sau · chua chuyen · khong chuyen · ko chuyen · k chuyen · later · not yet',
  takeback: 'rut lai · rut lai van ban · rut lai lan chuyen · thu hoi · thu hoi van ban · take back',
} as const;

/** What a phrase alone can mean. */
export type PhraseMeaning = keyof typeof written;

/** The meaning of each phrase. */
export const meaning: ReadonlyMap<string, PhraseMeaning> = new Map(
  Object.entries(written).flatMap(([kind, phrases]) =>
    listed(phrases).map((phrase) => [phrase, kind as PhraseMeaning] as const),
  ),
);

function listed(phrases: string): string[] {
  return phrases.split(/[·\n]/).flatMap((phrase) => phrase.trim() || []);
}

/** Said before what is meant; nothing hangs on it. */
export const courtesiesBefore: ReadonlySet<string> = new Set(
  'da thua vang chao bao cao toi em minh chau'.split(' '),
);
/** Said after it. */
export const courtesiesAfter: ReadonlySet<string> = new Set(
  'a ah nhe nha roi vay oi dong chi dc bi thu em cam on'.split(' '),
);

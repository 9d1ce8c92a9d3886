/** Finds any of the phrases, in plain words; they stand apart by a dot, and each may be a pattern. */
function anyOf(phrases: string, flags = ''): RegExp {
  const each = phrases.split(/[·\n]/).flatMap((phrase) => phrase.trim() || []);
  return new RegExp(`\\b(?:${each.join('|')})\\b`, flags);
}

/** The answer before was not meant so. */
export const changes = anyOf(`
  (?:huy|rut|bo)(?: don| lai)?(?: xin| bao)? (?:vangmat|vang|nghi|du) · (?:bao|bam|ghi|nhan|an) nham
  nham(?: roi| nut)?(?! nhom) · (?:sua|doi)(?: lai)? (?:cau tra loi|y kien|tra loi|y)
  (?:cho|xin)(?: toi| em| minh)? (?:sua|doi)(?: lai)? · doi lai · doi y`);

/** It is not known yet. */
export const unsure = anyOf(`
  (?:chua|khong) (?:chac|biet|ro|dam|quyet|noi truoc) · chua (?:sap|thu) xep · moi biet · phan van · hen xui · 50.50
  con tuy · tuy (?:lich|hom|tinh hinh) · neu · co the · co le · chac la duoc · cogang · co gang · se co$
  de (?:toi|em|minh|con|chau|coi|xem|tinh|hoi|sap) · xem lai · tinh (?:da|sau)
  (?:em|toi|minh|con|chau) (?:se )?bao(?: sau| lai)?$ · co gi (?:toi |em )?bao · bao (?:lai|sau) · se bao
  mai (?:toi |em )?bao · tra loi sau · (?:buoitoi|toi|mai|chieu) tra loi · rep`);

export const leavesEarly = anyOf('ve som · ve truoc');

/** Answered with condolence, and no questions. */
export const bereavement = anyOf(`
  dam (?:hieu|tang|ma) · dua tang · tang le · le tang · co tang · chiu tang · (?:nha|co) hieu · viec hieu · tu tran
  qua doi · vieng
  (?:bo|me|cha|ba|ong|bac|vochong|anh|chi|con|chu|di|cau|noi|ngoai|bu|thay)(?: (?:toi|em|minh|chau|noi|ngoai|vo|chong|vochong))*(?: (?:moi|vua))? mat\\b(?! (?:roi ma|nhe|nha))`);

/** What keeps people away, where nothing says that they come all the same. */
export const causes = anyOf(`
  cong tac · di (?:dam|an|du lich|lam|xa|nop|buon) · (?:dang|con) o (?:sai gon|ha noi|tinh|nuoc ngoai|que|thanh pho|vien)
  di ha noi · nuoc ngoai · o xa · chua ve · ve que · o que · lay hang
  om · sot · cam(?! on) · benh · (?:nam|nhap|di|ra|o|vao) vien · cap cuu · kham · dieu tri · cach ly · phauthuat
  phau thuat · mo xong · moi mo · mo ruot · met · dau (?:chan|lung|bung|dau|rang|khop) · tai nan · gay (?:chan|tay)
  suc khoe (?:yeu|kem|khong) · (?:do|vi|ly do) suc khoe · thai san · sinh con · sinhcon · sinh em be
  (?:vo|vochong) (?:de|sinh) · trong (?:chau|con|tre) · cham (?:chau|con|me|bo)
  dua (?:con|me|bo|vochong|chau|nguoi nha)
  tang · hieu · dam · cuoi · ngaygio · an gio · co gio · gio (?:ong|ba|bo|me|cha)
  viec (?:gia dinh|nha|rieng|ho) · gia dinh (?:co )?viec · nha (?:co|nhieu) viec · cong chuyen · ly do (?!gi)
  truc(?! (?:tiep|tuyen)) · ca dem · lam ca · tang ca · ban ca · di hoc · hoc lop · lop · di thi · tap huan
  cham thi · coi thi · gio day · trung (?:lich|gio) · cung gio · hop (?:o )?(?:xa|thon|tinh|huyen|co quan|phu huynh)
  xe hu · hu xe · xe khong · tac duong · ket xe · mua lu · lu lut · bao lu · ngap · sat lo
  thu hoach · gat lua · lam dong · lam ruong · dong ang`);

/** What is said of other people or other matters, where no word of a meeting stands beside it. */
export const elsewhere = anyOf(`
  (?<!trung )lich (?:truc|hoc|lam|cong tac) · hom qua · giay (?:nghi|moi|gioi thieu|phep) · chuyen sinh hoat · thu tuc
  quy dinh · danh sach · ho so · van ban · bao cao(?! (?:bi thu|dong chi|chi bo|duoc)) · nop · dang phi · the dang
  de (?:nghi|khac) · gop y · phai bao · nhan tien · may (?:hom|ngay|buoi) · ba con · nhan dan
  dan(?! (?:con|me|bo|chau)) · moi nguoi · ai · the nao`);
export const ofMeeting = anyOf(
  'vangmat · hop · buoi · du · co mat · tham gia · tham du · xin nghi · xin phep nghi',
);

const comes = '(?:du|di|den|tham gia|tham du|co mat|hop|ve|vao|qua|sang|sap xep|thu xep|ra)';
/** "Không kịp nộp" is about something else. */
const otherDeed = '(?! (?:nop|lam|gui|doc|xem|mo|nhan|dung|hieu|tai|bao|viet|in|goi|tra)\\b)';
/** "Đi công tác" and "đến thứ 6" say no yes: after these words, or at the end, they do. */
const end =
  `(?= (?:a|nhe|duoc|hop|day|chu|cho$|nha|ma|nhung|roi|thoi|vay|dung|dong chi|con|em|toi|buoi|cung|lien|ngay|
  tremuon|binh thuong|daydu|som|qua)\\b|$)`.replaceAll(/\n\s*/g, '');

/** "Không bận gì", "không vắng đâu": a no that is denied. */
export const notAway = anyOf(
  `khong (?:vangmat|vang|nghi|banviec|he banviec)(?: gi| dau| viec gi)*
  khong co (?:ly do|viec)(?: gi)?(?: de)?(?: vangmat| vang| nghi)?`,
  'g',
);

export type Sign = 'YES' | 'NO' | 'POLITE' | 'NOTHING';

/** What says yes and no. One after another: what a line takes is gone for those after it. */
export const signs: readonly (readonly [pattern: RegExp, sign: Sign])[] = [
  [anyOf('khong co gi thay doi', 'g'), 'POLITE'],
  [notAway, 'YES'],
  [anyOf('(?:vangmat|vang) khong', 'g'), 'NOTHING'],
  [
    anyOf(
      `(?:khong|chua)(?: (?:the|con|co|thay))? (?:${comes} )?(?:mat |hop )?(?:duoc|kip)\\b${otherDeed}
      ${comes}(?: hop)? (?:khong|chua) (?:duoc|kip|noi)`,
      'g',
    ),
    'NO',
  ],
  [anyOf(`(?:khong|chua)(?: (?:the|con|se|xin))? ${comes}(?: hop)?(?: duoc| kip| noi)?`, 'g'), 'NO'],
  [anyOf('khong (?:duoc|kip)(?= (?:a|nhe|nha|dau|roi)\\b|$)', 'g'), 'NO'],
  [anyOf('(?:cannot|can not|unable|absent|not (?:come|attend|able))(?: \\w+)*', 'g'), 'NO'],
  [anyOf('(?:xin |bao |phep |cho (?:em |toi |minh |chau )?)*vangmat(?: mat)?', 'g'), 'NO'],
  [anyOf('(?:xin|phep|cho)(?: \\w+){0,2} nghi · xin kieu · banviec', 'g'), 'NO'],
  // The cause that follows stays, to be read as one.
  [/\bnghi (?=buoi|hop|mot|1|om|thai|phep|vi|do|nen)|\bcao (?=om)/g, 'NO'],
  [/\b(?:mac|ket) (?=roi|viec|cong|di|mua|xe)/g, 'NO'],
  [
    anyOf(
      'du (?:an|thao|bi|kien|luat|tru) · den (?:thu|ngay|mai|het|hom|chu nhat|sang|chieu|thang|buoitoi|\\d)',
      'g',
    ),
    'NOTHING',
  ],
  [anyOf('tham gia · tham du · co mat · xac nhan · dang ky · du hop · du', 'g'), 'YES'],
  [anyOf('attend · i will come · coming', 'g'), 'YES'],
  [new RegExp(`\\b(?:di|den)(?: hop)?${end}`, 'g'), 'YES'],
  [anyOf('dong y · nhat tri · ok · da · co · duoc · yes · tan thanh · ro', 'g'), 'POLITE'],
];

import { kindWords, named } from './mentions.ts';
import type { Relation } from './relations.ts';

// How documents say what they do to others. Bounded everywhere: a long line costs no more than its length.

/** A clause that cites, or says under which condition. */
export const mentionsOnly = /^(?:căn cứ|theo|xét|khi|nếu|trường hợp|kính gửi)(?!\p{L})/iu;
/** Right before a verb: it is done by another. */
export const passive = /(?:được|bị)\s+$/iu;
/** It speaks of itself. */
export const thisOne = /(?<!\p{L})này(?!\p{L})/iu;
/** What stands before the verb where the document speaks of itself. */
export const itself = new RegExp(
  String.raw`(?<!\p{L})này(?!\p{L})|^(?:${kindWords}\s*)?(?:có hiệu lực.*|về\s+|việc\s+|về việc\s+|v/v\s*:?\s*|và\s+|đồng thời\s+)?$`,
  'iu',
);
/** Numbers, and then that they hold no more. */
export const ended =
  /(?:hết|không còn) hiệu lực|(?:được|bị|đều) (?:bãi bỏ|hủy bỏ|huỷ bỏ)(?!\s+(?:theo|bởi|tại))/iu;
/** All that may stand before the first of those numbers. */
export const endedOnes = new RegExp(String.raw`^(?:.*này.*,\s*)?(?:các\s+)?${named}$`, 'iu');
/** All that may stand before the number in a line of a list. */
export const listed = new RegExp(String.raw`^(?:và\s+)?(?:các\s+)?${named}$`, 'iu');
/** Behind a verb: what it governs comes as a list. */
export const listOf = new RegExp(
  String.raw`^\s*(?:cho\s+)?(?:các\s+)?(?:văn bản|quy định|${kindWords})[^:]{0,80}:`,
  'iu',
);
/** Before a list of what holds no more. */
export const endedList = new RegExp(String.raw`^(?:.*này.*,\s*)?(?:các\s+)?(?:văn bản|${kindWords})`, 'iu');
/** Before a number: that document does it. */
export const giver = new RegExp(String.raw`được\s+${named}$`, 'iu');
export const replacedBy = new RegExp(String.raw`(?:được|bị)\s+thay thế\s+(?:bằng|bởi)\s+${named}$`, 'iu');

/** What a document does to another, by its verb. */
export interface Verb {
  kind: Relation['kind'];
  words: RegExp;
  /** What may stand between the verb and the number. */
  object: RegExp;
  /** Only where the document begins, or where it speaks of itself. */
  nearTop: boolean;
}

const part = String.raw`(?:một số|khoản|điểm|điều|mục|chương|phụ lục|đoạn|cụm từ|các cụm từ|tên|mẫu|biểu mẫu|nội dung)`;
const ofAPart = String.raw`[\s,]*(?:[\p{L}\s,]{0,60}?\s)?${part}(?!\p{L})(?:(?<!kèm\s)(?!\stheo)[^:]|kèm theo){0,200}?(?:(?:của|tại|trong|kèm theo)\s+|(?=${kindWords}))`;
const documents = String.raw`(?:các\s+)?(?:văn bản(?:\s+sau)?(?:\s+đây)?\s*:?\s*)?${named}`;
const ends = 'iu';
const whole = new RegExp(
  String.raw`^\s*:?\s*(?:cho\s+)?(?:toàn bộ\s+)?(?:hiệu lực\s+(?:thi hành\s+)?(?:của\s+)?)?${documents}$`,
  ends,
);
const amended = new RegExp(
  String.raw`^(?:,?\s*(?:bổ sung|thay thế|bãi bỏ))*(?:\s+|${ofAPart})(?:các\s+)?${named}$`,
  ends,
);
const partly = new RegExp(String.raw`^${ofAPart}(?:các\s+)?${named}$`, ends);
const guided = new RegExp(
  String.raw`^\s+(?:một số[^\d:]{0,80}(?:của|trong|về)\s+)?(?:các\s+)?${named}$`,
  ends,
);

export const verbs: readonly Verb[] = [
  { kind: 'replaces', words: /thay thế|bãi bỏ|hủy bỏ|huỷ bỏ/giu, object: whole, nearTop: false },
  { kind: 'amends', words: /sửa đổi|bổ sung/giu, object: amended, nearTop: false },
  { kind: 'amends', words: /thay thế|bãi bỏ/giu, object: partly, nearTop: false },
  {
    kind: 'guides',
    words:
      /(?<!(?:khi|năm|quả|hình|trình|kết)\s)(?:hướng dẫn|thực hiện|triển khai|thi hành|quy định chi tiết)/giu,
    object: guided,
    nearTop: true,
  },
];

import { fold } from '../fold.ts';

/** It is asked, not said of oneself. */
const asked =
  /\b(?:gi|nao|sao|bao (?:lau|nhieu|gio)|may|ai|dau|the nao|ra sao|vi sao|tai sao|co (?:duoc|phai|can|the)|khi nao|what|how|who|when|which|why)\b|\b(?:khong|ko|k|hok|hong|khum|chua|ha|nhi)$/;
/** Of what rules speak of, and no answer to an invitation. */
const general =
  /\b(?:(?<!cac )dang vien|dv|dvdb|du bi|quan chung|ban chap hanh|ban thuong vu|uy vien|cap uy(?: vien)?|dieu le|quy dinh|quy che|nghi quyet|chi thi|ket nap|vao dang|ky luat|khai tru|tuoi dang|huy hieu|dang phi|the dang|mien (?:cong tac|sinh hoat)|chuyen sinh hoat|sinh hoat tam thoi|nhiem ky|bau cu|phat trien dang|xep loai|kiem diem|chinh thuc|cong nhan|xu ly|party member|rules?|regulations?|resolutions?)\b/;

/**
 * "Đảng viên dự bị có được nghỉ họp không?" is asked about the rules, though its words could excuse somebody from the
 * meeting that is called. Reads with and without marks.
 */
export function asksAboutRules(text: string): boolean {
  const folded = fold(text);
  return general.test(folded) && (asked.test(folded) || /\?\s*$/.test(text));
}

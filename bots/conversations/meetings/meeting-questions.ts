/** What people ask about a meeting. */
export type MeetingQuestion = 'when' | 'where' | 'what' | 'who' | 'length' | 'online' | 'documents';

const patterns: readonly (readonly [RegExp, MeetingQuestion])[] = [
  [/\btai lieu\b.*\b(?:dau|khong|nao|chua|gi)\b|\b(?:co|xin|cho xin|gui) tai lieu\b/, 'documents'],
  [
    /\b(?:online|truc tuyen|qua mang|tu xa)\b.*\b(?:khong|chua)(?: (?:a|nhe|vay|dong chi))?$|\blink\b/,
    'online',
  ],
  [
    /\b(?:may gio|gio nao|bao gio|khi nao|luc nao|hom nao|ngay nao|thu may|chung nao|what time|when)\b/,
    'when',
  ],
  [/\b(?:o dau|tai dau|o mo|cho nao|dia diem(?: nao)?|noi nao|where)\b|\bhop (?:o|tai) .+ hay\b/, 'where'],
  [
    /\b(?:ai|dong chi nao|nguoi nao) (?:la )?(?:nguoi )?(?:se )?chu (?:tri|toa)\b|\bchu (?:tri|toa) (?:hop |buoi hop )?la (?:ai|dong chi nao)\b|\bwho (?:chairs|leads)\b/,
    'who',
  ],
  [/\b(?:bao lau|may tieng|lau khong)\b/, 'length'],
  [
    /\b(?:noi dung|chuong trinh|banluan|hop|ve|vu|viec)(?: \w+){0,3} (?:gi|chi(?! bo| uy)|the nao|sao)\b|\bwhat (?:is it about|about)\b/,
    'what',
  ],
];

/** Said around a question about the meeting; with other words it may be about anything. */
const around =
  /^(?:hop|buoi|cuoc|nay|hom|mai|chi|bo|vay|the|dong|bi|thu|a|ah|nhe|nha|oi|em|toi|minh|cho|hoi|xin|la|co|duoc|khong|chua|z|dia|diem|luc|thi|bao|lau|gi|ma|ta|da|thua|anh|bac|du|tham|gia|tai|lieu|link|the|meeting|is|it|ko|noi|dung|chuong|trinh|sinh|hoat|dau|roi|nua|ai|the|nao|va|o|banluan|chuyen|minh|nhi|can|chuan|mang|theo|xong|tiep|toi|den|buoitoi|chieu|sang)$/;

/** The question in an answer, already in plain words; null for none. */
export function questionIn(words: string, text: string): MeetingQuestion | null {
  for (const [pattern, about] of patterns) {
    const found = pattern.exec(words);
    if (!found) continue;
    const rest = words.replace(found[0], ' ').split(' ').filter(Boolean);
    const ofMeeting =
      /\b(?:hop|buoi|sinh hoat|meeting)\b/.test(words) && (text.includes('?') || rest.length <= 8);
    if (ofMeeting || rest.every((word) => around.test(word))) return about;
  }
  return null;
}

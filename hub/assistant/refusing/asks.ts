import { folded } from '../../library/index.ts';
import { withoutDiacritics } from '../../platform/folding.ts';

/** Looks for words in a question as it was typed: with diacritics where the asker used any, else without. */
function asksWith(phrases: readonly string[]): (typed: string) => boolean {
  const pattern = `(?<![\\p{L}])(?:${phrases.join('|')})(?![\\p{L}])`;
  const accented = new RegExp(pattern, 'u');
  const plain = new RegExp(withoutDiacritics(pattern).replaceAll('\\p{l}', '\\p{L}'), 'u');
  return (typed) => {
    const lower = typed.normalize('NFC').toLowerCase();
    return withoutDiacritics(lower) === lower ? plain.test(folded(typed)) : accented.test(lower);
  };
}

/** What no document holds: matters of the asker, of today, of a person's name or number. */
export const asksOutside = asksWith([
  'của tôi',
  'tôi còn',
  'chi bộ (?:tôi|mình|em)',
  'xã mình',
  'tôi có',
  'tôi được',
  'của em',
  'cho tôi xin',
  'của chúng tôi',
  'hiện nay',
  'hôm nay',
  'ngày mai',
  'hôm qua',
  'tháng này',
  'năm nay',
  'tuần này',
  'năm ngoái',
  'đang là',
  'hiện tại',
  'tuần tới',
  'tháng sau',
  'tháng tới',
  'bây giờ',
  'sắp tới',
  'số điện thoại',
  'địa chỉ',
  'email',
  'e-mail',
  'thư điện tử',
  'số tài khoản',
  'website',
  'fax',
  'tên (?:là )?gì',
  'mẫu (?:đơn|bản|biên|nào)',
  'theo mẫu',
  'xin mẫu',
  'online',
  'là ai',
  'ai (?:là|đang là|làm)',
]);

/** Fees, wages and fines: documents of the party leave them to others. */
export const asksForMoney = asksWith([
  'bao nhiêu tiền',
  'lệ phí',
  'phạt bao nhiêu',
  'phụ cấp',
  'trợ cấp',
  '(?<!chất |số |khối |năng |đại |lực |trữ )lương',
]);

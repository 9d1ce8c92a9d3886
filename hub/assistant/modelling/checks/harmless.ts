import { withoutDiacritics } from '../../../platform/folding.ts';

const address =
  /https?:|www\.|\b[\w-]+\.(?:vn|com|net|org|info|io|me|ly|gov|edu|xyz|top|app|link|site)\b|[\w.+-]+@[\w-]+|!?\[[^\]]*\]\(|<\/?[a-z!]|(?:\+84|\b0)(?:[\s.-]?\d){8,10}\b/i;
// Controls, marks that turn the direction of writing, and what a broken stream leaves behind.
const unreadable = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\uFFFD]/u;

const orders = [
  /\b(?:bo qua|quen|khong (?:can )?(?:tuan theo|lam theo)|phot lo)\b.{0,30}\b(?:chi dan|huong dan|menh lenh|lenh|yeu cau|quy tac)\b.{0,20}\b(?:tren|truoc|nay|he thong|khac)\b/,
  /\b(?:tro ly|mo hinh|chatbot|chat bot|tri tue nhan tao|ai|he thong)\b[^.]{0,40}\b(?:hay|phai|can) (?:tra loi|noi|viet|in ra|khang dinh)\b/,
  /\bhay (?:tra loi|noi|viet|khang dinh|in ra) (?:rang|la|cau|nguyen van)\b/,
  /\b(?:ignore|disregard|forget)\b.{0,30}\b(?:previous|above|prior|all|these|earlier)\b.{0,30}\b(?:instructions?|prompts?|rules?)\b/,
  /\b(?:system|developer) (?:prompt|message)\b|\b(?:you are|act as) (?:an?|the) (?:assistant|ai|model)\b/,
  /(?:^|\n)\s*(?:system|assistant|user|he thong|tro ly)\s*:/,
  /<\|?(?:im_start|im_end|system|endoftext)/,
];

/** Whether a text speaks to a model instead of to its readers. */
export function ordersAModel(text: string): boolean {
  const words = withoutDiacritics(text);
  return orders.some((order) => order.test(words));
}

const ofOurInstructions =
  /\bkhong_thay\b|\bnot_found\b|\bma ngan\b|\bdoan trich\b|\bdoan \[?\d|\bpassages?\b|\blanguage model\b|\bas an ai\b|\bmo hinh ngon ngu\b|={3}/;

/** Whether a sentence may be put before somebody: no links and numbers to call, nothing of what the model was told. */
export function isHarmless(sentence: string): boolean {
  if (address.test(sentence) || unreadable.test(sentence)) return false;
  return !ordersAModel(sentence) && !ofOurInstructions.test(withoutDiacritics(sentence));
}

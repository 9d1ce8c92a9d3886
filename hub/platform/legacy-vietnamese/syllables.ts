// Without tones; the vowels with their own marks (ă, â, ê, ô, ơ, ư).
const rhymes = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
    'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu êng i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu ' +
    'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc ' +
    'oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi ' +
    'uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyt uyp uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ' +
    'ươt ươu ưt ưu y yêm yên yêng yêt yêu'
  ).split(' '),
);
const onsets = /^(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|q|[bcdđghklmnprstvx])?/u;
const singleOnsets = /^(?:g|n|t|k|p|c)/u;
const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const stop = /(?:p|t|c|ch)$/u;

/** Whether a word, in either case, can be one syllable of Vietnamese as it is spelled, tone and all. */
export function isSyllable(word: string): boolean {
  const parted = word.toLowerCase().normalize('NFD');
  const tone = parted.match(tones);
  if (tone && tone.length > 1) return false;
  const plain = parted.replaceAll(tones, '').normalize('NFC');
  const [longest = ''] = onsets.exec(plain) ?? [];
  // "gì" is g + ì, "quốc" is q + uốc.
  const shortest = singleOnsets.exec(plain)?.[0] ?? '';
  const rests = [
    plain.slice(longest.length),
    plain.slice(longest === 'gi' ? shortest.length : longest.length),
  ];
  if (longest === 'qu') rests.push(plain.slice(1));
  const rest = rests.find((each) => rhymes.has(each));
  if (rest === undefined) return false;
  return !stop.test(rest) || tone?.[0] === '\u0301' || tone?.[0] === '\u0323';
}

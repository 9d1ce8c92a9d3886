import type { ChannelName } from '../../hub/channels/index.ts';
import { fold } from './fold.ts';

/** What somebody wants of the own channels. A place counts from 0 in the list of them. */
export type ChannelWish =
  /** These first, in this order; the others keep theirs behind. */
  | { kind: 'order'; places: number[] }
  | { kind: 'stop' | 'resume'; place: number }
  /** As the unit has it. */
  | { kind: 'unit' }
  /** "dung zalo": to stop (dừng) and to use (dùng) look alike without marks. */
  | { kind: 'unclear'; place: number };

/** What people call a channel besides the names we show, folded. */
const calledAlso: Readonly<Record<ChannelName, readonly string[]>> = {
  telegram: ['telegram', 'tele', 'telegam'],
  zalo: ['zalo', 'za lo', 'zl'],
  zalo_bot: ['zalo bot', 'za lo bot', 'bot zalo'],
  web: ['tro chuyen tren web', 'trang web', 'web'],
  email: ['thu dien tu', 'e mail', 'email', 'mail', 'gmail'],
  push: ['thong bao tren may', 'bao tin tren may', 'bao tin', 'push'],
};

const named = Object.entries(calledAlso)
  .flatMap(([channel, names]) => names.map((name) => ({ channel: channel as ChannelName, name })))
  .toSorted((one, other) => other.name.length - one.name.length);

/** Said along the way; nothing hangs on them. */
const courtesies =
  /\b(?:kenh|so|cho|gui|nhan|bang|qua|tren|o|toi|em|minh|xin|muon|hay|thi|la|va|roi|nhe|nha|a|please)\b/g;

const first =
  'truoc|truoc tien|truoc nhat|dau|dau tien|len dau|len truoc|len nhat|nhat|thu nhat|uu tien|first';
const last = 'cuoi|cuoi cung|sau|sau cung|xuong cuoi|last';
const stop = 'ngung|ngung dung|thoi dung|khong dung|tat|khong|stop';
const resume = 'mo|bat|mo lai|bat lai|lai|tiep tuc|resume';
const use = 'dung';
const unit = /^theo (?:thu tu (?:cua )?)?(?:don vi|chi bo|to chuc)$|^(?:as|like) (?:my |the )?unit$/;

const onePlace = new RegExp(
  `^(?:(?<before>${first}|${stop}|${resume}|${use}) )?#(?<place>\\d+)(?: (?<after>${first}|${last}|${stop}|${resume}))?$`,
);
const twoPlaces = /^#(?<one>\d+) (?:len )?(?<where>truoc|sau|before|after) #(?<other>\d+)$/;
const is = (words: string, word: string | undefined) => word !== undefined && words.split('|').includes(word);

/**
 * Reads what was typed about the own channels: "2 trước 1", "2,1,3", "zalo truoc", "ngừng thư điện tử", "theo đơn vị".
 * Null for all else, and for a number or a name that is none of theirs.
 *
 * @param channels the member's, in the order in which they were shown
 * @param shown they were shown just now: numbers, and a bare name, mean them
 */
export function channelWish(
  text: string,
  channels: readonly ChannelName[],
  { shown }: { shown: boolean },
): ChannelWish | null {
  if (text.length > 120) return null;
  const folded = fold(text);
  if (unit.test(folded)) return { kind: 'unit' };
  const said = placed(folded, channels, shown).replaceAll(courtesies, ' ').replaceAll(/\s+/g, ' ').trim();
  const all = channels.map((_, place) => place);
  const known = (...places: number[]) =>
    new Set(places).size === places.length && places.every((place) => all.includes(place));

  if (/^#\d+(?: #\d+)*$/.test(said)) {
    const places = said.split(' ').map((word) => Number(word.slice(1)));
    return shown && known(...places) ? { kind: 'order', places } : null;
  }
  const two = twoPlaces.exec(said)?.groups;
  if (two) {
    const [one, other] = [Number(two['one']), Number(two['other'])];
    if (!known(one, other)) return null;
    const rest = all.filter((place) => place !== one);
    const at = rest.indexOf(other) + (two['where'] === 'sau' || two['where'] === 'after' ? 1 : 0);
    return { kind: 'order', places: rest.toSpliced(at, 0, one) };
  }
  const single = onePlace.exec(said)?.groups;
  const place = Number(single?.['place']);
  if (!single || !known(place)) return null;
  const { before, after } = single;
  if (before === undefined && after === undefined) return null;
  if (before !== undefined && after !== undefined && before !== use) return null;
  if (is(first, before) || is(first, after)) return { kind: 'order', places: [place] };
  if (is(last, after)) return { kind: 'order', places: [...all.filter((one) => one !== place), place] };
  if (is(stop, before) || is(stop, after)) return { kind: 'stop', place };
  if (is(resume, before) || is(resume, after)) return { kind: 'resume', place };
  return marked(text, place);
}

/** Names and numbers of channels become `#` and their place. */
function placed(folded: string, channels: readonly ChannelName[], shown: boolean): string {
  let words = ` ${folded} `;
  for (const { channel, name } of named) {
    const place = channels.indexOf(channel);
    if (place >= 0) words = words.replaceAll(` ${name} `, ` #${place} `);
  }
  return shown ? words.replaceAll(/(?<= )\d{1,2}(?= )/g, (number) => `#${Number(number) - 1}`) : words;
}

/** With its mark the word says what it means. */
function marked(text: string, place: number): ChannelWish {
  const written = text.normalize('NFC').toLowerCase();
  if (/(?<!\p{L})(?:dừng|đừng)(?!\p{L})/u.test(written)) return { kind: 'stop', place };
  if (/(?<!\p{L})dùng(?!\p{L})/u.test(written)) return { kind: 'order', places: [place] };
  return { kind: 'unclear', place };
}

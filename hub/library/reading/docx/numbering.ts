import { attribute, markup } from '../../../platform/file-text/markup.ts';
import { printedNumber } from './number-formats.ts';

interface Level {
  start: number;
  format: string;
  listed: readonly string[];
  /** `%1.%2.`: the counters of the first and the second level. */
  text: string;
  /** Style of paragraphs that stand on this level. */
  style: string | null;
  legal: boolean;
  glued: boolean;
  restarts: boolean;
}
interface Abstract {
  levels: Map<number, Level>;
  /** The list style in which its levels are. */
  linked: string | null;
  style: string | null;
}
interface List {
  abstract: string;
  starts: Map<number, number>;
  overrides: Map<number, Level>;
}

/** Where a paragraph stands in a list: which, and how deep from 0; null: the level of its style. */
export interface ListPlace {
  list: string;
  level: number | null;
  style: string | null;
}

/** Labels that Word prints and a file does not contain. */
export interface Numbering {
  /** The label of the next paragraph at this place with the blank behind it; empty where it has none. Counts. */
  next(place: ListPlace): string;
}

const deepestLevel = 8;
const mostCount = 100_000;

/**
 * Reads `word/numbering.xml`; one without lists gives no labels.
 *
 * @source ECMA-376-1, 17.9: lists of the same abstract definition count on, unless the list starts anew
 */
export function numberingOf(xml: string): Numbering {
  const { abstracts, lists } = definitionsIn(xml);
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  const levelsOf = (list: List) => {
    const own = abstracts.get(list.abstract);
    if (!own?.linked) return own?.levels;
    return [...abstracts.values()].find(({ style }) => style === own.linked)?.levels ?? own.levels;
  };
  return {
    next({ list: id, level: said, style }) {
      const list = lists.get(id);
      const levels = list && levelsOf(list);
      if (!list || !levels) return '';
      const depth =
        said ?? [...levels].find(([, level]) => level.style !== null && level.style === style)?.[0] ?? 0;
      if (depth > deepestLevel) return '';
      const at = (index: number) => list.overrides.get(index) ?? levels.get(index);
      const level = at(depth);
      if (!level) return '';
      const counts = counters.get(list.abstract) ?? [];
      counters.set(list.abstract, counts);
      if (!begun.has(id)) {
        begun.add(id);
        for (const [index] of list.starts) counts[index] = undefined;
      }
      const startOf = (index: number) => list.starts.get(index) ?? at(index)?.start ?? 1;
      for (let index = 0; index < depth; index += 1) counts[index] ??= startOf(index);
      counts[depth] = Math.min((counts[depth] ?? startOf(depth) - 1) + 1, mostCount);
      for (let index = depth + 1; index <= deepestLevel; index += 1) {
        if (at(index)?.restarts !== false) counts[index] = undefined;
      }
      return printed(level, counts, at);
    },
  };
}

function printed(
  level: Level,
  counts: readonly (number | undefined)[],
  at: (index: number) => Level | undefined,
) {
  if (level.format === 'bullet') return '- ';
  const label = level.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const { format = 'decimal', listed = [] } = at(index) ?? {};
    return printedNumber(counts[index] ?? 1, level.legal && format !== 'none' ? 'decimal' : format, listed);
  });
  return label === '' || level.glued ? label : `${label} `;
}

function definitionsIn(xml: string) {
  const abstracts = new Map<string, Abstract>();
  const lists = new Map<string, List>();
  let abstract: Abstract | null = null;
  let list: List | null = null;
  let level: Level | null = null;
  let overridden = 0;
  let fallback = false;
  for (const piece of markup(xml, false)) {
    if (piece.kind === 'text') continue;
    const { name, attributes, closing } = piece;
    if (name === 'Fallback') fallback = !closing;
    if (closing || fallback) {
      if (closing && name === 'lvl') level = null;
      continue;
    }
    const value = attribute(attributes, 'val');
    if (name === 'abstractNum') {
      [abstract, list] = [{ levels: new Map(), linked: null, style: null }, null];
      abstracts.set(attribute(attributes, 'abstractNumId') ?? '', abstract);
    } else if (name === 'num') {
      [abstract, list] = [null, { abstract: '', starts: new Map(), overrides: new Map() }];
      lists.set(attribute(attributes, 'numId') ?? '', list);
    } else if (name === 'abstractNumId' && list) list.abstract = value ?? '';
    else if (name === 'numStyleLink' && abstract) abstract.linked = value;
    else if (name === 'styleLink' && abstract) abstract.style = value;
    else if (name === 'lvlOverride') overridden = Number(attribute(attributes, 'ilvl'));
    else if (name === 'startOverride' && list) list.starts.set(overridden, Number(value) || 0);
    else if (name === 'lvl') {
      level = newLevel();
      const depth = Number(attribute(attributes, 'ilvl'));
      (list ? list.overrides : abstract?.levels)?.set(depth, level);
    } else if (level) describeLevel(level, name, value, attributes);
  }
  return { abstracts, lists };
}

function newLevel(): Level {
  return {
    start: 1,
    format: 'decimal',
    listed: [],
    text: '',
    style: null,
    legal: false,
    glued: false,
    restarts: true,
  };
}

function describeLevel(level: Level, name: string, value: string | null, attributes: string) {
  if (name === 'start') level.start = Number(value) || 0;
  if (name === 'numFmt') {
    level.format = value ?? 'decimal';
    level.listed = (attribute(attributes, 'format') ?? '').split(/,\s*/);
  }
  if (name === 'lvlText') level.text = value ?? '';
  if (name === 'pStyle') level.style = value;
  if (name === 'isLgl') level.legal = !/^(?:0|false|off)$/.test(value ?? '');
  if (name === 'suff') level.glued = value === 'nothing';
  if (name === 'lvlRestart') level.restarts = value !== '0';
}

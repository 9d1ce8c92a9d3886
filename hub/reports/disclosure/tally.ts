import { drawByWeight } from './disclosing.ts';
import type { Draw } from './grouping.ts';

/** What was chosen of one question by those who were asked it, whose number is known. */
export interface Chosen {
  /** By option. Of options of which several may be chosen, together more than who answered. */
  counts: readonly number[];
  /** Who was asked and did not answer. */
  left: number;
}

/** What may be shown of it. */
export interface Shown {
  /** Null: who did not answer would be too few. */
  answered: number | null;
  /** Options that are told apart, as places; null: none. A null `count`: who did not answer is in that group. */
  groups: { options: number[]; count: number | null }[] | null;
}

interface Cell {
  /** Null: not answered. */
  option: number | null;
  count: number;
}

const nothing: Shown = { answered: null, groups: null };

/**
 * Of one option each: divides the options into groups so that none is too small to be shown, nor is one by subtracting.
 * Options of too few are taken together, with those of none, so that it is not told which is which; where they are still
 * too few, with one that is drawn. Where all said the same, or one group is left, nothing is told apart.
 *
 * @param least the smallest group that is shown
 */
export function tellApart({ counts, left }: Chosen, least: number, draw: Draw = drawByWeight): Shown {
  const answered = sum(counts);
  if (answered < least) return nothing;
  const cells: Cell[] = counts.map((count, option) => ({ option, count }));
  if (left > 0) cells.push({ option: null, count: left });
  const isAlike = counts.filter((count) => count > 0).length < 2;
  const { apart, pool } = divided(cells, least, draw);
  const hidden = pool.some(({ option }) => option === null);
  const groups = [
    ...apart.map((cell) => groupOf([cell])),
    ...(pool.length > 0 ? [groupOf(pool)] : []),
  ].filter(({ options }) => options.length > 0);
  return {
    answered: hidden ? null : answered,
    groups: isAlike || groups.length < 2 ? null : groups.sort((a, b) => a.options[0]! - b.options[0]!),
  };
}

function divided(cells: readonly Cell[], least: number, draw: Draw): { apart: Cell[]; pool: Cell[] } {
  const isFew = ({ count }: Cell) => count > 0 && count < least;
  if (!cells.some(isFew)) return { apart: [...cells], pool: [] };
  const pool = cells.filter((cell) => cell.count < least);
  const apart = cells.filter((cell) => cell.count >= least);
  const few = pool.length;
  while (apart.length > 0 && isTooPlain(pool, few, least)) {
    // Drawn, not chosen: who knew that the smallest was taken would know how small it can be.
    const [taken] = apart.splice(draw(apart.map(({ count }) => 1 / count ** 2)), 1);
    pool.push(taken!);
  }
  return { apart, pool };
}

/** Too few, or from their sum alone each would be known: they are as few, or as many, as they can be. */
function isTooPlain(pool: readonly Cell[], few: number, least: number): boolean {
  const total = sum(pool.map(({ count }) => count));
  const absorbed = pool.length - few;
  if (absorbed > 0) return total < absorbed * least + 2;
  return total < least || total >= few * (least - 1);
}

function groupOf(cells: readonly Cell[]): { options: number[]; count: number | null } {
  const options = cells.flatMap(({ option }) => option ?? []).sort((a, b) => a - b);
  const isWhole = cells.every(({ option }) => option !== null);
  return { options, count: isWhole ? sum(cells.map(({ count }) => count)) : null };
}

/**
 * Of which several may be chosen: an option is shown where both who chose it and who did not are enough. What is not
 * shown may be nothing, and may be all but shown, for all that the others tell; else none is.
 *
 * @param answered how many chose any
 * @param most how many of the options each may choose
 */
export function showSeveral(
  { counts, left, answered, most }: Chosen & { answered: number; most: number },
  least: number,
): Shown {
  if (answered < least) return nothing;
  const isShown = (count: number) => count >= least && answered - count >= least;
  const shown = sum(counts.filter(isShown));
  const hidden = counts.filter((count) => !isShown(count)).length;
  const isPlain =
    hidden > 0
      ? answered - shown > (hidden - 1) * (least - 1) || most * answered - shown < least - 1
      : isFew(shown - answered, least) || isFew(most * answered - shown, least);
  const isAny = hidden < counts.length && !isPlain;
  return {
    answered: isFew(left, least) ? null : answered,
    groups: isAny
      ? counts.map((count, option) => ({ options: [option], count: isShown(count) ? count : null }))
      : null,
  };
}

/**
 * Of a ranking, the mean place of each option, from 1, to one decimal: all of them, or none where one would tell that
 * nearly all put it first, or last.
 *
 * @param sums by option: the places it was given, from 0, added up
 */
export function showPlaces(
  { sums, left, answered }: { sums: readonly number[]; left: number; answered: number },
  least: number,
): { answered: number | null; meanPlaces: (number | null)[] | null } {
  if (answered < least) return { answered: null, meanPlaces: null };
  const last = answered * (sums.length - 1);
  // Three people whose orders go round in a circle are known from their means: of few there are too few such ways.
  const isSafe = answered >= 2 * least && sums.every((places) => places >= least && last - places >= least);
  return {
    answered: isFew(left, least) ? null : answered,
    meanPlaces: isSafe ? sums.map((places) => meanPlace(places, answered)) : null,
  };
}

/** From 1, to one decimal. */
export function meanPlace(places: number, answered: number): number {
  return Math.round((1 + places / answered) * 10) / 10;
}

/** How many wrote something, where neither they nor the others are too few. */
export function showText({ answered, left }: { answered: number; left: number }, least: number): Shown {
  return { answered: answered < least || isFew(left, least) ? null : answered, groups: null };
}

/**
 * Units whose rows may stand side by side in a table, as groups of their places: of each and in each column there are
 * enough. Those of which there are not are taken together, where needed with others that are drawn.
 *
 * @param cells by unit and column; every column adds up to what is shown of all
 * @returns null where there is nothing to be told apart
 */
export function rowsApart(
  cells: readonly (readonly number[])[],
  least: number,
  draw: Draw = drawByWeight,
): number[][] | null {
  const columns = (cells[0] ?? []).map((_, column) => column);
  const used = columns.filter((column) => cells.some((row) => row[column]! > 0));
  // Where all said the same there is nothing to be divided.
  if (used.length < 2) return null;
  const within = (units: readonly number[]) =>
    used.map((column) => sum(units.map((unit) => cells[unit]![column]!)));
  const isEnough = (units: readonly number[], bound: number) =>
    within(units).every((count) => count >= bound);

  const apart = cells.map((_, unit) => unit).filter((unit) => isEnough([unit], least));
  const pool = cells.map((_, unit) => unit).filter((unit) => !isEnough([unit], least));
  const few = pool.length;
  const isTooPlain = () => {
    const absorbed = pool.length - few;
    return !isEnough(pool, absorbed > 0 ? absorbed * least + 2 : least);
  };
  while (few > 0 && apart.length > 0 && isTooPlain()) {
    const [taken] = apart.splice(draw(apart.map((unit) => 1 / sum(cells[unit]!) ** 2)), 1);
    pool.push(taken!);
  }
  if (few > 0 && isTooPlain()) return null;
  const rows = [...apart.map((unit) => [unit]), ...(few > 0 ? [pool.sort((a, b) => a - b)] : [])];
  return rows.length < 2 ? null : rows;
}

const isFew = (count: number, least: number): boolean => count > 0 && count < least;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Exact enough: what is in the rational row space is in that modulo a large prime too, but for chances of one in millions. */
const prime = 67_108_859;

/** What can be told from numbers that are known sums: adds each as a vector, answers whether another follows from them. */
export function rowSpace(dimensions: number): {
  add(vector: ReadonlyMap<number, number>): void;
  has(vector: ReadonlyMap<number, number>): boolean;
} {
  const rows: { pivot: number; row: Float64Array }[] = [];

  function reduced(vector: ReadonlyMap<number, number>): Float64Array {
    const row = new Float64Array(dimensions);
    for (const [at, value] of vector) row[at] = ((value % prime) + prime) % prime;
    for (const { pivot, row: known } of rows) {
      const times = row[pivot]!;
      if (times === 0) continue;
      for (let at = 0; at < dimensions; at += 1)
        if (known[at] !== 0) row[at] = (row[at]! + (prime - times) * known[at]!) % prime;
    }
    return row;
  }

  return {
    add(vector) {
      const row = reduced(vector);
      const pivot = row.findIndex((value) => value !== 0);
      if (pivot === -1) return;
      const inverse = power(row[pivot]!, prime - 2);
      rows.push({ pivot, row: row.map((value) => (value * inverse) % prime) });
    },
    has: (vector) => reduced(vector).every((value) => value === 0),
  };
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let left = exponent, square = base; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % prime;
    square = (square * square) % prime;
  }
  return result;
}

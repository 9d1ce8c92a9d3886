/**
 * The one loop that decides how long a search by meaning takes: products of a question with each of many vectors of
 * small whole numbers, sixteen at a step. V8 does not turn a loop of JavaScript into such steps, and is ten times slower.
 *
 * The program is written here as WebAssembly's own bytes: a tool that makes them would be a dependency for forty
 * instructions.
 */
type Bytes = readonly number[];

/** Parameters: where the question stands, the first vector, how many, bytes of each, where products go. */
const [question, vector, count, bytes, products] = [0, 1, 2, 3, 4] as const;
const [at, sum, one, other] = [5, 6, 7, 8] as const;

const get = (local: number): Bytes => [0x20, local];
const set = (local: number): Bytes => [0x21, local];
/** From -64 to 63. */
const constant = (value: number): Bytes => [0x41, value & 0x7f];
const add: Bytes = [0x6a];
const isBelow: Bytes = [0x49];
const store: Bytes = [0x36, 2, 0];
const loop: Bytes = [0x03, 0x40];
const again: Bytes = [0x0d, 0];
const end: Bytes = [0x0b];
const simd = (code: number, ...rest: number[]): Bytes => [0xfd, ...unsigned(code), ...rest];
const load = simd(0x00, 0, 0);
const nothing = simd(0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
/** Products of two sets of eight numbers: two of numbers up to 127 fit, added, into sixteen bits. */
const lowProducts = simd(0x9c);
const highProducts = simd(0x9d);
const addSixteenBits = simd(0x8e);
const addNeighbours = simd(0x7e);
const addThirtyTwoBits = simd(0xae);
const lane = (place: number): Bytes => simd(0x1b, place);

const increase = (local: number, by: Bytes): Bytes[] => [get(local), by, add, set(local)];

const eachStep: Bytes[] = [
  get(question),
  get(at),
  add,
  load,
  set(one),
  get(vector),
  get(at),
  add,
  load,
  set(other),
  get(sum),
  get(one),
  get(other),
  lowProducts,
  get(one),
  get(other),
  highProducts,
  addSixteenBits,
  addNeighbours,
  addThirtyTwoBits,
  set(sum),
  ...increase(at, constant(16)),
  get(at),
  get(bytes),
  isBelow,
  again,
];

const eachVector: Bytes[] = [
  constant(0),
  set(at),
  nothing,
  set(sum),
  loop,
  ...eachStep,
  end,
  get(products),
  get(sum),
  lane(0),
  get(sum),
  lane(1),
  add,
  get(sum),
  lane(2),
  add,
  get(sum),
  lane(3),
  add,
  store,
  ...increase(products, constant(4)),
  ...increase(vector, get(bytes)),
  ...increase(count, constant(-1)),
  get(count),
  again,
];

/** `at` is a number, the three locals behind it are vectors of 128 bits. */
const locals: Bytes = [2, 1, 0x7f, 3, 0x7b];
const code = [locals, loop, ...eachVector, end, end].flat();

const program = Uint8Array.from(
  [
    [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    section(1, 1, 0x60, 5, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0),
    section(2, 1, ...named('hub'), ...named('memory'), 0x02, 0x00, 1),
    section(3, 1, 0),
    section(7, 1, ...named('products'), 0x00, 0),
    section(10, 1, ...unsigned(code.length), ...code),
  ].flat(),
);

/**
 * Writes the products as whole numbers of 32 bits. Places are bytes in the memory; there is at least one vector, and its
 * bytes are a multiple of sixteen, each from -127 to 127.
 */
export type Products = (
  question: number,
  firstVector: number,
  count: number,
  bytes: number,
  products: number,
) => void;

export function productsOver(memory: WebAssembly.Memory): Products {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(program), { hub: { memory } });
  return instance.exports['products'] as Products;
}

function section(id: number, ...content: number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function named(name: string): number[] {
  return [name.length, ...Buffer.from(name)];
}

/** As WebAssembly writes numbers: seven bits a byte, the lowest first. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

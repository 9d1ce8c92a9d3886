/** Many short lists of numbers, one behind the other: `values.subarray(starts[i], starts[i + 1])` is list i. */
export interface Lists {
  starts: Uint32Array;
  values: Uint32Array;
}

/** Collects lists one by one without an object for each. */
export class ListsBuilder {
  #starts = new Uint32Array(1024);
  #values = new Uint32Array(4096);
  #lists = 0;
  #length = 0;

  /** @returns the number of the list, from 0 */
  add(list: readonly number[]): number {
    this.#values = roomFor(this.#values, this.#length + list.length);
    this.#values.set(list, this.#length);
    this.#length += list.length;
    this.#lists += 1;
    this.#starts = roomFor(this.#starts, this.#lists + 1);
    this.#starts[this.#lists] = this.#length;
    return this.#lists - 1;
  }

  get count(): number {
    return this.#lists;
  }

  finish(): Lists {
    return { starts: this.#starts.slice(0, this.#lists + 1), values: this.#values.slice(0, this.#length) };
  }
}

export function listAt({ starts, values }: Lists, index: number): Uint32Array {
  return values.subarray(starts[index], starts[index + 1]);
}

function roomFor(array: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  if (length <= array.length) return array;
  const wider = new Uint32Array(Math.max(length, array.length * 2));
  wider.set(array);
  return wider;
}

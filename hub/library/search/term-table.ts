const noSecond = 0;
const fullest = 0.7;

/** Numbers for terms, from 0 in the order in which they come: a syllable, or two in a row, themselves numbers. */
export class TermTable {
  #firsts = new Uint32Array(1024);
  /** One more than the second syllable; 0: there is none. */
  #seconds = new Uint32Array(1024);
  /** One more than the term's number; 0: free. */
  #slots = new Uint32Array(2048);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** -1 where there is no such term. */
  find(first: number, second: number | null): number {
    return this.#slots[this.#slotOf(first, second === null ? noSecond : second + 1)]! - 1;
  }

  numberOf(first: number, second: number | null): number {
    const behind = second === null ? noSecond : second + 1;
    const slot = this.#slotOf(first, behind);
    const known = this.#slots[slot]!;
    if (known > 0) return known - 1;
    if (this.#count === this.#firsts.length) this.#widen();
    this.#firsts[this.#count] = first;
    this.#seconds[this.#count] = behind;
    this.#count += 1;
    this.#slots[slot] = this.#count;
    if (this.#count > this.#slots.length * fullest) this.#spread();
    return this.#count - 1;
  }

  /** Gives back the room that was taken in advance. */
  trim(): void {
    this.#firsts = this.#firsts.slice(0, this.#count);
    this.#seconds = this.#seconds.slice(0, this.#count);
  }

  #slotOf(first: number, behind: number): number {
    const mask = this.#slots.length - 1;
    let slot = mixed(first, behind) & mask;
    for (;;) {
      const number = this.#slots[slot]!;
      if (number === 0) return slot;
      if (this.#firsts[number - 1] === first && this.#seconds[number - 1] === behind) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #widen(): void {
    this.#firsts = doubled(this.#firsts);
    this.#seconds = doubled(this.#seconds);
  }

  #spread(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let number = 0; number < this.#count; number += 1) {
      this.#slots[this.#slotOf(this.#firsts[number]!, this.#seconds[number]!)] = number + 1;
    }
  }
}

function mixed(first: number, behind: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(behind, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function doubled(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(array.length * 2);
  wider.set(array);
  return wider;
}

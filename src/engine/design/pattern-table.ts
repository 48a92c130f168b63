// Rows of numbers told apart and numbered, in memory that grows with the distinct ones only.

const INITIAL = 1024;

/** Numbers tuples of `width` numbers in the order in which they first occur; 0 and -0 are equal. */
export class PatternTable {
  /** The distinct tuples found so far. */
  count = 0;
  /** One tuple after another. */
  private values: Float64Array;
  /** Position + 1 of a tuple by its hash, 0 where free; at most half full. */
  private slots = new Int32Array(2 * INITIAL);
  private readonly number = new Float64Array(1);
  private readonly bits = new Int32Array(this.number.buffer);

  constructor(private readonly width: number) {
    this.values = new Float64Array(INITIAL * width);
  }

  /** The number of a tuple, which becomes known if it was not. */
  find(tuple: Float64Array): number {
    let slot = this.hash(tuple, 0) & (this.slots.length - 1);
    for (let known = this.slots[slot]; known > 0; known = this.slots[slot]) {
      if (this.equals(known - 1, tuple)) return known - 1;
      slot = (slot + 1) & (this.slots.length - 1);
    }
    return this.insert(tuple, slot);
  }

  /** The number at place `k` of a tuple. */
  at(pattern: number, k: number): number {
    return this.values[pattern * this.width + k];
  }

  private insert(tuple: Float64Array, slot: number): number {
    const {width} = this;
    if ((this.count + 1) * width > this.values.length) {
      const larger = new Float64Array(2 * this.values.length);
      larger.set(this.values);
      this.values = larger;
    }
    this.values.set(tuple, this.count * width);
    this.slots[slot] = ++this.count;
    if (2 * this.count > this.slots.length) this.rehash();
    return this.count - 1;
  }

  private rehash(): void {
    const slots = new Int32Array(2 * this.slots.length);
    for (let i = 0; i < this.count; ++i) {
      let slot = this.hash(this.values, i * this.width) & (slots.length - 1);
      while (slots[slot]) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = i + 1;
    }
    this.slots = slots;
  }

  private equals(pattern: number, tuple: Float64Array): boolean {
    const from = pattern * this.width;
    for (let k = 0; k < this.width; ++k) if (this.values[from + k] !== tuple[k]) return false;
    return true;
  }

  /** Multiplies and shifts the bits of every number in, so that all of them move all of the result. */
  private hash(values: Float64Array, from: number): number {
    const {number, bits} = this;
    let h = 0;
    for (let k = from; k < from + this.width; ++k) {
      // Adding 0 makes -0 the 0 that it equals.
      number[0] = values[k] + 0;
      h = Math.imul(h ^ bits[0], 0x85ebca6b);
      h = Math.imul(h ^ (h >>> 13) ^ bits[1], 0xc2b2ae35);
      h ^= h >>> 16;
    }
    return h;
  }
}

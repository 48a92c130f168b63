import seedrandom from "seedrandom";
import {describe, expect, it} from "vitest";
import {createGenerator, Xoshiro128} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";

const MASK = (1n << 32n) - 1n;
const rotate = (x: bigint, k: bigint) => ((x << k) | (x >> (32n - k))) & MASK;

/** The generator as published, in whole-number arithmetic; returns the output, changes the state. */
function slowStep(s: bigint[]): number {
  const output = (rotate((s[1] * 5n) & MASK, 7n) * 9n) & MASK;
  const shifted = (s[1] << 9n) & MASK;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= shifted;
  s[3] = rotate(s[3], 11n);
  return Number(output);
}

const pack = (s: readonly bigint[]) => s[0] | (s[1] << 32n) | (s[2] << 64n) | (s[3] << 96n);
const unpack = (x: bigint) => [0n, 32n, 64n, 96n].map((shift) => (x >> shift) & MASK);

/** The image of a state under a linear map given by the images of the 128 unit states. */
function apply(images: readonly bigint[], state: bigint): bigint {
  let result = 0n;
  for (let bit = 0; bit < 128; bit++) if ((state >> BigInt(bit)) & 1n) result ^= images[bit];
  return result;
}

/** Powers[k] maps a state to that 2^k steps on: a step is linear in the bits, squaring doubles it. */
const powers = [
  Array.from({length: 128}, (_, bit) => {
    const unit = unpack(1n << BigInt(bit));
    slowStep(unit);
    return pack(unit);
  })
];
for (let k = 1; k < 128; k++) {
  const half = powers[k - 1];
  powers.push(half.map((image) => apply(half, image)));
}

/** The state any number of steps on, by the binary digits of that number. */
function advance(state: readonly bigint[], steps: bigint): bigint[] {
  let moved = pack(state);
  powers.forEach((images, k) => {
    if ((steps >> BigInt(k)) & 1n) moved = apply(images, moved);
  });
  return unpack(moved);
}

/** The primes whose product is 2^128 - 1. */
const PRIMES = [3n, 5n, 17n, 257n, 641n, 65537n, 274177n, 6700417n, 67280421310721n];

const UNIFORMS = [
  0.03963119112106395, 0.921419600321255, 0.9085997297133677, 0.2680493479378724,
  0.23002934700030986, 0.23038484316176866, 0.6498795545658624, 0.7939431518929998
];
const NORMALS = [
  -0.127793440316962, -1.147892619496007, -0.5311825361989743, -0.23658641663902605,
  0.6572255148434061, 0.45826004651552665, -0.8494764549303975, -0.7224785041041552
];

/** The four words that a seed expands to, straight from the library. */
function seedState(seed: string): Int32Array {
  const expand = seedrandom(seed);
  return Int32Array.from({length: 4}, () => expand.int32());
}

const outputs = (generator: {uint32(): number}, n: number) =>
  Array.from({length: n}, () => generator.uint32());

describe("Xoshiro128", () => {
  it("gives the numbers of the published algorithm", () => {
    const slow = [0x9e3779b9n, 2n, 0xffffffffn, 0x80000000n];
    const fast = new Xoshiro128(Int32Array.from(slow, Number));
    for (let i = 0; i < 1000; i++) expect(fast.uint32()).toBe(slowStep(slow));
  });

  it("starts as the reference implementation does from the state 1, 2, 3, 4", () => {
    expect(outputs(new Xoshiro128(Int32Array.of(1, 2, 3, 4)), 4)).toEqual([
      11520, 0, 5927040, 70819200
    ]);
  });

  it("jumps by 2^64 steps", () => {
    const state = [1n, 0xdeadbeefn, 3n, 0x7fffffffn];
    const fast = new Xoshiro128(Int32Array.from(state, Number));
    fast.jump();
    const slow = advance(state, 1n << 64n);
    for (let i = 0; i < 20; i++) expect(fast.uint32()).toBe(slowStep(slow));
  });

  it("comes back to a state after 2^128 - 1 steps and no sooner", () => {
    const period = (1n << 128n) - 1n;
    expect(PRIMES.reduce((product, prime) => product * prime)).toBe(period);
    const state = [1n, 0xdeadbeefn, 3n, 0x7fffffffn];
    expect(advance(state, period)).toEqual(state);
    // A shorter period would divide one of these.
    for (const prime of PRIMES) expect(advance(state, period / prime)).not.toEqual(state);
  });
});

describe("createGenerator(seed, stream)", () => {
  it("gives the same first numbers for the seed “1” for ever", () => {
    expect(outputs(createGenerator("1"), 8)).toEqual([
      170214660, 1847707735, 3957467051, 1244625363, 3902406131, 1647301636, 1151263194, 2027665772
    ]);
    const uniform = createGenerator("1");
    expect(Array.from({length: 8}, () => uniform.uniform())).toEqual(UNIFORMS);
    const normal = createGenerator("1");
    expect(Array.from({length: 8}, () => normal.normal())).toEqual(NORMALS);
  });

  it("gives stream k what k jumps from stream 0 give", () => {
    const walker = createGenerator("seed");
    for (let k = 0; k < 4; k++) {
      const stream = createGenerator("seed", k);
      const copy = createGenerator("seed");
      for (let i = 0; i < k; i++) copy.jump();
      expect(outputs(stream, 20)).toEqual(outputs(copy, 20));
    }
    expect(outputs(walker, 5)).not.toEqual(outputs(createGenerator("seed", 1), 5));
  });

  it("starts stream k at k 2^64 steps from stream 0, up to the last chain there can be", () => {
    const first = new Xoshiro128(seedState("streams"));
    expect(outputs(createGenerator("streams"), 5)).toEqual(outputs(first, 5));
    const start = Array.from(seedState("streams"), (word) => BigInt(word >>> 0));
    for (const k of [1, 2, 63]) {
      const stream = createGenerator("streams", k);
      const slow = advance(start, BigInt(k) << 64n);
      for (let i = 0; i < 5; i++) expect(stream.uint32()).toBe(slowStep(slow));
    }
  });

  it("expands any text, and does so the same whatever was expanded before", () => {
    const seed = "graine № 1, σ = 🎲";
    const before = outputs(createGenerator(seed), 5);
    createGenerator("another");
    expect(outputs(createGenerator(seed), 5)).toEqual(before);
    expect(outputs(createGenerator("graine № 1, σ = 🎳"), 5)).not.toEqual(before);
  });

  it("gives different seeds different numbers, the empty seed included", () => {
    const firsts = ["", "0", "1", "01", "seed", "seed "].map((seed) =>
      createGenerator(seed).uint32()
    );
    expect(new Set(firsts).size).toBe(firsts.length);
  });

  it("names a stream that is not a whole number from 0", () => {
    expect(() => createGenerator("1", -1)).toThrow(/^invalid stream: -1; /);
    expect(() => createGenerator("1", 0.5)).toThrow(/^invalid stream: 0.5; /);
  });
});

describe("uniform()", () => {
  const n = 1_000_000;
  const generator = createGenerator("uniform");
  const draws = Float64Array.from({length: n}, () => generator.uniform());

  // 4.5 standard errors: a sound generator fails once in 150 000 seeds, and this seed is fixed.
  it("has the mean and variance of its law", () => {
    const mean = draws.reduce((sum, u) => sum + u, 0) / n;
    const square = draws.reduce((sum, u) => sum + (u - 0.5) ** 2, 0) / n;
    expectClose(mean, 1 / 2, {absolute: 4.5 * Math.sqrt(1 / 12 / n)});
    expectClose(square, 1 / 12, {absolute: 4.5 * Math.sqrt(1 / 180 / n)});
  });

  it("stays inside (0, 1) and uses the last of 53 bits", () => {
    expect(draws.every((u) => u > 0 && u < 1)).toBe(true);
    const odd = draws.reduce((count, u) => count + ((u * 2 ** 53) % 2), 0);
    expectClose(odd, n / 2, {absolute: 4.5 * Math.sqrt(n / 4)});
  });

  it("fills 100 equal cells evenly", () => {
    const counts = new Float64Array(100);
    for (const u of draws) counts[Math.floor(u * 100)]++;
    const chiSquare = counts.reduce((sum, count) => sum + (count - n / 100) ** 2 / (n / 100), 0);
    // 99 degrees of freedom: mean 99, sd 14.07.
    expectClose(chiSquare, 99, {absolute: 4.5 * Math.sqrt(198)});
  });
});

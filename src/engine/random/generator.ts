// A seeded generator of random numbers that can jump to independent streams, one per chain.
import seedrandom from "seedrandom";
import {error} from "../error.js";
import type {Generator} from "../types.js";
import {drawNormal} from "./normal.js";

/** The distance between neighbouring uniform numbers. */
const UNIT = 2 ** -53;

/** The coefficients of x^(2^64) modulo the generator's characteristic polynomial. */
const JUMP_POLYNOMIAL = [0x8764000b, 0xf542d2d3, 0x6fa035c3, 0x77f2db5b] as const;

/**
 * The xoshiro128** generator, period 2^128 - 1. [blackman2021]
 *
 * `state` holds four 32-bit words, not all zero; the generator owns and overwrites it.
 */
export class Xoshiro128 implements Generator {
  readonly #state: Int32Array;

  constructor(state: Int32Array) {
    this.#state = state;
  }

  uint32(): number {
    const s = this.#state;
    const a = s[0];
    const b = s[1];
    const c = s[2] ^ a;
    const d = s[3] ^ b;
    const scrambled = Math.imul(b, 5);
    s[0] = a ^ d;
    s[1] = b ^ c;
    s[2] = c ^ (b << 9);
    s[3] = (d << 11) | (d >>> 21);
    return Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
  }

  uniform(): number {
    let u: number;
    // Zero comes once in 2^53 draws; redrawing keeps logarithms finite.
    do {
      u = ((this.uint32() >>> 5) * 0x4000000 + (this.uint32() >>> 6)) * UNIT;
    } while (u === 0);
    return u;
  }

  normal(): number {
    return drawNormal(this);
  }

  /** Moves on by 2^64 numbers of 32 bits: more than any chain can use. */
  jump(): void {
    const state = this.#state;
    const target = new Int32Array(4);
    for (const word of JUMP_POLYNOMIAL) {
      for (let bit = 0; bit < 32; ++bit) {
        if ((word >>> bit) & 1) for (let i = 0; i < 4; ++i) target[i] ^= state[i];
        this.uint32();
      }
    }
    state.set(target);
  }
}

/**
 * A generator for `seed`, `stream` jumps of 2^64 numbers on from the seed's first stream. The text is
 * expanded to a first state by seedrandom's ARC4; the period of 2^128 - 1 holds 2^64 - 1 such streams,
 * which therefore never overlap. Equal arguments give equal numbers everywhere. [blackman2021]
 *
 * Raises an InputError when `stream` is not a whole number from 0.
 */
export function createGenerator(seed: string, stream = 0): Xoshiro128 {
  if (!Number.isInteger(stream) || stream < 0) {
    error(`invalid stream: ${stream}; must be a whole number from 0`);
  }
  const expand = seedrandom(seed);
  const state = Int32Array.from({length: 4}, () => expand.int32());
  if (state.every((word) => word === 0)) state[0] = 1;
  const generator = new Xoshiro128(state);
  for (let k = 0; k < stream; ++k) generator.jump();
  return generator;
}

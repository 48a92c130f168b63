import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {AliasTable} from "../../../src/engine/exact/alias.js";
import type {Generator} from "../../../src/engine/types.js";
import {expectClose} from "../../assert.js";

/** A generator whose uniform numbers are the given ones, in turn. */
function scripted(numbers: readonly number[]): Generator {
  let at = 0;
  return {uniform: () => numbers[at++], normal: () => NaN, uint32: () => NaN};
}

/**
 * Exact probabilities: between k/n and (k + 1)/n the answer changes once, from k to its other, at a
 * place that bisection finds.
 */
function probabilities(weights: Float64Array): Float64Array {
  const table = new AliasTable(weights);
  const n = weights.length;
  const answer = (u: number) => table.draw(scripted([u]));
  const out = new Float64Array(n);
  for (let k = 0; k < n; ++k) {
    let [low, high] = [0, 1 - 1e-12];
    const at = (share: number) => answer((k + share) / n);
    const other = at(high);
    if (other === k) low = 1;
    else if (at(1e-12) !== k) low = 0;
    else
      for (let step = 0; step < 45; ++step) {
        const middle = (low + high) / 2;
        if (at(middle) === k) low = middle;
        else high = middle;
      }
    out[k] += low / n;
    out[other] += (1 - low) / n;
  }
  return out;
}

describe("AliasTable", () => {
  it("draws every number with the share of its weight, exactly", () => {
    const anyWeights = fc
      .array(fc.oneof(fc.constant(0), fc.double({min: 1e-6, max: 1e6, noNaN: true})), {
        minLength: 1,
        maxLength: 40
      })
      .filter((weights) => weights.some((weight) => weight > 0));
    fc.assert(
      fc.property(anyWeights, (weights) => {
        const total = weights.reduce((a, b) => a + b, 0);
        const expected = weights.map((weight) => weight / total);
        // Bisection ends 1e-12 before a share's end.
        expectClose(probabilities(Float64Array.from(weights)), expected, {absolute: 1e-11});
      })
    );
  });

  it("always draws the only number there is", () => {
    const table = new AliasTable(Float64Array.of(0.3));
    expect([0, 0.5, 1 - 2 ** -53].map((u) => table.draw(scripted([u])))).toEqual([0, 0, 0]);
  });

  it("never draws a number without weight", () => {
    const table = new AliasTable(Float64Array.of(0, 2, 0, 1e-300, 5, 0));
    const seen = new Set<number>();
    for (let i = 0; i < 6000; ++i) seen.add(table.draw(scripted([(i + 0.5) / 6000])));
    expect([...seen].sort()).toEqual([1, 4]);
  });

  it("leaves the weights as they are", () => {
    const weights = Float64Array.of(3, 1, 2);
    expect(new AliasTable(weights).draw(scripted([0]))).toBe(0);
    expect([...weights]).toEqual([3, 1, 2]);
  });
});

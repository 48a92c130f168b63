import {describe, expect, it} from "vitest";
import {rankNormalize} from "../../../src/engine/diagnostics/rank-normalize.js";
import {normalQuantile} from "../../../src/engine/math/special.js";

const score = (rank: number, size: number) => normalQuantile((rank - 3 / 8) / (size + 1 / 4));

describe("rankNormalize(values)", () => {
  it("keeps the order of the draws and only that", () => {
    const expected = [3, 1, 2, 4].map((rank) => score(rank, 4));
    expect(Array.from(rankNormalize(Float64Array.of(7, -1, 0, 1e9)))).toEqual(expected);
    expect(Array.from(rankNormalize(Float64Array.of(3, 1, 2, 4)))).toEqual(expected);
  });

  it("gives ties their mean rank", () => {
    expect(Array.from(rankNormalize(Float64Array.of(5, 2, 5, 5, 9)))).toEqual(
      [3, 1, 3, 3, 5].map((rank) => score(rank, 5))
    );
  });

  it("ranks infinities, and -0 with 0", () => {
    const scores = rankNormalize(Float64Array.of(Infinity, 0, -Infinity, -0));
    expect(Array.from(scores)).toEqual([4, 2.5, 1, 2.5].map((rank) => score(rank, 4)));
  });

  it("is NaN throughout when any draw is NaN", () => {
    expect(rankNormalize(Float64Array.of(1, NaN, 2)).every(Number.isNaN)).toBe(true);
  });

  it("leaves the draws as they are", () => {
    const values = Float64Array.of(3, 1, 2);
    rankNormalize(values);
    expect(Array.from(values)).toEqual([3, 1, 2]);
  });
});

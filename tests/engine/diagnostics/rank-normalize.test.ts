import {describe, expect, it} from "vitest";
import {rankNormalize as writeScores} from "../../../src/engine/diagnostics/rank-normalize.js";
import {createSorter} from "../../../src/engine/math/sort-order.js";
import {normalQuantile} from "../../../src/engine/math/special.js";

const score = (rank: number, size: number) => normalQuantile((rank - 3 / 8) / (size + 1 / 4));

function rankNormalize(values: Float64Array): Float64Array {
  const [sorted, order, scores] = [values.slice(), new Int32Array(values.length), values.slice()];
  createSorter(values.length)(values, sorted, order);
  writeScores(sorted, order, scores);
  return scores;
}

describe("rankNormalize(sorted, order, scores)", () => {
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
});

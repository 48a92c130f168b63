import {describe, expect, it} from "vitest";
import {createDrawOrderer, orderDraws} from "../../../src/engine/diagnostics/ordered-draws.js";
import {normalQuantile} from "../../../src/engine/math/special.js";
import {cases, undefinedDraws} from "./cases.js";

describe("orderDraws(values, chains, iterations)", () => {
  it.each(cases)("sorts %s draws, and their halves with positions", (_, example) => {
    const {values, chains, iterations} = example;
    const draws = orderDraws(values, chains, iterations);
    expect(draws.degenerate).toBe(false);
    expect(draws.sorted).toEqual(values.slice().sort());
    expect(draws.ascending).toEqual(draws.values.slice().sort());
    expect(Float64Array.from(draws.order, (i) => draws.values[i])).toEqual(draws.ascending);
  });

  it("leaves the middle of odd chains out of ranks, not out of quantiles", () => {
    const draws = orderDraws(Float64Array.of(4, 9, 1, 3, 2, 8), 2, 3);
    expect(Array.from(draws.sorted)).toEqual([1, 2, 3, 4, 8, 9]);
    expect(Array.from(draws.values)).toEqual([4, 1, 3, 8]);
    expect(Array.from(draws.scores)).toEqual(
      [3, 1, 2, 4].map((rank) => normalQuantile((rank - 3 / 8) / (4 + 1 / 4)))
    );
    expect([draws.chains, draws.iterations]).toEqual([4, 1]);
  });

  it.each(undefinedDraws)("says that nothing can be diagnosed with %s, but sorts", (_, values) => {
    const draws = orderDraws(values, 2, 20);
    expect(draws.degenerate).toBe(true);
    expect(draws.sorted).toEqual(values.slice().sort());
  });

  it("leaves the draws as they are", () => {
    const values = Float64Array.of(3, 1, 2, 0);
    orderDraws(values, 1, 4);
    expect(Array.from(values)).toEqual([3, 1, 2, 0]);
  });
});

it("createDrawOrderer orders a variable regardless of those before it", () => {
  const order = createDrawOrderer(1, 4);
  order(Float64Array.of(NaN, 1, 2, 3));
  const {sorted, degenerate, scores} = order(Float64Array.of(4, 3, 2, 1));
  expect([Array.from(sorted), degenerate]).toEqual([[1, 2, 3, 4], false]);
  expect(scores).toEqual(orderDraws(Float64Array.of(4, 3, 2, 1), 1, 4).scores);
});

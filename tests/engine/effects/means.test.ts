import {describe, expect, it} from "vitest";
import {meanPredictors} from "../../../src/engine/effects/means.js";
import {summarize} from "../../../src/engine/summary/summarize.js";
import {expectClose} from "../../assert.js";
import {drawsOf, modelWithDraws} from "./posterior-of.js";

describe("meanPredictors", () => {
  const {model, draws} = modelWithDraws({formula: "y ~ x + (1 + t | g)"});
  const {x, t} = model.design.rows.data as Record<string, Float64Array>;
  const g = model.design.rows.data.g as readonly string[];
  const predictor = (i: number, draw: number) =>
    drawsOf(draws, "b_Intercept")[draw] +
    x[i] * drawsOf(draws, "b_x")[draw] +
    drawsOf(draws, `r_g[${g[i]},Intercept]`)[draw] +
    t[i] * drawsOf(draws, `r_g[${g[i]},t]`)[draw];

  it("averages the linear predictor over each set of rows, draw by draw", () => {
    const sets = [Int32Array.of(0), Int32Array.of(3, 4, 20, 30), Int32Array.from(x, (_, i) => i)];
    const found = meanPredictors(model, draws, sets);
    expect(found.length).toBe(3);
    sets.forEach((rows, s) => {
      const slow = Float64Array.from(
        {length: 600},
        (_, draw) => rows.reduce((sum, i) => sum + predictor(i, draw), 0) / rows.length
      );
      const {mean, sd, q50} = summarize(slow, 2, 300);
      expectClose([found[s].mean, found[s].sd, found[s].q50], [mean, sd, q50], {absolute: 1e-12});
    });
  });

  it("has nothing to say of no sets", () => {
    expect(meanPredictors(model, draws, [])).toEqual([]);
  });
});

import {describe, expect, it} from "vitest";
import {createDraws, variableView} from "../../../src/engine/draws/draws.js";
import {summarizeDraws} from "../../../src/engine/summary/parameters.js";
import {summarize} from "../../../src/engine/summary/summarize.js";

describe("summarizeDraws", () => {
  it("has one row per variable, in order, each summarised alone", () => {
    const draws = createDraws(["b", "a"], 2, 50);
    draws.values.forEach((_, i) => (draws.values[i] = Math.sin(i * i)));
    const rows = summarizeDraws(draws);
    expect(rows.map(({variable}) => variable)).toEqual(["b", "a"]);
    rows.forEach((row, v) => {
      expect(row).toMatchObject(summarize(variableView(draws, v), 2, 50));
    });
  });
});

import {describe, expect, it} from "vitest";
import {slowFits, termsBeside, type Timed} from "../../../src/data/choices/slow-fits.js";

/** A model of groups of party and age, and of clusters. */
function timed(clusters: number, method: "exact" | "nuts", asked?: "nuts"): Timed {
  const term = (name: string, count: number) => ({
    factors: [name],
    levels: Array.from({length: count}, (_, i) => `${name} ${String(i)}`)
  });
  const terms = [term("group", 200), ...(clusters ? [term("village", clusters)] : [])];
  return {
    one: {model: {sampler: {method: asked}}, fit: {method, model: {design: {terms}}}},
    card: {groups: {kind: "joined", modifiers: ["party", "age"], column: "group"}}
  };
}

describe("slowFits(model)", () => {
  it("are all that a study asks NUTS for, and all that NUTS was taken for with many clusters", () => {
    expect(slowFits(timed(0, "nuts", "nuts"))).toBe("all");
    expect(slowFits(timed(5000, "nuts"))).toBe("all");
  });

  it("are those of other likelihoods alone where many clusters are drawn exactly", () => {
    expect(slowFits(timed(320, "exact"))).toBe("other likelihoods");
  });

  it("are none with few clusters or none, however many the groups", () => {
    expect([slowFits(timed(60, "exact")), slowFits(timed(0, "exact"))]).toEqual([
      undefined,
      undefined
    ]);
    expect(slowFits(timed(0, "nuts"))).toBeUndefined();
  });
});

describe("termsBeside(model)", () => {
  it("are those of clusters", () => {
    expect(termsBeside(timed(3, "exact")).map(({factors}) => factors)).toEqual([["village"]]);
  });
});

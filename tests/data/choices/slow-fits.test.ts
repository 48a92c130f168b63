import {describe, expect, it} from "vitest";
import {otherLikelihoods, slowFits, termsBeside} from "../../../src/data/choices/slow-fits.js";

const term = (name: string, count: number) => ({
  factors: [name],
  levels: Array.from({length: count}, (_, i) => `${name} ${String(i)}`)
});

describe("slowFits(beside, taken, asked)", () => {
  it("are all that a study asks NUTS for, and all that NUTS was taken for with many clusters", () => {
    expect(slowFits([], "nuts", "nuts")).toBe("all");
    expect(slowFits([term("village", 5000)], "nuts", undefined)).toBe("all");
  });

  it("are those of other likelihoods alone where many clusters are drawn exactly", () => {
    expect(slowFits([term("village", 320)], "exact", undefined)).toBe("other likelihoods");
  });

  it("are none with few clusters or none", () => {
    expect([
      slowFits([term("village", 60)], "exact", undefined),
      slowFits([], "exact", undefined),
      slowFits([], "nuts", undefined)
    ]).toEqual([undefined, undefined, undefined]);
  });
});

describe("termsBeside(terms, groups)", () => {
  it("are those of clusters, however many the groups", () => {
    const groups = {modifiers: ["party", "age"], column: "group"};
    const terms = [term("group", 200), term("party", 3), term("village", 3)];
    expect(termsBeside(terms, groups).map(({factors}) => factors)).toEqual([["village"]]);
    expect(termsBeside(terms.slice(0, 2), groups)).toEqual([]);
  });
});

describe("otherLikelihoods(beside, taken)", () => {
  it("are crossed where the published likelihood is sampled too", () => {
    expect(otherLikelihoods([], "nuts")).toBe("crossed");
    expect(otherLikelihoods([term("village", 5000)], "nuts")).toBe("crossed");
  });

  it("take single changes beside exact draws, and none where there are clusters", () => {
    expect(otherLikelihoods([], "exact")).toBe("single changes");
    expect(otherLikelihoods([term("village", 60)], "exact")).toBe("alone");
  });
});

import {describe, expect, it} from "vitest";
import {drawEffects} from "../../../src/engine/effects/effects.js";
import {ownTerms} from "../../../src/engine/effects/own-terms.js";
import {modelWithDraws} from "./posterior-of.js";

function own(formula: string, by: readonly string[]): string[] {
  const {model, draws} = modelWithDraws({formula, treatment: "t", by});
  const {groups} = drawEffects(model, draws);
  return ownTerms(model.design, groups).map((k) => model.design.terms[k].group);
}

describe("ownTerms", () => {
  it("is the term that tells a group from all others", () => {
    expect(own("y ~ t + (1 + t | f * g)", ["f", "g"])).toEqual(["f:g"]);
    expect(own("y ~ t + (1 + t | f)", ["f"])).toEqual(["f"]);
  });

  it("is none where groups share every level with others", () => {
    expect(own("y ~ t + (1 + t | f) + (1 + t | g)", ["f", "g"])).toEqual([]);
    expect(own("y ~ t", ["f"])).toEqual([]);
  });

  it("takes in terms finer than the groups", () => {
    expect(own("y ~ t + (1 + t | f) + (1 | f:g)", ["f"])).toEqual(["f", "f:g"]);
    expect(own("y ~ t + (1 + t | f) + (1 | g)", [])).toEqual(["f", "g"]);
  });
});

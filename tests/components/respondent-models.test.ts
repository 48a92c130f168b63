import {describe, expect, it} from "vitest";
import {sameLargest, shareSlab, whichNumberRows} from "../../src/components/respondent-models.js";
import type {Report} from "../../src/components/report.js";
import type {ModelCard, StudyCard} from "../../src/components/study-types.js";
import type {EffectRow} from "../../src/components/types.js";
import {estimate, groups, outcome, triangle, voter} from "./effect-rows.js";

const [model] = groups(voter);

function effects(id: string, ...medians: readonly number[]): EffectRow[] {
  return medians.map((median, i) => ({
    ...model,
    model: id,
    group: `g${i}`,
    label: `group ${i}`,
    rungs: {partial: estimate(median)}
  }));
}

function report(
  rows: readonly EffectRow[],
  facts: Readonly<Record<string, Readonly<Record<string, number>>>> = {}
): Report {
  const models = Object.entries(facts).map(([id, own]) => ({id, facts: own}) as ModelCard);
  const study = {outcome, models} as unknown as StudyCard;
  return {study, effects: rows, parameters: [], curves: []};
}

describe("whichNumberRows", () => {
  const facts = {
    groups: 3,
    positive95: 2,
    sd_all_draws: 0.123,
    pairs: 1000,
    pairs_separated: 25
  };
  const rows = whichNumberRows(
    report([...effects("a", 0.3, 0.1, 0.2), ...effects("b", 0.4, 0.5, 0.6, 0.7)], {a: facts}),
    ["a", "b"]
  );
  const row = (name: string) => rows.find(({number}) => number === name)!;

  it("puts the same number of two models side by side", () => {
    expect(Object.keys(rows[0])).toEqual(["number", "model of the text", "model of the figures"]);
    expect(row("largest effect")).toMatchObject({
      "model of the text": "+30 points (+11 to +49): group 0",
      "model of the figures": "+70 points (+51 to +89): group 3"
    });
    expect(row("smallest effect")["model of the text"]).toBe("+10 points (−9 to +29): group 1");
  });
  it("takes the upper of two middle groups, as the figure of densities does", () => {
    expect(row("middle effect")).toMatchObject({
      "model of the text": "+20 points (+1 to +39): group 2",
      "model of the figures": "+60 points (+41 to +79): group 2"
    });
  });
  it("quotes the facts of the fit", () => {
    expect(row("standard deviation of all draws")["model of the text"]).toBe("12");
    expect(row("groups whose 95% interval is above zero")["model of the text"]).toBe("2 of 3");
    expect(row("pairs of groups told apart")["model of the text"]).toBe("25 of 1,000 (2.5%)");
  });
  it("says what is not known instead of a number", () => {
    expect(row("standard deviation of all draws")["model of the figures"]).toBe("not estimable");
    const [smallest] = whichNumberRows(report([]), ["a"]);
    expect(smallest["model of the text"]).toBe("none");
  });
});

describe("sameLargest", () => {
  it("asks whether the same group responds most in all models", () => {
    const first = effects("a", 0.1, 0.3);
    expect(sameLargest(report([...first, ...effects("b", 0.2, 0.9)]), ["a", "b"])).toBe(true);
    expect(sameLargest(report([...first, ...effects("b", 0.9, 0.2)]), ["a", "b"])).toBe(false);
  });
  it("takes the first of tied groups, and does not mind the order of rows", () => {
    const tied = effects("a", 0.3, 0.3);
    expect(sameLargest(report([...tied, ...effects("b", 0.3, 0.2)]), ["a", "b"])).toBe(true);
    const turned = effects("b", 0.2, 0.4).reverse();
    expect(sameLargest(report([...effects("a", 0.1, 0.3), ...turned]), ["a", "b"])).toBe(true);
  });
  it("does not agree where a model has no groups", () => {
    expect(sameLargest(report(effects("a", 0.1)), ["a", "b"])).toBe(false);
  });
});

describe("shareSlab", () => {
  const facts = {
    unexplained: 0.4,
    unexplained_mean: 0.41,
    unexplained_sd: 0.1,
    unexplained_q5: 0.2,
    unexplained_q10: 0.25,
    unexplained_q25: 0.33,
    unexplained_q75: 0.5,
    unexplained_q90: 0.55,
    unexplained_q95: 0.6,
    unexplained_low: 0.15,
    unexplained_high: 0.65
  };
  it("reads its estimate from the facts and its density from the model's own curve", () => {
    const curve = {...triangle("unexplained", 0.4), model: "a"};
    const others = [
      {...curve, model: "b"},
      {...curve, variable: "sigma"}
    ];
    const slab = shareSlab({...report([], {a: facts}), curves: [...others, curve]}, "a");
    expect(slab.curve).toBe(curve);
    expect(slab.estimate).toEqual({
      median: 0.4,
      mean: 0.41,
      sd: 0.1,
      lower: {50: 0.33, 80: 0.25, 90: 0.2, 95: 0.15},
      upper: {50: 0.5, 80: 0.55, 90: 0.6, 95: 0.65}
    });
  });
  it("is not estimable for a model that has no such share", () => {
    const slab = shareSlab(report([]), "a");
    expect(slab.estimate.median).toBeNaN();
    expect(slab).not.toHaveProperty("curve");
  });
});

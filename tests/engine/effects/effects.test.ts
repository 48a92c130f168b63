import {describe, expect, it} from "vitest";
import {variableView} from "../../../src/engine/draws/draws.js";
import {InputError} from "../../../src/engine/error.js";
import {drawEffects, effectOf} from "../../../src/engine/effects/effects.js";
import {summarize} from "../../../src/engine/summary/summarize.js";
import {expectClose} from "../../assert.js";
import {columns} from "../design/r.js";
import {drawsOf, modelWithDraws} from "./posterior-of.js";

describe("drawEffects", () => {
  it("adds up each group's parameters draw by draw", () => {
    const spec = {formula: "y ~ t * h + (1 + t | f)", treatment: "t", by: ["h", "f"]};
    const {model, draws} = modelWithDraws(spec);
    const {groups, draws: effects} = drawEffects(model, draws);
    expect(effects?.variables).toEqual(groups.map(({key}) => key));
    groups.forEach(({values}, g) => {
      const level = String(values.f).replaceAll(" ", ".");
      const parts = [drawsOf(draws, "b_t"), drawsOf(draws, `r_f[${level},t]`)];
      if (values.h === 1) parts.push(drawsOf(draws, "b_t:h"));
      const sum = parts[0].map((_, i) => parts.reduce((total, part) => total + part[i], 0));
      expectClose(variableView(effects!, g), sum, {absolute: 1e-14}, groups[g].key);
    });
  });

  it("summarises each group as a parameter and tells how likely it is above zero", () => {
    const spec = {formula: "y ~ x + (1 + t | f)"};
    const {model, draws} = modelWithDraws(spec);
    const {groups, draws: effects} = drawEffects(model, draws);
    groups.forEach((group, g) => {
      const own = variableView(effects!, g);
      expect(group).toMatchObject(summarize(own, 2, 300));
      expect(group.p_positive).toBe([...own].filter((x) => x > 0).length / 600);
    });
  });

  it("has no groups where no treatment is named or implied", () => {
    const {model, draws} = modelWithDraws({formula: "y ~ x + (1 | f)"});
    expect(drawEffects(model, draws)).toEqual({
      scale: "link",
      treatment: null,
      by: [],
      groups: [],
      draws: null
    });
  });
});

describe("effectOf", () => {
  const of = (...given: Parameters<typeof modelWithDraws>) =>
    effectOf(modelWithDraws(...given).model);

  it("takes what is named before what is implied", () => {
    expect(of({formula: "y ~ x + (1 + t | f)", treatment: "x", by: ["h"]})).toMatchObject({
      treatment: {name: "x", arms: false},
      by: ["h"]
    });
    expect(of({formula: "y ~ x + (1 + t | f)"})).toMatchObject({
      treatment: {name: "t", low: 0, high: 1},
      by: ["f"]
    });
    expect(of({formula: "y ~ x + (1 + t | f)", by: ["g"]}).by).toEqual(["g"]);
  });

  it("takes all rows as one group when a treatment is named and no modifier", () => {
    expect(of({formula: "y ~ t", treatment: "t"}).by).toEqual([]);
  });

  it("implies nothing from a slope of more than two texts", () => {
    expect(of({formula: "y ~ 1 + (1 + f | g)"}).treatment).toBeNull();
  });

  it("refuses an implied treatment with one value, as it does a named one", () => {
    const one = {...columns, t: new Float64Array(36).fill(1)};
    expect(() => of({formula: "y ~ 1 + (0 + t | g)"}, undefined, one)).toThrow(
      /invalid treatment: t is 1 in every row/
    );
  });

  it.each([
    [
      "with one value",
      {formula: "y ~ c", treatment: "c"},
      /invalid treatment: c is 1 in every row/
    ],
    ["of three texts", {formula: "y ~ f", treatment: "f"}, /ambiguous treatment: f has 3 levels/],
    [
      "that is not in the formula",
      {formula: "y ~ x", treatment: "t"},
      /invalid treatment: t is not in/
    ]
  ])("refuses a treatment %s", (_, spec, message) => {
    const data = {...columns, c: new Float64Array(36).fill(1)};
    expect(() => of(spec, undefined, data)).toThrow(InputError);
    expect(() => of(spec, undefined, data)).toThrow(message);
  });
});

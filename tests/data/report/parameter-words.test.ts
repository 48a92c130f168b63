import {beforeAll, describe, expect, it} from "vitest";
import {pairsOf, parameterWords} from "../../../src/data/report/parameter-words.js";
import {sharedLevels} from "../../../src/data/report/shared-levels.js";
import type {FittedModel} from "../../../src/data/study.js";
import {fitTiny, tinyColumns, tinyStudy} from "./tiny-study.js";

let fitted: FittedModel[];

beforeAll(async () => {
  fitted = await fitTiny();
});

const wordsOf = (one: FittedModel) =>
  Object.fromEntries(
    parameterWords(tinyStudy, one).map((text, v) => [one.fit.model.variables[v], text])
  );

describe("parameterWords", () => {
  it("keeps the words of the study, and makes those it lacks from its modifiers", () => {
    const words = wordsOf(fitted[0]);
    expect(words.b_t).toBe("The effect on average");
    expect(words.b_Intercept).toBe("Baseline");
    expect(words.sigma).toBe("Residual standard deviation");
    expect(words["sd_a:b__t"]).toBe("First × second: effect, sd");
    expect(words.cor_a__Intercept__t).toBe("First: baseline with effect, correlation");
  });

  it("describes a level by its modifiers, and a number by what it counts", () => {
    const words = wordsOf(fitted[0]);
    expect(words["r_a:b[0_1,t]"]).toBe("No · Low: deviation of the effect");
    expect(words["r_a:b[1_3,Intercept]"]).toBe("Yes · Second 3: deviation of the baseline");
    expect(words["r_a[1,Intercept]"]).toBe("Yes: deviation of the baseline");
  });

  it("calls the constant of an equation that the treatment multiplies an effect", () => {
    const words = wordsOf(fitted[1]);
    expect(words.sd_g__lambda_Intercept).toBe("Groups: effect, sd");
    expect(words.sd_g__controls_Intercept).toBe("Groups: baseline, sd");
    expect(words["r_g__lambda[g02,Intercept]"]).toBe("No and High: deviation of the effect");
  });

  it("has a word for every parameter", () => {
    for (const one of fitted) {
      const words = parameterWords(tinyStudy, one);
      expect(words).toHaveLength(one.fit.model.variables.length);
      expect(words.filter((text) => !text)).toEqual([]);
    }
  });
});

describe("pairsOf", () => {
  it("lists pairs as correlations are named, row by row", () => {
    const term = {correlated: true, coefficients: ["1", "x", "z"]};
    expect(pairsOf(term)).toEqual([
      ["1", "x"],
      ["1", "z"],
      ["x", "z"]
    ]);
    expect(pairsOf({...term, correlated: false})).toEqual([]);
  });
});

describe("sharedLevels", () => {
  it("gives the labels that rows have in common, and null where they differ or have no words", () => {
    const a = tinyColumns.a as Float64Array;
    const ones = [...a.keys()].filter((i) => a[i] === 1);
    expect(sharedLevels(tinyStudy, ["a"], ones, tinyColumns)).toEqual({a: "Yes"});
    expect(sharedLevels(tinyStudy, ["a", "b"], ones, tinyColumns)).toBeNull();
    expect(sharedLevels(tinyStudy, ["t"], ones, tinyColumns)).toBeNull();
    expect(sharedLevels(tinyStudy, ["elsewhere"], ones, tinyColumns)).toBeNull();
  });
});

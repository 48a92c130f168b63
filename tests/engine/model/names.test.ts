import {describe, expect, it} from "vitest";
import type {TermDesign} from "../../../src/engine/design/design.js";
import {
  correlationNames,
  levelNames,
  populationName,
  sdNames,
  SIGMA
} from "../../../src/engine/model/names.js";

const term: TermDesign = {
  equation: "",
  group: "white:male",
  factors: ["white", "male"],
  coefficients: ["Intercept", "t", "x:t"],
  correlated: true,
  levels: ["0_South America", "1_Asia"],
  codes: new Int32Array()
};
const inEquation: TermDesign = {
  ...term,
  equation: "lambda",
  group: "g",
  coefficients: ["Intercept", "t"]
};

describe("the names of parameters", () => {
  it("are brms's for population coefficients", () => {
    expect(populationName({equation: "", name: "alliance:white"})).toBe("b_alliance:white");
    expect(populationName({equation: "lambda", name: "Intercept"})).toBe("b_lambda_Intercept");
    expect(SIGMA).toBe("sigma");
  });

  it("are brms's for standard deviations and correlations", () => {
    expect(sdNames(term)).toEqual([
      "sd_white:male__Intercept",
      "sd_white:male__t",
      "sd_white:male__x:t"
    ]);
    expect(correlationNames(term)).toEqual([
      "cor_white:male__Intercept__t",
      "cor_white:male__Intercept__x:t",
      "cor_white:male__t__x:t"
    ]);
    expect(correlationNames({...term, correlated: false})).toEqual([]);
  });

  it("are brms's for the levels' coefficients: blanks become dots, levels run fastest", () => {
    expect(levelNames(term).slice(0, 3)).toEqual([
      "r_white:male[0_South.America,Intercept]",
      "r_white:male[1_Asia,Intercept]",
      "r_white:male[0_South.America,t]"
    ]);
    expect(levelNames(term).length).toBe(6);
  });

  it("carry the equation's name as in brms", () => {
    expect(sdNames(inEquation)).toEqual(["sd_g__lambda_Intercept", "sd_g__lambda_t"]);
    expect(correlationNames(inEquation)).toEqual(["cor_g__lambda_Intercept__lambda_t"]);
    expect(levelNames(inEquation)[0]).toBe("r_g__lambda[0_South.America,Intercept]");
  });
});

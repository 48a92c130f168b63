import {beforeAll, describe, expect, it} from "vitest";
import {brmsCode, type CodeStudy} from "../../../src/data/report/brms-code.js";
import {sideTakingSource} from "../../../src/data/sources.js";
import type {FittedModel} from "../../../src/data/study.js";
import {createModel, parseFormula, type ModelSpec} from "../../../src/engine/index.js";
import {fitTiny, tinyColumns} from "./tiny-study.js";

const study: CodeStudy = {id: "tiny", source: sideTakingSource, preparedFile: "rows.csv"};
let fitted: FittedModel[];

beforeAll(async () => {
  fitted = await fitTiny();
});

/** The calls of set_prior() in R code: the prior, then its arguments by name. */
function priorsIn(code: string): Record<string, string>[] {
  return [...code.matchAll(/set_prior\("([^"]*)"((?:, \w+ = "[^"]*")*)\)/gu)].map(
    ([, prior, named]) => ({
      prior,
      ...Object.fromEntries([...named.matchAll(/(\w+) = "([^"]*)"/gu)].map(([, k, v]) => [k, v]))
    })
  );
}

/** The formula and the equations inside bf(), which brms reads. */
function formulasIn(code: string): string[] {
  const inside = /<- bf\(\s*(.*?)\s*\)\n\npriors/su.exec(code)?.[1] ?? "";
  return inside.split(/,\n\s*/u).filter((line) => line !== "nl = TRUE");
}

/** A model of other priors, with the fit of another: code is made from the model and the options. */
function withSpec(spec: Partial<ModelSpec>, one: FittedModel): FittedModel {
  const model = {...one.model, spec: {...one.model.spec, ...spec}};
  return {...one, model, fit: {...one.fit, model: createModel(model.spec, tinyColumns)}};
}

describe("brmsCode", () => {
  it("sets every prior of the fit once, defaults too", () => {
    for (const one of fitted) {
      const given = priorsIn(brmsCode(one, study));
      const rows = one.fit.model.priors.table.map(({class: name, coef, group, prior}) => {
        const [, kind, nlpar] = /^(b|sd)_(lambda|controls)$/u.exec(name) ?? ["", name, ""];
        const where = Object.entries({class: kind, nlpar, coef, group});
        const told = where.filter(([, value]) => value !== "");
        return {prior: prior === "(flat)" ? "" : prior, ...Object.fromEntries(told)};
      });
      expect(given).toEqual(rows);
      expect(rows.length).toBeGreaterThan(2);
    }
  });

  it("writes formulas that mean the same to our own reader", () => {
    for (const one of fitted) {
      const {formula, equations = []} = one.model.spec;
      const [main, ...parts] = formulasIn(brmsCode(one, study));
      expect(parseFormula(main, parts)).toEqual(parseFormula(formula, equations));
      expect(brmsCode(one, study).includes("nl = TRUE")).toBe(equations.length > 0);
    }
  });

  it("reads the rows after recoding, and says where they come from", () => {
    const code = brmsCode(fitted[0], study);
    expect(code).toContain("https://doi.org/10.7910/DVN/AD8CKP");
    expect(code).toContain("#   ./bin/poolhouse data tiny --prepared prepared\n");
    expect(code).toContain('read.csv("prepared/rows.csv", na.strings = "")');
  });

  it("asks for as many chains and draws, and for small steps where ours needed none", () => {
    const code = brmsCode(fitted[0], study);
    expect(code).toContain("chains = 2, iter = 450, warmup = 150, cores = 2, seed = 1");
    expect(code).toContain("adapt_delta = 0.99");
    const [one] = fitted;
    const nuts = {...one.fit, method: "nuts", options: {...one.fit.options, seed: "77"}} as const;
    expect(brmsCode({...one, fit: nuts}, study)).toContain("adapt_delta = 0.8,");
    expect(brmsCode({...one, fit: nuts}, study)).toContain("seed = 77,");
  });

  it("names the family", () => {
    const [one] = fitted;
    const model = {...one.fit.model, family: "bernoulli"} as const;
    const code = brmsCode({...one, fit: {...one.fit, model}}, study);
    expect(code).toContain("family = bernoulli()");
    expect(brmsCode(one, study)).toContain("family = gaussian()");
  });

  it("keeps a flat standard deviation flat, which brms would give its class's default", () => {
    const flat = withSpec({priors: ["sd: flat"]}, fitted[0]);
    const given = priorsIn(brmsCode(flat, study)).filter((row) => row.class === "sd");
    expect(given[0]).toEqual({prior: "", class: "sd"});
    expect(given).toHaveLength(1 + 4);
  });

  it("brings along the one density that Stan lacks", () => {
    expect(brmsCode(fitted[0], study)).not.toContain("stanvar");
    const own = withSpec({priors: ["sd[a]: inv_gamma_variance(2, 1)"]}, fitted[0]);
    const code = brmsCode(own, study);
    expect(code).toContain("real inv_gamma_variance_lpdf(real x, real shape, real scale)");
    expect(code).toContain("stanvars = densities");
  });

  it("has one prior for the correlations of a group, and says so when there are two", () => {
    const equations = ["lambda ~ 1 + (1 + a | g)", "controls ~ 1 + (1 + a | g)"];
    const same = withSpec({equations, priors: []}, fitted[1]);
    const cors = (code: string) => priorsIn(code).filter((row) => row.class === "cor");
    expect(cors(brmsCode(same, study))).toEqual([{prior: "lkj(1)", class: "cor", group: "g"}]);
    expect(brmsCode(same, study)).not.toContain("Not in brms");
    const two = withSpec({equations, priors: ["cor_lambda: lkj(2)"]}, fitted[1]);
    expect(brmsCode(two, study)).toContain(
      "# Not in brms: lkj(2) and lkj(1) on the correlations of g"
    );
  });

  it("lets no title leave its comment", () => {
    const [one] = fitted;
    const model = {...one.model, title: 'Two\nquit("no")'};
    const [first, second] = brmsCode({...one, model}, study).split("\n");
    expect(first).toMatch(/^# Two quit\("no"\): the same model/);
    expect(second).toMatch(/^# Rows:/);
  });
});

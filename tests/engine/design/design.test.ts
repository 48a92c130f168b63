import {describe, expect, it} from "vitest";
import {createDesign} from "../../../src/engine/design/design.js";
import {usableRows} from "../../../src/engine/design/rows.js";
import {InputError} from "../../../src/engine/error.js";
import {parseFormula} from "../../../src/engine/formula/formula.js";
import {expectClose} from "../../assert.js";
import {columns, groups} from "./r.js";

function designOf(text: string, equations: string[] = []) {
  const formula = parseFormula(text, equations);
  return createDesign(formula, usableRows(formula, columns));
}

const product = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Float64Array.from(a, (x, i) => x * b[i]);
const {y, x, z, t, h} = columns as Record<string, Float64Array>;
const f = columns.f as readonly string[];

describe("group terms", () => {
  it.each(groups)("of $formula are brms's", ({formula, sd, cor}) => {
    const {terms} = designOf(formula);
    const names = terms.flatMap((term) =>
      term.coefficients.map((name) => `sd_${term.group}__${name}`)
    );
    const correlated = terms.filter((term) => term.correlated && term.coefficients.length > 1);
    expect(names.toSorted()).toEqual([...sd].sort());
    expect(correlated.map((term) => term.group).toSorted()).toEqual([...cor].sort());
  });

  it("say which level every row has, and hold the columns that vary", () => {
    const design = designOf("y ~ x + (1 + t | f)");
    const [term] = design.terms;
    expect(term.levels).toEqual(["a+", "b low", "c"]);
    expect([...term.codes].map((code) => term.levels[code])).toEqual(f);
    expectClose(
      design.columns.varying[0][0],
      f.map(() => 1),
      {}
    );
    expectClose(design.columns.varying[0][1], t, {});
  });
});

describe("createDesign", () => {
  it("centres the intercept of an ordinary formula only", () => {
    expect(designOf("y ~ x").centred).toBe(0);
    expect(designOf("y ~ 0 + x").centred).toBe(-1);
    expect(designOf("y ~ 0 + Intercept + x").centred).toBe(-1);
    expect(designOf("y ~ a * t + b", ["a ~ x", "b ~ z"]).centred).toBe(-1);
  });

  it("multiplies all columns of a named part, constants and varying ones included", () => {
    const design = designOf("y ~ a * t - b", ["a ~ x + (1 + z | f)", "b ~ 0 + z"]);
    expect(design.coefficients).toEqual([
      {equation: "a", name: "Intercept"},
      {equation: "a", name: "x"},
      {equation: "b", name: "z"}
    ]);
    const {population, varying} = design.columns;
    [t, product(t, x), z.map((value) => -value)].forEach((column, j) => {
      expectClose(population[j], column, {});
    });
    [t, product(t, z)].forEach((column, a) => {
      expectClose(varying[0][a], column, {});
    });
    expect(design.terms).toMatchObject([{equation: "a", group: "f"}]);
  });

  it("multiplies by the product of several factors", () => {
    const {population} = designOf("y ~ a * t * (x + 1) + b", ["a ~ 1", "b ~ 1"]).columns;
    expectClose(
      population[0],
      product(
        t,
        x.map((value) => value + 1)
      ),
      {relative: 1e-15}
    );
  });

  it("evaluates the same columns on other values, coded as the first time", () => {
    const design = designOf("y ~ f * t + scale2(x) + (1 + t | h)");
    const {data} = design.rows;
    const treated = design.evaluate({...data, t: t.map(() => 1)});
    const control = design.evaluate({...data, t: t.map(() => 0)});
    const names = design.coefficients.map(({name}) => name);
    names.forEach((name, j) => {
      const difference = treated.population[j].map((v, i) => v - control.population[j][i]);
      const level = {
        t: () => 1,
        "fblow:t": (i: number) => Number(f[i] === "b low"),
        "fc:t": (i: number) => Number(f[i] === "c")
      }[name];
      expectClose(
        difference,
        f.map((_, i) => level?.(i) ?? 0),
        {},
        name
      );
    });
    expectClose(
      treated.varying[0][1],
      f.map(() => 1),
      {}
    );
    expectClose(
      control.varying[0][1],
      f.map(() => 0),
      {}
    );
    expect(design.evaluate(data)).toEqual(design.columns);
  });

  it("keeps the outcome and counts a two-valued number as a number", () => {
    const design = designOf("y ~ h");
    expectClose(design.outcome, y, {});
    expectClose(design.columns.population[1], h, {});
  });

  it("refuses a term that is not finite in some row", () => {
    expect(() => designOf("y ~ I(1 / t)")).toThrow(InputError);
    expect(() => designOf("y ~ I(1 / t)")).toThrow("invalid arithmetic: 1/t is Infinity");
    expect(() => designOf("y ~ a * (1 / t)", ["a ~ x"])).toThrow("1/t is Infinity");
  });
});

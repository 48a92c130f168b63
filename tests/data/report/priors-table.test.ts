import {beforeAll, describe, expect, it} from "vitest";
import {priorsTables} from "../../../src/data/report/priors-table.js";
import type {FittedModel, StudyDefinition} from "../../../src/data/study.js";
import type {Row} from "../../../src/data/table.js";
import {fitTiny, rowsOf, tinyColumns, tinyStudy} from "./tiny-study.js";

const study = tinyStudy as StudyDefinition;
let fitted: FittedModel[];
let tables: ReturnType<typeof priorsTables>;

beforeAll(async () => {
  fitted = await fitTiny();
  tables = priorsTables(study, fitted);
});

const priorOf = (model: string, variable: string): Row =>
  rowsOf(tables.priors, model).find((row) => row.variable === variable)!;
const curveOf = (model: string, variable: string): Row[] =>
  rowsOf(tables.curves, model).filter((row) => row.variable === variable);

describe("priorsTables", () => {
  it("has the fit's own table of priors, each with the parameter that it is on", () => {
    for (const {model, fit} of fitted) {
      const rows = rowsOf(tables.priors, model.id);
      expect(rows.map((row) => [row.class, row.prior, row.source])).toEqual(
        fit.model.priors.table.map((row) => [row.class, row.prior, row.source])
      );
      const classes = rows.map(({variable}) => String(variable).split("_")[0]);
      const kinds = rows.map((row) => String(row.class).split("_")[0].replace("Intercept", "b"));
      expect(classes).toEqual(kinds);
      // A table's own names are those of the parameters.
      fit.model.priors.table.forEach(({coef, group}, i) => {
        if (group !== "") expect(rows[i].variable).toContain(`_${group}__`);
        if (coef !== "") expect(String(rows[i].variable).endsWith(coef)).toBe(true);
      });
    }
  });

  it("compares sds: of a half-normal, of a half t, of an even correlation", () => {
    const posterior = (variable: string) =>
      fitted[0].fit.parameters.find((row) => row.variable === variable)!.sd;
    const sd = priorOf("slopes", "sd_a__t");
    expect(sd.prior_sd).toBeCloseTo(Math.sqrt(1 - 2 / Math.PI), 6);
    expect(sd.kept).toBeCloseTo(posterior("sd_a__t") / Math.sqrt(1 - 2 / Math.PI), 6);
    expect(sd.measure).toBe("sd");
    expect(priorOf("slopes", "sigma").prior_sd).toBeCloseTo(3.3391, 3);
    expect(priorOf("slopes", "cor_a__Intercept__t").prior_sd).toBeCloseTo(1 / Math.sqrt(3), 6);
  });

  it("says nothing of a flat prior's width", () => {
    const flat = priorOf("constant", "b_a");
    expect(flat.prior).toBe("(flat)");
    expect([flat.prior_sd, flat.kept]).toEqual([NaN, NaN]);
    expect(curveOf("constant", "b_a").every(({prior}) => Number.isNaN(prior))).toBe(true);
  });

  it("puts brms's prior of the constant on predictors at their means", () => {
    const row = priorOf("constant", "b_Intercept");
    expect(row.label).toBe("Constant, predictors at their means");
    const y = (tinyColumns.y as Float64Array).filter((x) => !Number.isNaN(x));
    // With flat coefficients and a wide prior it is the mean of the outcome.
    expect(row.mean).toBeCloseTo(y.reduce((a, b) => a + b) / y.length, 1);
    const own = fitted[2].fit.parameters.find(({variable}) => variable === "b_Intercept")!;
    expect(Math.abs(Number(row.mean) - own.mean)).toBeGreaterThan(0.3);
  });

  it("draws densities within bounds, on one even grid of some fifty points, of area one", () => {
    for (const {model} of fitted)
      for (const {variable} of rowsOf(tables.priors, model.id)) {
        const points = curveOf(model.id, String(variable));
        const step = Number(points[1].x) - Number(points[0].x);
        expect(points.length).toBeGreaterThan(25);
        expect(points.length).toBeLessThanOrEqual(65);
        const area = points.reduce((sum, row, i) => {
          const half = i === 0 || i === points.length - 1 ? 0.5 : 1;
          return sum + half * step * Number(row.posterior);
        }, 0);
        expect(area, `${model.id} ${String(variable)}`).toBeGreaterThan(0.93);
        expect(area).toBeLessThan(1.04);
        if (/^(sd_|sigma)/.test(String(variable))) expect(points[0].x).toBeGreaterThanOrEqual(0);
        if (String(variable).startsWith("cor_")) expect(points.at(-1)!.x).toBeLessThanOrEqual(1);
      }
  });
});

import {beforeAll, describe, expect, it} from "vitest";
import {diagnosticsTable, parametersTable} from "../../../src/data/report/parameters-table.js";
import type {FittedModel} from "../../../src/data/study.js";
import {fitTiny, rowsOf} from "./tiny-study.js";

let fitted: FittedModel[];

beforeAll(async () => {
  fitted = await fitTiny();
});

describe("parametersTable", () => {
  it("has one row per parameter but the levels' coefficients, with its class", () => {
    const rows = rowsOf(parametersTable(fitted), "equations");
    expect(rows.map((row) => [row.variable, row.class])).toEqual([
      ["b_lambda_Intercept", "b_lambda"],
      ["b_lambda_a", "b_lambda"],
      ["b_controls_Intercept", "b_controls"],
      ["b_controls_a", "b_controls"],
      ["sd_g__lambda_Intercept", "sd_lambda"],
      ["sd_g__controls_Intercept", "sd_controls"],
      ["sigma", "sigma"]
    ]);
    const ordinary = rowsOf(parametersTable(fitted), "slopes").map((row) => row.class);
    expect(new Set(ordinary)).toEqual(new Set(["b", "sd", "cor", "sigma"]));
  });

  it("gives the words of the study, and brms's name where it has none", () => {
    const rows = rowsOf(parametersTable(fitted), "slopes");
    expect(rows.find((row) => row.variable === "b_t")?.label).toBe("The effect on average");
    expect(rows.find((row) => row.variable === "sigma")?.label).toBe("sigma");
  });

  it("repeats the fit's own summary, number by number", () => {
    const rows = rowsOf(parametersTable(fitted), "slopes");
    for (const {model: _, label: __, class: ___, ...summary} of rows) {
      const own = fitted[0].fit.parameters.find(({variable}) => variable === summary.variable);
      expect(summary).toEqual(own);
    }
  });
});

describe("diagnosticsTable", () => {
  it("has one row per chain and model", () => {
    const {model, chain} = diagnosticsTable(fitted);
    expect(model).toEqual([
      ...["slopes", "slopes", "equations", "equations", "equations", "constant"]
    ]);
    expect(chain).toEqual(Float64Array.of(1, 2, 1, 2, 3, 1));
  });

  it("adds up to the fit's divergences and shortened trajectories", () => {
    const rows = rowsOf(diagnosticsTable(fitted), "slopes");
    const sum = (name: string) => rows.reduce((total, row) => total + (row[name] as number), 0);
    const {divergences, max_treedepth_hits} = fitted[0].fit.diagnostics;
    expect(sum("divergences")).toBe(divergences);
    expect(sum("treedepth_hits")).toBe(max_treedepth_hits);
  });
});

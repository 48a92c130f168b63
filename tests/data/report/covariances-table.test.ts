import {beforeAll, describe, expect, it} from "vitest";
import {covariancesTable} from "../../../src/data/report/covariances-table.js";
import {effectsTable} from "../../../src/data/report/effects-table.js";
import {sideTakingSource} from "../../../src/data/sources.js";
import type {FittedModel} from "../../../src/data/study.js";
import type {Columns} from "../../../src/engine/index.js";
import {expectClose} from "../../assert.js";
import {fitTiny, rowsOf, tinyColumns, tinyStudy} from "./tiny-study.js";

let fitted: FittedModel[];
let table: Columns;

beforeAll(async () => {
  fitted = await fitTiny();
  table = covariancesTable(fitted, tinyColumns);
});

describe("covariancesTable", () => {
  it("has a column per group of a model with a saturated rung, and a row per group", () => {
    const groups = ["0_1", "0_2", "0_3", "1_1", "1_2", "1_3"];
    expect(Object.keys(table)).toEqual(groups.map((group) => `slopes:${group}`));
    for (const column of Object.values(table)) expect(column).toHaveLength(6);
  });

  it("has the squared standard errors of the table of effects on its diagonal", () => {
    const study = {...tinyStudy, source: sideTakingSource, recodes: []};
    const rows = rowsOf(effectsTable(study, fitted, tinyColumns), "slopes");
    rows.forEach((row, i) => {
      const own = (table[`slopes:${String(row.group)}`] as Float64Array)[i];
      expectClose(Math.sqrt(own), row["saturated.sd"] as number, {relative: 1e-10});
    });
    // The group without a treated row has no classical estimate.
    expect(table["slopes:1_3"][5]).toBeNaN();
  });

  it("leaves out groups that the report leaves out, and models without that rung", () => {
    const treated = {...fitted[0], model: {...fitted[0].model, onlyArm: "treated" as const}};
    const kept = covariancesTable([treated, fitted[2]], tinyColumns);
    expect(Object.keys(kept)).not.toContain("slopes:1_3");
    expect(kept["slopes:1_1"]).toHaveLength(5);
    expect(covariancesTable([fitted[2]], tinyColumns)).toEqual({});
  });
});

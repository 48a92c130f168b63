import {beforeAll, describe, expect, it} from "vitest";
import {curve, curvesTable} from "../../../src/data/report/curves-table.js";
import type {FittedModel} from "../../../src/data/study.js";
import {expectClose} from "../../assert.js";
import {fitTiny} from "./tiny-study.js";

let curves: Map<string, {x: number[]; density: number[]}>;
let fitted: FittedModel[];

beforeAll(async () => {
  fitted = await fitTiny();
  curves = new Map();
  for (const {model, variable, x, density} of curvesTable(fitted)) {
    const key = `${String(model)} ${String(variable)}`;
    const own = curves.get(key) ?? {x: [], density: []};
    curves.set(key, {
      x: [...own.x, x as number],
      density: [...own.density, density as number]
    });
  }
});

describe("curvesTable", () => {
  it("has a curve for every parameter and group that the study asks for", () => {
    const groups = ["0_1", "0_2", "0_3", "1_1", "1_2", "1_3"];
    expect([...curves.keys()]).toEqual([
      "slopes b_t",
      "slopes sd_a__t",
      ...groups.map((group) => `slopes effect:${group}`),
      "equations sd_g__lambda_Intercept"
    ]);
  });

  it("integrates every curve to one, on an even grid", () => {
    for (const [key, {x, density}] of curves) {
      const step = x[1] - x[0];
      expectClose(
        x.slice(1).map((value, i) => value - x[i]),
        x.slice(1).map(() => step),
        {relative: 1e-9},
        key
      );
      const area = density.slice(1).reduce((sum, d, i) => sum + 0.5 * step * (d + density[i]), 0);
      expect(area, key).toBeCloseTo(1, 9);
    }
  });

  it("starts the curve of a standard deviation at zero or above", () => {
    expect(curves.get("slopes sd_a__t")!.x[0]).toBeGreaterThanOrEqual(0);
    expect(curves.get("equations sd_g__lambda_Intercept")!.x[0]).toBeGreaterThanOrEqual(0);
  });

  it("covers all draws", () => {
    const {x} = curves.get("slopes b_t")!;
    const {"q2.5": low, "q97.5": high} = fitted[0].fit.parameters[1];
    expect(x[0]).toBeLessThan(low);
    expect(x.at(-1)).toBeGreaterThan(high);
  });
});

describe("curve", () => {
  it("has no rows for draws that do not vary", () => {
    expect(curve("m", "x", new Float64Array(50).fill(1), 101)).toEqual([]);
    expect(curve("m", "x", Float64Array.of(1, 2, 3, 5), 101)).toHaveLength(101);
  });
});

import {describe, expect, it} from "vitest";
import {writeLevels, writePopulation} from "../../../src/engine/exact/row.js";
import {expectClose} from "../../assert.js";
import {populationColumns} from "../../reference/coefficients.js";
import {modelOf, sampled} from "./small-models.js";

describe("writePopulation(out, model, deviation)", () => {
  it("writes the line through the uncentred columns that the centred ones describe", () => {
    const model = modelOf({formula: "y ~ x + t + f"});
    const deviation = Float64Array.from({length: model.cells.p}, (_, j) => 0.3 * j - 0.5);
    const out = new Float64Array(model.cells.p + 1).fill(7);
    expect(writePopulation(out, sampled(model), deviation)).toBe(model.cells.p);
    expect(out.at(-1)).toBe(7);
    const centred = populationColumns(model);
    const {population} = model.design.columns;
    const line = (columns: readonly ArrayLike<number>[], b: (j: number) => number) =>
      Array.from(model.design.outcome, (_, i) =>
        columns.reduce((sum, column, j) => sum + column[i] * b(j), 0)
      );
    const expected = line(centred, (j) => model.cells.reference[j] + deviation[j]);
    expectClose(
      line(population, (j) => out[j]),
      expected,
      {absolute: 1e-12}
    );
  });

  it("only adds the reference where nothing is centred", () => {
    const model = modelOf({formula: "y ~ 0 + x + t"});
    const out = new Float64Array(2);
    writePopulation(out, sampled(model), Float64Array.of(1, -1));
    const [first, second] = model.cells.reference;
    expect([...out]).toEqual([first + 1, second - 1]);
  });
});

describe("writeLevels(out, at, values)", () => {
  it("writes term after term from a place on", () => {
    const out = new Float64Array(6).fill(7);
    writeLevels(out, 2, [Float64Array.of(1, 2), Float64Array.of(3)]);
    expect([...out]).toEqual([7, 7, 1, 2, 3, 7]);
  });
});

import {describe, expect, it} from "vitest";
import {createModel, type Model} from "../../../src/engine/model/model.js";
import {fitPilot} from "../../../src/engine/posterior/pilot.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";

/** Rows of 40 groups whose intercepts have an sd of 2 and slopes one of 0.5, with noise of sd 1. */
function grouped(perGroup: number, slope = 1): Model {
  const generator = createGenerator("pilot");
  const effects = Array.from({length: 40}, () => [
    2 * generator.normal(),
    0.5 * generator.normal()
  ]);
  const rows = Array.from({length: 40 * perGroup}, (_, i) => i);
  const g = rows.map((i) => `g${i % 40}`);
  const t = Float64Array.from(rows, (i) => Math.floor(i / 40) % 2);
  const y = t.map((own, i) => {
    const [a, b] = effects[i % 40];
    return 3 + a + (slope + b) * own + generator.normal();
  });
  return createModel({formula: "y ~ t + (1 + t | g)"}, {y, t, g});
}

const t3 = Float64Array.from({length: 60}, (_, i) => (i * i) % 17);

const pilotOf = ({cells, priors}: Model, precision: number) =>
  fitPilot(cells, {...cells, precision}, priors.population);

describe("fitPilot", () => {
  it("finds the sds of groups with many rows", () => {
    const [{scale}] = pilotOf(grouped(100), 1).terms;
    // 40 groups tell an sd to about a ninth.
    expectClose([scale[0], scale[3]], [2, 0.5], {relative: 0.3});
    expect([scale[1], scale[2]]).toEqual([0, 0]);
  });

  it("ends with levels that explain what population coefficients leave", () => {
    const model = grouped(100);
    const {deviation, terms} = pilotOf(model, 1);
    const [{values, pull, information}] = terms;
    // Where data decide, values are close to the solution of information × values = pull.
    for (let j = 0; j < 40; ++j) {
      const [a, b, c] = [0, 40, 120].map((plane) => information[plane + j]);
      const det = a * c - b * b;
      expectClose(values[j], (c * pull[j] - b * pull[40 + j]) / det, {absolute: 0.25});
    }
    expect(deviation.every(Number.isFinite)).toBe(true);
  });

  it("gives finite numbers where columns are collinear and where there is no information", () => {
    const {y, t, g} = {y: t3, t: t3.map((x) => x % 2), g: Array.from(t3, (x) => `g${x % 5}`)};
    const model = createModel(
      {formula: "y ~ t + u + (1 + u | g)"},
      {y, t, u: t.map((x) => 2 * x), g}
    );
    for (const precision of [1, 0]) {
      const {deviation, terms} = pilotOf(model, precision);
      expect([...deviation, ...terms[0].values, ...terms[0].scale].every(Number.isFinite)).toBe(
        true
      );
    }
  });
});

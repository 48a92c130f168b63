import {describe, expect, it} from "vitest";
import {createModel, type Model} from "../../../src/engine/model/model.js";
import {fitLogisticPilot} from "../../../src/engine/posterior/logistic-pilot.js";
import {expectClose} from "../../assert.js";

const family = "bernoulli";

/** 30 % ones of 200 where t is 0 and 60 % where it is 1. */
const t = Float64Array.from({length: 400}, (_, i) => Math.floor(i / 200));
const y = t.map((own, i) => Number(i % 10 < (own ? 6 : 3)));

function pilotOf({cells, counts, priors}: Model) {
  if (!counts) throw new Error("no counts");
  return fitLogisticPilot(cells, counts, priors.population);
}

describe("fitLogisticPilot", () => {
  it("ends at the maximum of a likelihood without groups, with its curvature", () => {
    const {reference, information} = pilotOf(
      createModel({formula: "y ~ 0 + Intercept + t", family}, {y, t})
    );
    const logit = (p: number) => Math.log(p / (1 - p));
    expectClose(reference, [logit(0.3), logit(0.6) - logit(0.3)], {absolute: 1e-6});
    const [a, b] = [200 * 0.3 * 0.7, 200 * 0.6 * 0.4];
    expectClose(information.xx, [a + b, b, b, b], {relative: 1e-6});
    // At the maximum nothing pulls.
    expectClose(information.xe, [0, 0], {absolute: 1e-4});
  });

  it("weighs groups' rows by the chances that groups have", () => {
    const g = Array.from(t, (_, i) => `g${i % 4}`);
    // Group g0 has ones only where i is 0 or 4 in ten, as the others have at other places.
    const model = createModel({formula: "y ~ t + (1 | g)", family}, {y, t, g});
    const {information} = pilotOf(model);
    for (let cell = 0; cell < 4; ++cell) {
      // 100 rows of a chance between a third and two thirds.
      expect(information.zz[cell]).toBeGreaterThan(18);
      expect(information.zz[cell]).toBeLessThan(25);
    }
  });

  it("stays finite where the outcome is separated", () => {
    const {reference, information} = pilotOf(createModel({formula: "y ~ t", family}, {y: t, t}));
    expect([...reference, ...information.xx].every(Number.isFinite)).toBe(true);
    expect(Math.abs(reference[1])).toBeGreaterThan(2);
  });
});

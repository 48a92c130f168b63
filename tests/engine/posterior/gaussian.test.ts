import {describe, expect, it} from "vitest";
import {createModel} from "../../../src/engine/model/model.js";
import {expectClose} from "../../assert.js";
import {columns} from "../design/r.js";
import {assertLaws, constrained, evaluate, posteriorOf, specs} from "./laws.js";

const withSigma = {formula: "y ~ z + (1 + t + x | f)", priors: ["sigma: exponential(1)"]};

assertLaws([...specs, withSigma], columns);

describe("the posterior of a Gaussian model", () => {
  it("follows its groups when they are renamed", () => {
    const spec = {formula: "y ~ x + (1 + t | f)"};
    // The levels a+, b low, c become the third, first and second in order.
    const names: Record<string, string> = {"a+": "z", "b low": "m", c: "n"};
    const renamed = {...columns, f: (columns.f as string[]).map((name) => names[name])};
    const a = posteriorOf(createModel(spec, columns));
    const b = posteriorOf(createModel(spec, renamed));
    const q = Float64Array.from({length: a.dim}, (_, i) => Math.cos(2 * i));
    // Coordinates: 2 coefficients, 2 log sds, 1 correlation, 2 × 3 levels, log sigma.
    const move = (v: Float64Array) =>
      v.map((_, i) =>
        i >= 5 && i < 11 ? v[5 + 3 * Math.floor((i - 5) / 3) + [1, 2, 0][(i - 5) % 3]] : v[i]
      );
    const [x, y] = [evaluate(a, q), evaluate(b, move(q))];
    expectClose(y.value, x.value, {relative: 1e-12});
    expectClose(y.gradient, move(x.gradient), {relative: 1e-9, absolute: 1e-9});
  });

  it("moves with the outcome: adding a constant shifts the intercept alone", () => {
    const spec = {formula: "y ~ x + (1 + t | f)", priors: ["Intercept: flat"]};
    const shifted = {...columns, y: (columns.y as Float64Array).map((v) => v + 1e6)};
    const a = posteriorOf(createModel(spec, columns));
    const b = posteriorOf(createModel(spec, shifted));
    const q = Float64Array.from({length: a.dim}, (_, i) => Math.cos(2 * i));
    // 1e6 leaves the outcome ten digits behind the point.
    expectClose(evaluate(b, q).value, evaluate(a, q).value, {relative: 1e-7});
    const [here, there] = [constrained(a, q), constrained(b, q)];
    expectClose(there[0] - 1e6, here[0], {absolute: 1e-7});
    expectClose(there.subarray(1), here.subarray(1), {absolute: 1e-8});
  });

  it("answers a point beyond numbers with a number that is not finite, never with an error", () => {
    const posterior = posteriorOf(createModel(specs[4], columns));
    for (const far of [1e3, -1e3])
      expect(
        Number.isFinite(evaluate(posterior, new Float64Array(posterior.dim).fill(far)).value)
      ).toBe(false);
  });
});

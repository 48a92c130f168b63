import {describe, expect, it} from "vitest";
import {createModel} from "../../../src/engine/model/model.js";
import {expectClose} from "../../assert.js";
import {columns} from "../design/r.js";
import {assertLaws, constrained, evaluate, posteriorOf, specs} from "./laws.js";

const withSigma = {formula: "y ~ z + (1 + t + x | f)", priors: ["sigma: exponential(1)"]};

/** Weights over four orders of magnitude, one of them 0, and standard errors over two. */
const w = Float64Array.from({length: columns.y.length}, (_, i) =>
  i === 5 ? 0 : 10 ** (2 * Math.sin(3 * i))
);
const s = Float64Array.from(w, (_, i) => 10 ** Math.cos(2 * i));

const weighted = [
  {formula: "y | weights(w) ~ x + (1 + t | f)"},
  {formula: "y | se(s) ~ 1 + (1 | f)", priors: ["Intercept: flat", "sd: cauchy(0, 5)"]},
  {formula: "y | se(s) ~ x + (1 | f)", priors: ["sd: inv_gamma_variance(1, 0.5)"]},
  {formula: "y | se(s) + weights(w) ~ 1 + (1 + t || f * g)"},
  {
    formula: "y | se(s) ~ lambda * t + controls",
    equations: ["lambda ~ z + (1 + x | f)", "controls ~ 0 + x + (1 | g)"],
    priors: ["b_lambda: normal(0, 1)"]
  }
];

assertLaws([...specs, withSigma, ...weighted], {...columns, w, s});

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

  it("counts a row of weight 3 as three rows", () => {
    const three = Float64Array.from(w, (_, i) => (i < 4 ? 3 : 1));
    const rows = Array.from(three, (times, i) => new Array<number>(times).fill(i)).flat();
    const repeated = Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [
        name,
        column instanceof Float64Array
          ? Float64Array.from(rows, (i) => column[i])
          : rows.map((i) => column[i])
      ])
    );
    // Without a centred intercept: means are those of rows, whatever they weigh, as in brms.
    const right = "0 + Intercept + x + (1 + t | f)";
    const priors = ["sd: normal(0, 1)", "sigma: normal(0, 1)"];
    const data = {...columns, three};
    const a = createModel({formula: `y | weights(three) ~ ${right}`, priors}, data);
    const b = createModel({formula: `y ~ ${right}`, priors}, repeated);
    expect([a.cells.n, a.cells.rows]).toEqual([b.cells.n, b.cells.n - 8]);
    const [one, other] = [posteriorOf(a), posteriorOf(b)];
    const q = Float64Array.from({length: one.dim}, (_, i) => Math.sin(3 * i));
    expectClose(evaluate(one, q).value, evaluate(other, q).value, {relative: 1e-11});
    expectClose(evaluate(one, q).gradient, evaluate(other, q).gradient, {
      relative: 1e-8,
      absolute: 1e-8
    });
  });

  it("has no sigma where standard errors are known, and takes them for it", () => {
    const known = createModel({formula: "y | se(s) ~ x"}, {...columns, s: s.fill(0.5)});
    expect(known.variables).toEqual(["b_Intercept", "b_x"]);
    expect(posteriorOf(known).dim).toBe(2);
    expect(known.priors.table.map((row) => row.class)).toEqual(["Intercept", "b"]);
  });

  it("answers a point beyond numbers with a number that is not finite, never with an error", () => {
    const posterior = posteriorOf(createModel(specs[4], columns));
    for (const far of [1e3, -1e3])
      expect(
        Number.isFinite(evaluate(posterior, new Float64Array(posterior.dim).fill(far)).value)
      ).toBe(false);
  });
});

import {describe, expect, it} from "vitest";
import {createModel, type Model} from "../../../src/engine/model/model.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";
import type {Posterior} from "../../../src/engine/types.js";
import {columns} from "../design/r.js";
import {assertLaws, constrained, evaluate, posteriorOf, specs} from "./laws.js";

const family = "bernoulli";
const y = (columns.y as Float64Array).map((value) => Number(value > 0.9));
const data = {...columns, y};
const zeros = y.map((value) => 1 - value);

assertLaws(
  [
    ...specs.map((spec) => ({...spec, family})),
    {formula: "y | weights(w) ~ x + t + (1 + t | f)", family},
    {formula: "y | weights(w) ~ t + (1 || f * g)", family}
  ],
  {...data, w: Float64Array.from(y, (_, i) => 10 ** (2 * Math.sin(3 * i)))}
);

/** One row whose log-odds are the only coefficient, under a flat prior. */
function single(outcome: 0 | 1): Model {
  // An outcome must vary: the second row has x = 0 and adds log 2 at any coefficient.
  const rows = {y: Float64Array.of(outcome, 1 - outcome), x: Float64Array.of(1, 0)};
  return createModel({formula: "y ~ 0 + x", family}, rows);
}

/** The coordinates of coefficients, which are affine in them, by Gauss and Jordan. */
function coordinatesOf(posterior: Posterior, wanted: readonly number[]): Float64Array {
  const n = wanted.length;
  const zero = new Float64Array(n);
  const origin = constrained(posterior, zero);
  const columns = wanted.map((_, i) => constrained(posterior, zero.with(i, 1)));
  const rows = wanted.map((x, r) => [...columns.map((c) => c[r] - origin[r]), x - origin[r]]);
  for (let i = 0; i < n; ++i) {
    const best = rows.slice(i).reduce((a, b) => (Math.abs(b[i]) > Math.abs(a[i]) ? b : a));
    rows.splice(rows.indexOf(best), 1);
    rows.splice(i, 0, best);
    rows.forEach((row, r) => {
      const factor = row[i] / best[i];
      if (r !== i) rows[r] = row.map((x, c) => x - factor * best[c]);
    });
  }
  return Float64Array.from(rows, (row, i) => row[n] / row[i]);
}

describe("the posterior of a Bernoulli model", () => {
  it("has coefficients, sds and correlations, then levels, and no residual scale", () => {
    const {variables} = createModel({formula: "y ~ x + (1 + t | g)", family}, data);
    expect(variables.slice(0, 5)).toEqual([
      ...["b_Intercept", "b_x", "sd_g__Intercept", "sd_g__t", "cor_g__Intercept__t"]
    ]);
    expect(variables.slice(5).every((name) => name.startsWith("r_g["))).toBe(true);
  });

  it("turns round with the outcome: 0 for 1 and every coefficient for its negative", () => {
    const spec = {formula: "y ~ x + (1 + t | f)", family};
    const [a, b] = [data, {...data, y: zeros}].map((rows) => posteriorOf(createModel(spec, rows)));
    // Coordinates: 2 coefficients, 2 signed scales, which turn all levels, and 1 correlation.
    const q = Float64Array.from({length: a.dim}, (_, i) => Math.cos(2 * i));
    const turned = q.map((x, i) => (i < 4 ? -x : x));
    const [here, there] = [evaluate(a, q), evaluate(b, turned)];
    expectClose(there.value, here.value, {relative: 1e-13});
    const {gradient} = there;
    expectClose(
      gradient.map((x, i) => (i < 4 ? -x : x)),
      here.gradient,
      {relative: 1e-12, absolute: 1e-12}
    );
  });

  it.each([
    [1, 1],
    [1, -1],
    [0, 1],
    [0, -1]
  ] as const)("keeps its digits in the tails, at outcome %d and sign %d", (outcome, sign) => {
    const posterior = posteriorOf(single(outcome));
    const [origin, end] = [0, 1].map((q) => constrained(posterior, Float64Array.of(q))[0]);
    const unit = end - origin;
    for (const logOdds of [0, 1e-9, 0.5, 30, 36, 40, 300, 700, 1e4]) {
      const {value, gradient} = evaluate(
        posterior,
        Float64Array.of((sign * logOdds - origin) / unit)
      );
      // What speaks against the outcome: log(1 + exp(s)) and its slope, by their own asymptotes.
      const s = outcome === 1 ? -sign * logOdds : sign * logOdds;
      const against = s > 30 ? s + Math.exp(-s) : Math.log1p(Math.exp(s));
      const slope = s > 0 ? 1 / (1 + Math.exp(-s)) : Math.exp(s) / (1 + Math.exp(s));
      // The other row's log 2 takes absolute digits from the density, none from the gradient.
      expectClose(value, -against - Math.LN2, {relative: 1e-14, absolute: 2e-16});
      expectClose(gradient[0], (outcome === 1 ? slope : -slope) * unit, {relative: 1e-12});
    }
  });

  it("is the same for a table of counts as for its rows, one by one", () => {
    const generator = createGenerator("rows");
    const n = 400;
    const rows = {
      y: Float64Array.from({length: n}, () => Number(generator.uniform() < 0.3)),
      t: Float64Array.from({length: n}, () => Number(generator.uniform() < 0.5)),
      g: Array.from({length: n}, () => `g${Math.floor(5 * generator.uniform())}`),
      // Different in every row, and without weight: nothing can be counted together.
      unique: Float64Array.from({length: n}, (_, i) => i / n)
    };
    const counted = createModel({formula: "y ~ t + g", family}, rows);
    const apart = createModel({formula: "y ~ t + g + unique", family}, rows);
    expect([counted.counts?.patterns, apart.counts?.patterns]).toEqual([10, n]);
    const [a, b] = [counted, apart].map(posteriorOf);
    for (const shift of [0, 1, 2]) {
      const beta = Float64Array.from({length: a.dim}, (_, i) => Math.sin(3 * i + shift));
      expectClose(
        evaluate(b, coordinatesOf(b, [...beta, 0])).value,
        evaluate(a, coordinatesOf(a, [...beta])).value,
        {relative: 1e-11}
      );
    }
  });

  it("answers a point beyond numbers with a number that is not finite, never with an error", () => {
    const priors = ["sd: exponential(1)"];
    const posterior = posteriorOf(createModel({formula: "y ~ x + (1 | f)", family, priors}, data));
    // The scale's exponential overflows.
    const far = new Float64Array(posterior.dim).fill(1e3);
    expect(Number.isFinite(evaluate(posterior, far).value)).toBe(false);
  });
});

// Laws that the posterior of every family obeys, and small models to try them on.
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {createModel, type Model, type ModelSpec} from "../../../src/engine/model/model.js";
import {createPosterior, sampledModel} from "../../../src/engine/posterior/sampled-model.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import type {Columns, Posterior} from "../../../src/engine/types.js";
import {expectClose} from "../../assert.js";
import {centralDifference} from "../../reference/central-difference.js";
import {slowLogDensity} from "../../reference/log-density.js";

/** No groups, one factor, several coefficients, crossed factors, two equations. */
export const specs: readonly ModelSpec[] = [
  {formula: "y ~ x + f"},
  {formula: "y ~ 0 + x", priors: ["b: normal(0, 1)"]},
  {formula: "y ~ x + (1 | f)"},
  {formula: "y ~ x + (0 + t | f)", priors: ["b: student_t(4, 0.2, 1)", "sd: normal(0, 1)"]},
  {formula: "y ~ x + (1 + t | f)", priors: ["cor: lkj(2)", "Intercept: normal(0, 1)"]},
  {formula: "y ~ z + (1 + t + x | f)", priors: ["sd[t|f]: exponential(2)"]},
  {formula: "y ~ x + (1 + t || f)"},
  {formula: "y ~ 1 + (1 + t | f * g)", priors: ["sd: normal(0, 0.7)", "cor[f:g]: lkj(3)"]},
  {formula: "y ~ 0 + Intercept + x + (0 + t | h)", priors: ["b[Intercept]: normal(0, 1)"]},
  {
    formula: "y ~ lambda * t + controls",
    equations: ["lambda ~ z + (1 + x | f)", "controls ~ 0 + x + (1 | g)"],
    priors: ["b_lambda: normal(0, 1)", "sd_lambda: normal(0, 2)"]
  }
];

export const posteriorOf = (model: Model): Posterior => createPosterior(sampledModel(model));

export function evaluate(posterior: Posterior, q: Float64Array) {
  const gradient = new Float64Array(posterior.dim).fill(NaN);
  return {value: posterior.logDensity(q, gradient), gradient};
}

export function constrained(posterior: Posterior, q: Float64Array): Float64Array {
  const out = new Float64Array(posterior.variables.length).fill(NaN);
  posterior.constrain(q, out);
  return out;
}

/** Away from zero, where an sd is zero and level effects no longer tell their standardised ones. */
const points = (dim: number) =>
  fc
    .array(fc.tuple(fc.double({min: 0.05, max: 1.5, noNaN: true}), fc.constantFrom(-1, 1)), {
      minLength: dim,
      maxLength: dim
    })
    .map((q) => Float64Array.from(q, ([size, sign]) => sign * size));

/** Asserts the laws on every spec, joined with the data. */
export function assertLaws(given: readonly ModelSpec[], data: Columns): void {
  const made = given.map((spec) => {
    const model = createModel(spec, data);
    const name = [spec.formula, ...(spec.equations ?? [])].join("; ");
    return {name, spec, model, posterior: posteriorOf(model)};
  });

  describe.each(made)("the posterior of $name", ({spec, model, posterior}) => {
    it("has the gradient that differences give", () => {
      const value = (q: Float64Array) => evaluate(posterior, q).value;
      fc.assert(
        fc.property(points(posterior.dim), (q) => {
          const {gradient, value: here} = evaluate(posterior, q);
          // Rounding of the density, about 1e-15 of its size, over a step of 1e-4.
          const noise = 1e-10 * Math.max(1, Math.abs(here));
          expectClose(gradient, centralDifference(value, q), {
            relative: 1e-6,
            absolute: 1e-7 + noise
          });
        }),
        {numRuns: 15}
      );
    });

    it("has the density that rows, one by one, give", () => {
      fc.assert(
        fc.property(points(posterior.dim), points(posterior.dim), (q, other) => {
          const [a, b] = [q, other].map((point) => evaluate(posterior, point).value);
          const [slowA, slowB] = [q, other].map(
            (point) =>
              slowLogDensity(model, constrained(posterior, point)) +
              logStretch(model, posterior, point)
          );
          const size = Math.max(Math.abs(a), Math.abs(b), 1);
          // Correlations near ±1 lose digits in the slow way.
          expectClose(a - b, slowA - slowB, {absolute: 1e-9 * size});
        }),
        {numRuns: 25}
      );
    });

    it("writes every parameter: scales positive, correlations between -1 and 1", () => {
      fc.assert(
        fc.property(points(posterior.dim), (q) => {
          const values = constrained(posterior, q);
          posterior.variables.forEach((name, v) => {
            if (/^(sd_|sigma)/.test(name)) expect(values[v]).toBeGreaterThan(0);
            else if (name.startsWith("cor_")) expect(Math.abs(values[v])).toBeLessThan(1);
            else expect(Number.isFinite(values[v])).toBe(true);
          });
        }),
        {numRuns: 15}
      );
    });

    it("gives the same for the same point, whatever it saw in between", () => {
      const q = new Float64Array(posterior.dim).fill(0.3);
      const before = evaluate(posterior, q);
      evaluate(
        posterior,
        q.map((x, i) => x - Math.sin(i))
      );
      constrained(
        posterior,
        q.map((x, i) => x + Math.cos(i))
      );
      expect(evaluate(posterior, q)).toEqual(before);
    });

    it("does not depend on the order of rows", () => {
      const other = posteriorOf(createModel(spec, permuted(data, "rows")));
      const q = Float64Array.from({length: posterior.dim}, (_, i) => Math.sin(i + 1));
      const [x, y] = [evaluate(posterior, q), evaluate(other, q)];
      expectClose(y.value, x.value, {relative: 1e-11});
      expectClose(y.gradient, x.gradient, {relative: 1e-8, absolute: 1e-8});
    });

    it("is made anew from a structured clone with the same numbers", () => {
      const sent = structuredClone(sampledModel(model));
      const q = new Float64Array(posterior.dim).fill(-0.4);
      expect(evaluate(createPosterior(sent), q)).toEqual(evaluate(posterior, q));
    });
  });
}

/**
 * The log determinant of the derivative of standardised level effects, whose density the slow way
 * gives, with respect to the levels' own coordinates. Effects are affine in these, so that differences
 * over a step of 1 have rounding errors only; an effect is sd times correlations' factor times its
 * standardised one.
 */
export function logStretch({cells}: Model, posterior: Posterior, q: Float64Array): number {
  const own: number[] = [];
  let at = cells.p;
  for (const {levels, columns, correlated} of cells.terms) {
    const k = columns.length;
    at += k + (correlated ? (k * (k - 1)) / 2 : 0);
    for (let i = 0; i < k * levels; ++i) own.push(at++);
  }
  const first = posterior.variables.findIndex((name) => name.startsWith("r_"));
  const here = constrained(posterior, q);
  const matrix = own.map((i) => {
    const moved = constrained(
      posterior,
      q.map((x, j) => (i === j ? x + 1 : x))
    );
    return Array.from(own, (_, j) => moved[first + j] - here[first + j]);
  });
  let sum = logAbsDeterminant(matrix);
  let sd = cells.p;
  let cor = posterior.variables.findIndex((name) => name.startsWith("cor_"));
  for (const {levels, columns, correlated} of cells.terms) {
    const k = columns.length;
    for (let a = 0; a < k; ++a) sum -= levels * Math.log(here[sd++]);
    if (!correlated) continue;
    const r = Array.from({length: k}, (_, i) =>
      Array.from({length: k}, (__, j) => Number(i === j))
    );
    for (let i = 1; i < k; ++i) for (let j = 0; j < i; ++j) r[i][j] = r[j][i] = here[cor++];
    sum -= 0.5 * levels * logAbsDeterminant(r);
  }
  return sum;
}

/** By elimination with pivots; `a` is overwritten. */
function logAbsDeterminant(a: number[][]): number {
  let sum = 0;
  for (let i = 0; i < a.length; ++i) {
    let best = i;
    for (let r = i; r < a.length; ++r) if (Math.abs(a[r][i]) > Math.abs(a[best][i])) best = r;
    [a[i], a[best]] = [a[best], a[i]];
    sum += Math.log(Math.abs(a[i][i]));
    for (let r = i + 1; r < a.length; ++r) {
      const factor = a[r][i] / a[i][i];
      for (let c = i; c < a.length; ++c) a[r][c] -= factor * a[i][c];
    }
  }
  return sum;
}

/** The columns in another order of rows. */
function permuted(data: Columns, seed: string): Columns {
  const generator = createGenerator(seed, 0);
  const order = Array.from({length: data.y.length}, (_, i) => ({i, key: generator.uniform()}));
  order.sort((a, b) => a.key - b.key);
  return Object.fromEntries(
    Object.entries(data).map(([name, column]) => [
      name,
      column instanceof Float64Array
        ? Float64Array.from(order, ({i}) => column[i])
        : order.map(({i}) => column[i])
    ])
  );
}

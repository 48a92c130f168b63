import {describe, expect, it} from "vitest";
import {createDensity} from "../../../src/engine/density/density.js";
import type {SmoothMarginal} from "../../../src/engine/exact/marginal.js";
import {
  VarianceCoordinates,
  type ScaleForm
} from "../../../src/engine/exact/variance-coordinates.js";
import type {Model} from "../../../src/engine/model/model.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";
import {centralDifference} from "../../reference/central-difference.js";
import {product, square, transpose} from "../../reference/dense.js";
import {lkjOfUnconstrained} from "../../reference/log-density.js";
import {experiment, modelOf, sampled} from "./small-models.js";

const specs = [
  {formula: "y ~ x + t"},
  {formula: "y ~ 0 + x + (1 | f)", priors: ["b: normal(0, 1)", "sd: gamma(2, 1)"]},
  {formula: "y ~ x + (1 + t | f)", priors: ["cor: lkj(2)", "sd: normal(0, 1)"]},
  {formula: "y ~ x + (1 + t + x | f)", priors: ["b: student_t(4, 1, 2)", "sd: exponential(1)"]},
  {formula: "y ~ x + (1 + t || f) + (1 | g)", priors: ["b: cauchy(0, 1)", "Intercept: flat"]}
];

const cases = specs.flatMap((spec) =>
  (["log", "signed"] as const).map((form) => ({name: spec.formula, form, model: modelOf(spec)}))
);

/** What a marginal is set to, with a density that is linear in everything. */
function marginalOf({cells}: Model): SmoothMarginal & {density(sigma: number): number} {
  const sizes = cells.terms.map(({columns}) => columns.length ** 2);
  const generator = createGenerator("linear");
  const weights = (length: number) => Float64Array.from({length}, () => generator.normal());
  const precision = new Float64Array(cells.p).fill(1);
  const scales = sizes.map((size) => new Float64Array(size));
  const byScales = sizes.map(weights);
  const byLogPrecision = weights(cells.p);
  const byLogSigma = generator.normal();
  const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * b[i], 0);
  return {
    scales,
    precision,
    byScales,
    byLogPrecision,
    byLogSigma,
    location: new Float64Array(cells.p),
    population: new Float64Array(cells.p),
    values: [],
    evaluate: () => NaN,
    draw: () => undefined,
    differentiate: () => undefined,
    density: (sigma) =>
      scales.reduce((sum, own, t) => sum + dot(own, byScales[t]), byLogSigma * Math.log(sigma)) +
      dot(byLogPrecision, precision.map(Math.log))
  };
}

/** Coordinates away from 0, where an sd with a sign has none. */
function pointOf(dim: number, seed: string): Float64Array {
  const generator = createGenerator(seed);
  return Float64Array.from({length: dim}, () => {
    const x = generator.normal();
    return x + 0.3 * Math.sign(x);
  });
}

describe.each(cases)("the $form coordinates of $name", ({form, model}) => {
  const {cells, priors} = model;
  const made = sampled(model);
  const unit = form === "signed" ? Math.sqrt(cells.ee / cells.n) : 1;
  const coordinates = new VarianceCoordinates(made, form);
  const marginal = marginalOf(model);
  const q = pointOf(coordinates.dim, "point");
  const sigma = coordinates.set(q, marginal);
  const out = new Float64Array(40).fill(NaN);
  const end = coordinates.write(out, 1);
  const k = cells.terms.map(({columns}) => columns.length);
  const sds = k.map((own, t) => out.slice(1 + sum(k.slice(0, t)), 1 + sum(k.slice(0, t)) + own));

  it("count sds, correlations, sigma, and a weight for every heavy-tailed prior", () => {
    const pairs = cells.terms.map(({correlated}, t) => (correlated ? (k[t] * (k[t] - 1)) / 2 : 0));
    const heavy = priors.population.filter(({family}) => /student_t|cauchy/.test(family));
    expect(coordinates.variances).toBe(sum(k) + sum(pairs) + 1);
    expect(coordinates.dim).toBe(coordinates.variances + heavy.length);
    expect(end).toBe(1 + coordinates.variances);
    expect(out.subarray(1, end).every(Number.isFinite)).toBe(true);
    expect([out[0], out[end]]).toEqual([NaN, NaN]);
  });

  it("set scales whose products are the covariance of what they write", () => {
    let at = 1 + sum(k);
    cells.terms.forEach(({correlated}, t) => {
      const scale = square(marginal.scales[t]);
      const covariance = product(scale, transpose(scale));
      for (let a = 0; a < k[t]; ++a) {
        expectClose(covariance[a][a], sds[t][a] ** 2, {relative: 1e-12});
        expect(sds[t][a]).toBeGreaterThan(0);
        for (let b = 0; b < a; ++b) {
          const expected = correlated ? out[at++] * sds[t][a] * sds[t][b] : 0;
          expectClose(covariance[a][b], expected, {relative: 1e-11, absolute: 1e-13});
        }
      }
    });
    expect(out[at]).toBe(sigma);
    expectClose(sigma, unit * Math.exp(q[coordinates.variances - 1]), {relative: 1e-14});
  });

  it("set the precision of a heavy-tailed prior to its weight's, and leave others alone", () => {
    let at = coordinates.variances;
    priors.population.forEach(({family, arguments: given}, j) => {
      if (family === "student_t" || family === "cauchy") {
        const scale = given[given.length - 1];
        expectClose(marginal.precision[j], Math.exp(q[at++]) / scale ** 2, {relative: 1e-13});
      } else expect(marginal.precision[j]).toBe(1);
    });
    expect(at).toBe(coordinates.dim);
  });

  it("have the prior density of what they write, with the change of variables", () => {
    // The form decides which sds go by their log; the rest of the sum is the same.
    const logPrior = (point: Float64Array): number => {
      const s = coordinates.set(point, marginal);
      const sigmaPrior = priors.sigma ?? {family: "flat", arguments: []};
      coordinates.write(out, 1);
      let density = createDensity(sigmaPrior).logDensity(s) + Math.log(s);
      let at = 1;
      priors.sds.forEach((own) => {
        own.forEach((prior) => {
          const sd = out[at++];
          density += createDensity(prior).logDensity(sd);
          if (form === "log" || !/normal|student_t/.test(prior.family)) density += Math.log(sd);
        });
      });
      cells.terms.forEach(({correlated}, t) => {
        if (!correlated || k[t] === 1) return;
        const r = Array.from({length: k[t]}, (_, i) =>
          Array.from({length: k[t]}, (__, j) => Number(i === j))
        );
        for (let i = 1; i < k[t]; ++i) for (let j = 0; j < i; ++j) r[i][j] = r[j][i] = out[at++];
        density += lkjOfUnconstrained(r, priors.etas[t]);
      });
      return density + weightsDensity(model, point.subarray(coordinates.variances));
    };
    const points = ["a", "b", "c", "d"].map((seed) => pointOf(coordinates.dim, seed));
    const apart = (values: number[]) => values.slice(1).map((value) => value - values[0]);
    const found = points.map((point) => {
      coordinates.set(point, marginal);
      return coordinates.logPrior(point);
    });
    expectClose(apart(found), apart(points.map(logPrior)), {relative: 1e-11, absolute: 1e-11});
  });

  it("have the derivative of prior and marginal density together", () => {
    const whole = (point: Float64Array): number => {
      const s = coordinates.set(point, marginal);
      return marginal.density(s) + coordinates.logPrior(point);
    };
    const expected = centralDifference(whole, q);
    whole(q);
    const gradient = new Float64Array(coordinates.dim).fill(NaN);
    coordinates.writeGradient(q, marginal, gradient);
    const size = Math.max(1, ...expected.map(Math.abs));
    expectClose(gradient, expected, {absolute: 1e-9 * size});
  });
});

/** A weight is gamma with shape and rate df / 2, here by its log. */
function weightsDensity({priors}: Model, logs: Float64Array): number {
  let at = 0;
  let density = 0;
  for (const {family, arguments: given} of priors.population) {
    if (family !== "student_t" && family !== "cauchy") continue;
    const half = (family === "cauchy" ? 1 : given[0]) / 2;
    const weight = Math.exp(logs[at++]);
    // (half − 1) log w − half w, and log w for the change of variables.
    density += half * Math.log(weight) - half * weight;
  }
  return density;
}

const sum = (x: readonly number[]): number => x.reduce((a, b) => a + b, 0);

describe("the signs of scales", () => {
  const model = modelOf({formula: "y ~ x + (1 + t | f)", priors: ["sd: normal(0, 1)"]});
  const read = (form: ScaleForm, q: readonly number[]) => {
    const coordinates = new VarianceCoordinates(sampled(model), form);
    const point = Float64Array.of(...q, 0.2, ...new Array<number>(8).fill(0.1));
    const own = point.slice(0, coordinates.dim);
    coordinates.set(own, marginalOf(model));
    const out = new Float64Array(coordinates.variances);
    coordinates.write(out, 0);
    return {out, density: coordinates.logPrior(own)};
  };

  it("turn those of correlations, and change nothing else", () => {
    const plain = read("signed", [0.8, 0.5, 0.4]);
    for (const turned of [
      [-0.8, 0.5, -0.4],
      [0.8, -0.5, -0.4],
      [-0.8, -0.5, 0.4]
    ]) {
      const other = read("signed", turned);
      expectClose(other.out, plain.out, {relative: 1e-14});
      expectClose(other.density, plain.density, {relative: 1e-14});
    }
  });

  it("make no difference to the density of an sd, but for the change of variables", () => {
    // With a sign scales are in units of the spread: only differences between points compare.
    const unit = Math.sqrt(model.cells.ee / model.cells.n);
    const [signed, log] = [0.8, 1.7]
      .map((own) => read("signed", [own, 0.5, 0.4]))
      .map((a, i) => {
        const logs = [Math.log(unit * (i ? 1.7 : 0.8)), Math.log(unit * 0.5), 0.4];
        const b = read("log", logs);
        expectClose(b.out.slice(0, 3), a.out.slice(0, 3), {relative: 1e-13});
        return a.density - b.density;
      });
    // Densities of the log have one more factor of the sd itself.
    expectClose(log - signed, Math.log(0.8) - Math.log(1.7), {relative: 1e-12});
  });

  it("come with units, so that the same outcome in others has the same coordinates", () => {
    const formula = "y ~ x + (1 + t | f)";
    const [small, plain] = [1e-8, 1].map((scale) => {
      const data = experiment("units");
      const y = (data.y as Float64Array).map((value) => scale * value);
      const priors = [`sd: normal(0, ${scale})`, `sigma: normal(0, ${scale})`];
      const own = sampled(modelOf({formula, priors}, {...data, y}));
      const coordinates = new VarianceCoordinates(own, "signed");
      const q = pointOf(coordinates.dim, "units");
      coordinates.set(q, marginalOf(model));
      const out = new Float64Array(coordinates.variances);
      coordinates.write(out, 0);
      return out.map((value, v) => (v === 2 ? value : value / scale));
    });
    expectClose(small, plain, {relative: 1e-10});
  });
});

describe("VarianceCoordinates", () => {
  it("leave sigma at 1, and write none, where it has no prior", () => {
    const {cells, priors} = sampled(modelOf({formula: "y ~ x + (1 | f)"}));
    const known = new VarianceCoordinates({cells, priors: {...priors, sigma: null}}, "log");
    expect(known.variances).toBe(1);
    const q = new Float64Array(known.dim).fill(0.3);
    expect(known.set(q, marginalOf(modelOf({formula: "y ~ x + (1 | f)"})))).toBe(1);
    expect(known.write(new Float64Array(3), 0)).toBe(1);
    expect(known.logPrior(q)).not.toBeNaN();
  });
});

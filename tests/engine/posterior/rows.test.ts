import {describe, expect, it} from "vitest";
import {createModel, type Model, type ModelSpec} from "../../../src/engine/model/model.js";
import {createBernoulliPosterior} from "../../../src/engine/posterior/bernoulli.js";
import {GaussianLikelihood} from "../../../src/engine/posterior/gaussian-likelihood.js";
import {sampledModel} from "../../../src/engine/posterior/sampled-model.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import type {Columns} from "../../../src/engine/types.js";
import {expectClose} from "../../assert.js";
import {slowLogDensity} from "../../reference/log-density.js";
import {constrained, evaluate, logStretch, posteriorOf} from "./laws.js";

/** More rows than a block holds, with offsets that single precision or plain sums would not survive. */
function experiment(n: number, {outcome = 0, covariate = 0} = {}): Columns {
  const generator = createGenerator("rows");
  // Multiples of 2⁻²⁰: adding up to 1e9 is then exact.
  const short = (x: number) => Math.round(x * 2 ** 20) / 2 ** 20;
  const column = (value: (i: number) => number) =>
    Float64Array.from({length: n}, (_, i) => value(i));
  return {
    y: column((i) => outcome + short(generator.normal() + (i % 5))),
    x: column(() => covariate + short(generator.normal())),
    z: column(() => generator.uniform()),
    t: column(() => Number(generator.uniform() < 0.4)),
    f: Array.from({length: n}, (_, i) => "abcdefg"[i % 7]),
    g: column((i) => Math.floor(i / 3) % 4),
    w: column(() => 10 ** (12 * generator.uniform() - 6)),
    s: column(() => 10 ** (4 * generator.uniform() - 2)),
    won: column(() => Number(generator.uniform() < 0.3)),
    k: column((i) => i % 3)
  };
}

interface Point {
  deviation: Float64Array;
  terms: {values: Float64Array; adjoint: Float64Array}[];
}

function randomPoint({cells}: Model): Point {
  const generator = createGenerator("point");
  const draw = (length: number) => Float64Array.from({length}, () => generator.normal());
  return {
    deviation: draw(cells.p),
    terms: cells.terms.map(({columns, levels}) => ({
      values: draw(columns.length * levels),
      adjoint: new Float64Array(columns.length * levels)
    }))
  };
}

const column = (model: Model, name: string) => model.design.rows.data[name] as Float64Array;

/** Sums over rows that were never put into cells: squares, and their half's negative gradient. */
function byRows(model: Model, {deviation, terms}: Point) {
  const {design, cells} = model;
  const {weights, errors} = design.formula;
  const byDeviation = new Float64Array(cells.p);
  const byLevels = terms.map(({values}) => new Float64Array(values.length));
  let squares = 0;
  for (let i = 0; i < design.rows.n; ++i) {
    const x = design.columns.population.map((own, j) => own[i] - cells.means[j]);
    // The reference first, its constant before all: the outcome's offset is gone without rounding.
    let e = design.outcome[i];
    x.forEach((value, j) => (e -= value * cells.reference[j]));
    x.forEach((value, j) => (e -= value * deviation[j]));
    design.terms.forEach(({codes, levels}, k) => {
      design.columns.varying[k].forEach((own, a) => {
        e -= own[i] * terms[k].values[a * levels.length + codes[i]];
      });
    });
    const weight =
      (weights ? column(model, "w")[i] : 1) / (errors ? column(model, "s")[i] ** 2 : 1);
    squares += weight * e * e;
    x.forEach((value, j) => (byDeviation[j] += weight * value * e));
    design.terms.forEach(({codes, levels}, k) => {
      design.columns.varying[k].forEach((own, a) => {
        byLevels[k][a * levels.length + codes[i]] += weight * own[i] * e;
      });
    });
  }
  return {squares, byDeviation, byLevels};
}

const models: readonly ModelSpec[] = [
  {formula: "y ~ x + z + f"},
  {formula: "y ~ x + t + (1 + t | f)"},
  {formula: "y ~ x + t + (1 + t + z | f * g) + (0 + z | k)"},
  {formula: "y | weights(w) ~ x + t + (1 + t | f * g)"},
  {formula: "y | se(s) ~ x + (1 | f)"},
  {formula: "y | se(s) + weights(w) ~ t + (1 + t || f) + (1 | g)"},
  {
    formula: "y ~ lambda * t + controls",
    equations: ["lambda ~ z + (1 | f)", "controls ~ x + (1 | g)"]
  }
];
const named = models.map((spec) => ({
  name: [spec.formula, ...(spec.equations ?? [])].join("; "),
  spec
}));

/** A share of the largest entry: a sum of products over thousands of rows has no better unit. */
function expectNear(actual: Float64Array, expected: Float64Array, what: string): void {
  const size = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  expectClose(actual, expected, {relative: 1e-10, absolute: 1e-10 * size}, what);
}

describe.each([
  ["few rows", 60, {}],
  ["more rows than a block", 9001, {}],
  ["an outcome around 1e9", 5000, {outcome: 1e9}],
  ["a covariate around 1e8", 5000, {covariate: 1e8}]
] as const)("with %s the likelihood of cells is that of rows", (_, n, offsets) => {
  const data = experiment(n, offsets);

  it.each(named)("$name, with its gradient", ({spec}) => {
    const model = createModel(spec, data);
    const point = randomPoint(model);
    const likelihood = new GaussianLikelihood(model.cells, point.terms);
    likelihood.deviation.set(point.deviation);
    const squares = likelihood.evaluate(1);
    const expected = byRows(model, point);
    expectClose(squares, expected.squares, {relative: 1e-10});
    expectNear(likelihood.byDeviation, expected.byDeviation, "by population coefficients");
    point.terms.forEach(({adjoint}, k) => {
      expectNear(adjoint, expected.byLevels[k], `by levels of term ${String(k)}`);
    });
  });
});

describe("at the least-squares fit, too, where little is left of an outcome around 1e9,", () => {
  it.each(named)("$name has the residual sum of squares of rows", ({spec}) => {
    const model = createModel(spec, experiment(5000, {outcome: 1e9}));
    const point = randomPoint(model);
    point.deviation.fill(0);
    for (const {values} of point.terms) values.fill(0);
    expectClose(model.cells.ee, byRows(model, point).squares, {relative: 1e-11});
  });
});

describe("the log density of a whole posterior is that of rows", () => {
  const data = experiment(5000);
  const uncorrelated = [
    {formula: "y ~ x + t + (1 + t || f * g)"},
    {formula: "y | weights(w) ~ x + (1 | f)"},
    {formula: "y | se(s) ~ x + (1 | f)", priors: ["sd: inv_gamma_variance(2, 1)"]},
    {formula: "won ~ t + k + (1 + t || f)", family: "bernoulli"},
    {formula: "won | weights(w) ~ t + k + (1 | f) + (1 | g)", family: "bernoulli"}
  ];

  it.each(uncorrelated)("$formula", (spec) => {
    const model = createModel(spec, data);
    const posterior = posteriorOf(model);
    const [a, b] = [1, 2].map((start) => {
      const q = Float64Array.from({length: posterior.dim}, (_, i) => Math.sin(start + i) + 0.1);
      const slow = slowLogDensity(model, constrained(posterior, q));
      return evaluate(posterior, q).value - slow - logStretch(model, posterior, q);
    });
    const q = new Float64Array(posterior.dim).fill(0.5);
    expectClose(a, b, {absolute: 1e-10 * Math.abs(evaluate(posterior, q).value)});
  });
});

describe("counted rows have the log density and gradient of single ones", () => {
  const data = experiment(5000);

  it.each([
    "won ~ t + k + (1 + t | f * g)",
    "won | weights(w) ~ t + k + (1 + t | f * g)",
    "won ~ x + (1 + x | f)"
  ])("%s", (formula) => {
    const model = createModel({formula, family: "bernoulli"}, data);
    const sampled = sampledModel(model);
    if (sampled.family !== "bernoulli") throw new Error("not a Bernoulli model");
    const {design, cells} = model;
    const n = design.rows.n;
    const distinct = new Array<Float64Array>(cells.v);
    cells.terms.forEach(({columns}, k) => {
      columns.forEach((position, a) => (distinct[position] = design.columns.varying[k][a]));
    });
    const flat = (columns: readonly Float64Array[]) =>
      Float64Array.from(columns.flatMap((own) => [...own]));
    const levels = (i: number) => design.terms.map(({codes}) => codes[i]).join();
    const cellOf = new Map(
      Array.from({length: cells.cells}, (_, c) => [
        cells.terms.map(({codes}) => codes[c]).join(),
        c
      ])
    );
    const weight = (i: number) => (design.formula.weights ? column(model, "w")[i] : 1);
    const single = {
      patterns: n,
      x: flat(
        design.columns.population.map((own, j) => own.map((value) => value - cells.means[j]))
      ),
      z: flat(distinct),
      cells: Int32Array.from({length: n}, (_, i) => cellOf.get(levels(i)) ?? NaN),
      ones: design.outcome.map((value, i) => value * weight(i)),
      zeros: design.outcome.map((value, i) => (1 - value) * weight(i))
    };
    if (formula.includes("t + k")) expect(sampled.counts.patterns).toBeLessThan(n / 10);
    else expect(sampled.counts.patterns).toBe(n);
    const [counted, rows] = [sampled.counts, single].map((counts) =>
      createBernoulliPosterior({...sampled, counts})
    );
    const q = Float64Array.from({length: counted.dim}, (_, i) => Math.sin(i + 1));
    const [here, there] = [evaluate(counted, q), evaluate(rows, q)];
    expectClose(here.value, there.value, {relative: 1e-10});
    expectNear(here.gradient, there.gradient, "gradient");
  });
});

import {describe, expect, it} from "vitest";
import type {TermScale} from "../../../src/engine/exact/term-scale.js";
import {incompleteBeta} from "../../../src/engine/math/incomplete-beta.js";
import {normalCdf} from "../../../src/engine/math/special.js";
import type {Model} from "../../../src/engine/model/model.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";
import {cellsOfLevels, levelColumns, levelCovariance} from "../../reference/coefficients.js";
import {times, transpose} from "../../reference/dense.js";
import {expectMean, expectShares, probe} from "./monte-carlo.js";
import {models, termAlone, termsOf} from "./small-models.js";

const grouped = models.filter(({model}) => model.cells.terms.length > 0);

/** [v × cells], cell by cell within a column, from an array that runs column by column in a cell. */
const byColumn = (values: readonly number[], v: number) =>
  Array.from({length: v}, (_, a) => values.filter((__, i) => i % v === a)).flat();

const allValues = (terms: readonly TermScale[]) => terms.flatMap(({values}) => [...values]);

/** Σ z (e − fit) by cell, from rows; the population stays at the cells' reference. */
function slowResidual({cells, design}: Model, terms: readonly TermScale[], columns: number[][]) {
  const fit = times(transpose(columns), allValues(terms));
  const {population} = design.columns;
  const centred = (column: Float64Array, j: number) => column.map((x) => x - cells.means[j]);
  const e = design.outcome.map((y, i) => y - fit[i]);
  population.map(centred).forEach((column, j) => {
    column.forEach((x, i) => (e[i] -= x * cells.reference[j]));
  });
  const out = new Float64Array(cells.v * cells.cells);
  cells.terms.forEach((term, t) => {
    term.columns.forEach((column, a) => {
      for (let c = 0; c < cells.cells; ++c) {
        const isIn = (i: number) =>
          cells.terms.every(({codes}, s) => design.terms[s].codes[i] === codes[c]);
        out[column * cells.cells + c] = design.columns.varying[t][a].reduce(
          (sum, z, i) => sum + (isIn(i) ? z * e[i] : 0),
          0
        );
      }
    });
  });
  return out;
}

describe.each(grouped)("the terms of $name", ({model}) => {
  const {cells} = model;

  it("draw coefficients from their prior, level by level", () => {
    const terms = termsOf(model, "prior");
    const {mean, covariance} = probe((generator) => {
      for (const term of terms) term.drawPrior(generator);
      return Float64Array.from(allValues(terms));
    });
    const covariances = terms.map((term) => term.scale.covariance());
    expect(mean.every((value) => value === 0)).toBe(true);
    expectClose(covariance.flat(), levelCovariance(cells, covariances).flat(), {absolute: 1e-13});
  });

  it("add up to cells, and take the cells' pull times their covariance", () => {
    const terms = termsOf(model, "pull");
    const generator = createGenerator("pull");
    for (const term of terms) term.drawPrior(generator);
    const toCells = cellsOfLevels(cells);
    const gamma = new Float64Array(cells.cells * cells.v);
    for (const term of terms) term.addTo(gamma);
    const before = allValues(terms);
    expectClose(gamma, byColumn(times(toCells, before), cells.v), {absolute: 1e-13});
    const pull = Array.from(gamma, () => generator.normal());
    for (const term of terms) term.addPull(Float64Array.from(byColumn(pull, cells.v)));
    const covariances = terms.map((term) => term.scale.covariance());
    const moved = times(levelCovariance(cells, covariances), times(transpose(toCells), pull));
    expectClose(
      allValues(terms),
      before.map((value, i) => value + moved[i]),
      {absolute: 1e-12}
    );
  });

  it("leave, after every update, the residual that rows give", () => {
    const terms = termsOf(model, "residual");
    const generator = createGenerator("residual");
    const columns = levelColumns(model);
    for (const term of terms) term.drawPrior(generator);
    const residual = slowResidual(model, terms, columns);
    for (let round = 0; round < 3; ++round)
      for (const term of terms) {
        const before = term.values.slice();
        term.update(residual, 1 / 0.49, generator);
        expect(term.values).not.toEqual(before);
        expectClose(residual, slowResidual(model, terms, columns), {absolute: 1e-10});
      }
  });
});

describe("a term without data", () => {
  const run = (term: TermScale, count: number) => {
    const generator = createGenerator("without data");
    const {k, values} = term;
    const residual = new Float64Array(values.length);
    const [sds, correlations] = [new Float64Array(k), new Float64Array((k * (k - 1)) / 2)];
    const chain = {
      sd: new Float64Array(count),
      correlation: new Float64Array(count),
      standard: new Float64Array(count)
    };
    term.scale.start(1, generator);
    for (let i = 0; i < count; ++i) {
      term.update(residual, 1, generator);
      term.scale.writeSds(sds, 0);
      term.scale.writeCorrelations(correlations, 0);
      chain.sd[i] = sds[k - 1];
      chain.correlation[i] = correlations.at(-1) ?? NaN;
      chain.standard[i] = values[values.length - 1] / sds[k - 1];
    }
    return chain;
  };

  it("has the sd of its prior", () => {
    const half = run(
      termAlone({k: 1, levels: 2, eta: 1}, {family: "normal", arguments: [0, 1]}),
      2e4
    );
    expectShares(half.sd, [0.1, 0.5, 1, 2], (x) => 2 * normalCdf(x) - 1);
    const rate = {family: "exponential", arguments: [2]} as const;
    const {sd} = run(termAlone({k: 2, levels: 2, eta: 1}, rate), 2e4);
    expectShares(sd, [0.1, 0.5, 1, 2], (x) => 1 - Math.exp(-2 * x));
  });

  it.each([
    {k: 2, eta: 1},
    {k: 2, eta: 3},
    {k: 3, eta: 1.5}
  ])("has correlations of $k coefficients from LKJ($eta)", ({k, eta}) => {
    const prior = {family: "exponential", arguments: [1]} as const;
    const {correlation} = run(termAlone({k, levels: 2, eta}, prior), 2e4);
    // Each is 2 Beta(a, a) − 1.
    const a = eta - 1 + k / 2;
    expectShares(correlation, [-0.8, -0.3, 0, 0.5, 0.9], (r) => incompleteBeta((1 + r) / 2, a, a));
  });

  it("has normal coefficients with that sd", () => {
    const prior = {family: "exponential", arguments: [1]} as const;
    const {standard} = run(termAlone({k: 2, levels: 2, eta: 1}, prior), 1e4);
    expectMean(standard, 0, "mean");
    expectShares(standard, [-2, -1, 0, 1, 2], normalCdf);
  });
});

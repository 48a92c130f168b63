import {describe, expect, it} from "vitest";
import {CrossedMarginal} from "../../../src/engine/exact/crossed-marginal.js";
import {leadOf} from "../../../src/engine/exact/lead-term.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";
import {levelColumns, levelCovariance, populationColumns} from "../../reference/coefficients.js";
import {eliminate, product, times, transpose} from "../../reference/dense.js";
import {pointOf, takeIn} from "./marginal-points.js";
import {models} from "./small-models.js";

describe("leadOf(cells)", () => {
  const [term] = models[3].model.cells.terms;
  const of = (...levels: number[]) =>
    leadOf({terms: levels.map((own) => ({...term, levels: own}))});

  it("is the term with the most levels, where these are more than a hundred", () => {
    expect([of(4, 320), of(320, 4), of(150, 320, 7)]).toEqual([1, 0, 1]);
    expect([of(4, 100), of(100, 100), of()]).toEqual([-1, -1, -1]);
  });
});

const cases = models.flatMap(({name, model}) =>
  [...model.cells.terms.keys()].map((term) => ({name, model, term}))
);

describe.each(cases)("what the data say of the scale of term $term of $name", ({model, term}) => {
  const {cells, design} = model;
  const marginal = new CrossedMarginal(cells, term);
  const {first} = marginal;
  const base = pointOf(model, "base");
  takeIn(model, marginal, base);
  marginal.draw(createGenerator("others"));

  it("is the density of what the other coefficients, as drawn, leave of the rows", () => {
    const sizes = cells.terms.map(({columns, levels}) => columns.length * levels);
    const from = sizes.slice(0, term).reduce((sum, own) => sum + own, 0);
    const isOwn = (_: unknown, i: number) => i >= from && i < from + sizes[term];
    const z = levelColumns(model);
    const values = marginal.values.flatMap((own) => [...own]);
    const others = [...populationColumns(model), ...z.filter((own, i) => !isOwn(own, i))];
    const drawn = [
      ...Array.from(marginal.population, (own, j) => own + cells.reference[j]),
      ...values.filter((own, i) => !isOwn(own, i))
    ];
    const fit = times(transpose(others), drawn);
    const left = [...design.outcome].map((y, i) => y - (fit[i] ?? 0));
    const own = z.filter(isOwn);
    const slow = (factor: number): number => {
      const {covariances, sigma} = {...pointOf(model, "tried", factor), sigma: base.sigma};
      const only = {...cells, terms: [cells.terms[term]]};
      const spread = product(
        transpose(product(levelCovariance(only, [covariances[term]]), own)),
        own
      ).map((row, i) => row.map((value, k) => value + (i === k ? sigma * sigma : 0)));
      const {inverse, logDeterminant} = eliminate(spread);
      const solved = times(inverse, left);
      return -0.5 * (logDeterminant + solved.reduce((sum, value, i) => sum + value * left[i], 0));
    };
    const factors = [0, 1, 0.1, 5];
    const fast = factors.map((factor) =>
      first?.logEvidence(pointOf(model, "tried", factor).scales[term])
    );
    const expected = factors.map((factor) => slow(factor) - slow(0));
    expectClose(fast as number[], expected, {relative: 1e-10, absolute: 1e-9});
  });
});

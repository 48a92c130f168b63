import {describe, expect, it} from "vitest";
import {CrossedMarginal} from "../../../src/engine/exact/crossed-marginal.js";
import {DenseEvidence} from "../../../src/engine/exact/dense-evidence.js";
import {expectClose} from "../../assert.js";
import {slowMarginalDensity} from "../../reference/marginal-density.js";
import {pointOf, takeIn, type Point} from "./marginal-points.js";
import {models} from "./small-models.js";

/** Every term's evidence, with none and with every other term eliminated first. */
const cases = models.flatMap(({name, model}) =>
  [...model.cells.terms.keys()].flatMap((term) =>
    [-1, ...model.cells.terms.keys()]
      .filter((lead) => lead !== term)
      .map((lead) => ({name, model, term, lead}))
  )
);

const apart = (values: readonly number[]) => values.slice(1).map((value) => value - values[0]);

describe.each(cases)("the evidence on term $term of $name led by $lead", (given) => {
  const {model, term, lead} = given;
  const marginal = new CrossedMarginal(model.cells, lead);
  const evidence = new DenseEvidence(marginal, marginal.rest.indexOf(term));
  const base = pointOf(model, "base");
  /** The base with other scales for this term alone. */
  const points = [1, 3, 1e-3, 0].map((factor, i): Point => {
    const {scales, covariances} = pointOf(model, `own ${i}`, factor);
    const own = <T>(all: readonly T[], other: readonly T[]) =>
      all.map((value, t) => (t === term ? other[t] : value));
    return {
      ...base,
      scales: own(base.scales, scales),
      covariances: own(base.covariances, covariances)
    };
  });
  const found = (at: Point): number[] => {
    takeIn(model, marginal, at);
    expect(evidence.gather()).toBe(true);
    return points.map(({scales}) => evidence.logEvidence(scales[term]));
  };

  it("differs between scales as the density of the rows does", () => {
    const slow = points.map((at) => slowMarginalDensity(model, at));
    expectClose(apart(found(base)), apart(slow), {relative: 1e-9, absolute: 1e-9});
  });

  it("is to ten digits that of all coefficients eliminated at once", () => {
    const all = new CrossedMarginal(model.cells, -1);
    const dense = new DenseEvidence(all, term);
    takeIn(model, all, base);
    dense.gather();
    const expected = points.map(({scales}) => dense.logEvidence(scales[term]));
    expectClose(apart(found(base)), apart(expected), {relative: 1e-10, absolute: 1e-10});
  });

  it("does not depend on the scale that the term had when it was gathered", () => {
    expect(new Set(points.map((at) => found(at)[0])).size).toBe(1);
  });

  it("does depend on the other terms' scales and on sigma", () => {
    const other = pointOf(model, "others").scales.map((own, t) =>
      t === term ? base.scales[t] : own
    );
    const gain = (at: Point): number => apart(found(at))[0];
    expect(gain({...base, sigma: 2 * base.sigma})).not.toBe(gain(base));
    if (model.cells.terms.length > 1) expect(gain({...base, scales: other})).not.toBe(gain(base));
  });
});

describe("DenseEvidence", () => {
  it("says of a sigma of 0, and of a scale beyond numbers, that there is no density", () => {
    const {model} = cases[cases.length - 1];
    const marginal = new CrossedMarginal(model.cells, -1);
    const evidence = new DenseEvidence(marginal, 0);
    const point = pointOf(model, "beyond");
    takeIn(model, marginal, {...point, sigma: 0});
    expect(evidence.gather()).toBe(false);
    takeIn(model, marginal, point);
    expect(evidence.gather()).toBe(true);
    expect(evidence.logEvidence(marginal.scales[0].map((value) => value * 1e200))).toBeNaN();
  });
});

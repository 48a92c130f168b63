import {describe, expect, it} from "vitest";
import {CrossedMarginal} from "../../../src/engine/exact/crossed-marginal.js";
import {DenseEvidence} from "../../../src/engine/exact/dense-evidence.js";
import {expectClose} from "../../assert.js";
import {evaluateAt, pointOf, type Point} from "./marginal-points.js";
import {models} from "./small-models.js";

const cases = models.flatMap(({name, model}) =>
  model.cells.terms.map((_, term) => ({name, model, term}))
);

describe.each(cases)("the evidence on term $term of $name", ({model, term}) => {
  const marginal = new CrossedMarginal(model.cells);
  const evidence = new DenseEvidence(model.cells, term, marginal);
  const base = pointOf(model, "base");
  /** The base with other scales for this term alone. */
  const points = [1, 3, 1e-3, 0].map((factor, i): Point => {
    const {scales} = pointOf(model, `own ${i}`, factor);
    return {...base, scales: base.scales.map((own, t) => (t === term ? scales[t] : own))};
  });

  it("differs between scales as the marginal density does", () => {
    const whole = points.map((at) => evaluateAt(model, marginal, at));
    expect(evidence.gather(base.sigma)).toBe(true);
    const own = points.map(({scales}) => evidence.logEvidence(scales[term]));
    const apart = (values: number[]) => values.slice(1).map((value) => value - values[0]);
    expectClose(apart(own), apart(whole), {relative: 1e-9, absolute: 1e-9});
  });

  it("does not depend on the scale that the term had when it was gathered", () => {
    const found = points.map((at) => {
      evaluateAt(model, marginal, at);
      evidence.gather(base.sigma);
      return evidence.logEvidence(base.scales[term]);
    });
    expect(new Set(found).size).toBe(1);
  });

  it("does depend on the other terms' scales and on sigma", () => {
    const [first] = points;
    const other = pointOf(model, "others").scales.map((own, t) =>
      t === term ? base.scales[t] : own
    );
    const gain = (point: Point): number => {
      evaluateAt(model, marginal, point);
      evidence.gather(point.sigma);
      return evidence.logEvidence(first.scales[term]) - evidence.logEvidence(base.scales[term]);
    };
    expect(gain({...base, sigma: 2 * base.sigma})).not.toBe(gain(base));
    if (model.cells.terms.length > 1) expect(gain({...base, scales: other})).not.toBe(gain(base));
  });
});

describe("DenseEvidence", () => {
  it("says of a sigma of 0, and of a scale beyond numbers, that there is no density", () => {
    const {model} = cases[cases.length - 1];
    const marginal = new CrossedMarginal(model.cells);
    const evidence = new DenseEvidence(model.cells, 0, marginal);
    evaluateAt(model, marginal, pointOf(model, "beyond"));
    expect(evidence.gather(0)).toBe(false);
    expect(evidence.gather(1)).toBe(true);
    const own = marginal.scales[0].map((value) => value * 1e200);
    expect(evidence.logEvidence(own)).toBe(-Infinity);
  });
});

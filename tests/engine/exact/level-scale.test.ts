import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {LevelScale} from "../../../src/engine/exact/level-scale.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";
import {lkjOfUnconstrained} from "../../reference/log-density.js";

const rate = (r: number) => ({family: "exponential", arguments: [r]}) as const;
const priors = [rate(2), rate(0.5), rate(1), rate(3)];

const cases = [1, 2, 3, 4].flatMap((k) => [
  {k, eta: null, name: `${k} independent`},
  {k, eta: 1.5, name: `${k} correlated`}
]);

/** The sds and the matrix of correlations as the scale writes them. */
function written(scale: LevelScale, k: number) {
  const sds = new Float64Array(k);
  const pairs = new Float64Array((k * (k - 1)) / 2);
  const counts = [scale.writeSds(sds, 0), scale.writeCorrelations(pairs, 0)];
  const r = Array.from({length: k}, (_, i) => Array.from({length: k}, (__, j) => Number(i === j)));
  for (let i = 1, m = 0; i < k; ++i) for (let j = 0; j < i; ++j) r[i][j] = r[j][i] = pairs[m++];
  return {sds, r, counts};
}

describe.each(cases)("the scale of $name coefficients", ({k, eta}) => {
  const make = () => new LevelScale(priors.slice(0, k), eta);
  const size = make().coordinates.length;
  const points = fc.array(fc.double({min: -2, max: 2, noNaN: true}), {
    minLength: size,
    maxLength: size
  });

  it("has one coordinate per sd and pair that correlates", () => {
    const pairs = eta === null ? 0 : (k * (k - 1)) / 2;
    expect(size).toBe(k + pairs);
    expect(written(make(), k).counts).toEqual([k, pairs]);
  });

  it("has a covariance of its sds and correlations, and a factor of that", () => {
    const scale = make();
    fc.assert(
      fc.property(points, (q) => {
        scale.coordinates.set(q);
        scale.set();
        const {sds, r} = written(scale, k);
        expectClose(sds, q.slice(0, k).map(Math.exp), {relative: 1e-14});
        const {factor} = scale;
        const expected = r.flatMap((row, i) => row.map((value, j) => value * sds[i] * sds[j]));
        const squared = expected.map((_, ij) => {
          const [i, j] = [Math.floor(ij / k), ij % k];
          let sum = 0;
          for (let c = 0; c < k; ++c) sum += factor[i * k + c] * factor[j * k + c];
          return sum;
        });
        expectClose(scale.covariance(), expected, {absolute: 1e-13});
        expectClose(squared, expected, {absolute: 1e-13});
      }),
      {numRuns: 30}
    );
  });

  it("has the log density of its priors, as one of the coordinates", () => {
    const scale = make();
    const zero = scale.set();
    const slow = (q: readonly number[]) => {
      const {r} = written(scale, k);
      const sds = q.slice(0, k);
      const bySds = sds.reduce((sum, x, a) => sum + x - priors[a].arguments[0] * Math.exp(x), 0);
      return bySds + (eta === null ? 0 : lkjOfUnconstrained(r, eta));
    };
    const slowZero = slow(new Array<number>(size).fill(0));
    fc.assert(
      fc.property(points, (q) => {
        scale.coordinates.set(q);
        const density = scale.set();
        expectClose(density - zero, slow(q) - slowZero, {absolute: 1e-9});
      }),
      {numRuns: 30}
    );
  });

  it("starts with sds within a factor e of what it is told", () => {
    const scale = make();
    const generator = createGenerator("start");
    for (let i = 0; i < 50; ++i) {
      scale.start(10, generator);
      for (const sd of written(scale, k).sds) {
        expect(sd).toBeGreaterThan(10 / Math.E);
        expect(sd).toBeLessThan(10 * Math.E);
      }
    }
  });
});

describe("LevelScale", () => {
  it("writes where it is told to", () => {
    const scale = new LevelScale(priors.slice(0, 2), 1);
    scale.coordinates.set([0, 0, 0.5]);
    scale.set();
    const out = new Float64Array(5).fill(9);
    scale.writeSds(out, 1);
    scale.writeCorrelations(out, 3);
    expectClose(out, [9, 1, 1, Math.tanh(0.5), 9], {absolute: 1e-15});
  });
});

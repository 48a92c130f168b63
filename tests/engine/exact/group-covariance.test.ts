import {describe, expect, it} from "vitest";
import {GroupCovariance} from "../../../src/engine/exact/group-covariance.js";
import type {Cells} from "../../../src/engine/design/cells.js";
import {expectClose} from "../../assert.js";
import {cellCovariance} from "../../reference/coefficients.js";
import {zeros} from "../../reference/dense.js";
import {models, termsOf} from "./small-models.js";

/** The covariance of all cells' coefficients from patterns and matrices. */
function assemble(covariance: GroupCovariance, {cells, v}: Cells): number[][] {
  const {patternOf, matrices} = covariance;
  const out = zeros(cells * v);
  for (let c = 0; c < cells; ++c)
    for (let d = 0; d <= c; ++d) {
      const pattern = patternOf[(c * (c + 1)) / 2 + d];
      for (let a = 0; a < v; ++a)
        for (let b = 0; b < v; ++b) {
          const value = matrices[(pattern * v + a) * v + b];
          out[c * v + a][d * v + b] = out[d * v + b][c * v + a] = value;
        }
    }
  return out;
}

describe.each(models)("the covariance of cells of $name", ({model}) => {
  const {cells} = model;
  const covariance = new GroupCovariance(cells);

  it("is that of the sums of all coefficients at each cell", () => {
    for (const seed of ["one", "other"]) {
      const covariances = termsOf(model, seed).map((term) => term.scale.covariance());
      covariance.update(covariances);
      const expected = cellCovariance(cells, covariances).flat();
      expectClose(assemble(covariance, cells).flat(), expected, {absolute: 1e-14});
    }
  });

  it("has one pattern for all pairs that share the same terms", () => {
    const byShared = new Map<string, Set<number>>();
    for (let c = 0, i = 0; c < cells.cells; ++c)
      for (let d = 0; d <= c; ++d, ++i) {
        const key = cells.terms.map(({codes}) => codes[c] === codes[d]).join();
        byShared.set(key, (byShared.get(key) ?? new Set()).add(covariance.patternOf[i]));
      }
    expect([...byShared.values()].every(({size}) => size === 1)).toBe(true);
    expect(covariance.matrices.length).toBe(byShared.size * cells.v ** 2);
  });
});

import {describe, expect, it} from "vitest";
import type {Distribution} from "../../../src/engine/density/density.js";
import {compress, type Cells} from "../../../src/engine/design/cells.js";
import {createDesign} from "../../../src/engine/design/design.js";
import {usableRows} from "../../../src/engine/design/rows.js";
import {parseFormula} from "../../../src/engine/formula/formula.js";
import {whitening} from "../../../src/engine/posterior/whitening.js";
import {expectClose} from "../../assert.js";
import {columns} from "../design/r.js";

const flat: Distribution = {family: "flat", arguments: []};
const normal: Distribution = {family: "normal", arguments: [0, 0.5]};

function cellsOf(text: string): Cells {
  const formula = parseFormula(text);
  return compress(createDesign(formula, usableRows(formula, columns)));
}

/** A' P A for column-major A. */
function sandwich(a: Float64Array, precision: (i: number, j: number) => number, p: number) {
  const out = new Float64Array(p * p);
  for (let r = 0; r < p; ++r)
    for (let s = 0; s < p; ++s)
      for (let i = 0; i < p; ++i)
        for (let j = 0; j < p; ++j) out[r * p + s] += a[r * p + i] * precision(i, j) * a[s * p + j];
  return out;
}

const unit = (p: number) => Float64Array.from({length: p * p}, (_, i) => Number(i % (p + 1) === 0));

describe("whitening", () => {
  it("is upper triangular", () => {
    const cells = cellsOf("y ~ x + z + h");
    const a = whitening(cells, Array<Distribution>(4).fill(flat), 1);
    for (let j = 0; j < 4; ++j) for (let i = j + 1; i < 4; ++i) expect(a[j * 4 + i]).toBe(0);
  });

  it.each([
    ["flat", flat, 0],
    ["normal", normal, 4]
  ] as const)(
    "turns the precision of least squares with %s priors into the unit matrix",
    (_, prior, own) => {
      const cells = cellsOf("y ~ x + z + f");
      const {p, xx, ee, n} = cells;
      const a = whitening(cells, Array<Distribution>(p).fill(prior), ee / n);
      const precision = (i: number, j: number) => xx[i * p + j] / (ee / n) + (i === j ? own : 0);
      // The floor under the diagonal is 1e-10 of its largest entry.
      expectClose(sandwich(a, precision, p), unit(p), {absolute: 1e-7});
    }
  );

  it("stays finite where columns are collinear, under a flat and a normal prior", () => {
    const cells = cellsOf("y ~ x + I(2 * x)");
    for (const prior of [flat, normal]) {
      const a = whitening(cells, Array<Distribution>(3).fill(prior), 1);
      expect(a.every(Number.isFinite)).toBe(true);
      expect([0, 4, 8].every((i) => a[i] > 0)).toBe(true);
    }
  });

  it("is the unit matrix for a fit without residuals, and empty without columns", () => {
    const cells = cellsOf("y ~ x");
    expectClose(whitening(cells, [flat, flat], 0), unit(2), {});
    expect(whitening({...cells, p: 0}, [], 1).length).toBe(0);
  });
});

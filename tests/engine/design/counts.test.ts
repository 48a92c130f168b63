import {describe, expect, it} from "vitest";
import {compress} from "../../../src/engine/design/cells.js";
import {countRows} from "../../../src/engine/design/counts.js";
import {createDesign, type Design} from "../../../src/engine/design/design.js";
import {usableRows} from "../../../src/engine/design/rows.js";
import {InputError} from "../../../src/engine/error.js";
import {parseFormula} from "../../../src/engine/formula/formula.js";
import type {Columns} from "../../../src/engine/types.js";
import {columns} from "./r.js";

const binary = {...columns, y: (columns.y as Float64Array).map((value) => Number(value > 0.9))};

function designOf(text: string, data: Columns = binary, equations: string[] = []): Design {
  const formula = parseFormula(text, equations);
  return createDesign(formula, usableRows(formula, data));
}

function countsOf(design: Design) {
  const cells = compress(design);
  return {cells, counts: countRows(design, cells)};
}

const models: [string, string[]][] = [
  ["y ~ h + t", []],
  ["y ~ 0 + t", []],
  ["y ~ t + (1 + t | f * g)", []],
  ["y ~ 1 + (1 + z | f) + (0 + t | g)", []],
  ["y ~ a * t + b", ["a ~ h + (1 | f)", "b ~ h + (1 + z | g)"]]
];

describe("countRows", () => {
  it.each(models)("gives every row of %s %j its pattern, once", (formula, equations) => {
    const design = designOf(formula, binary, equations);
    const {cells, counts} = countsOf(design);
    const {patterns, x, z, ones, zeros} = counts;
    const text = (values: number[]) => values.map((value) => value.toFixed(12)).join();
    // Columns and levels of every row and of every pattern, as texts.
    const rows = Array.from(design.outcome, (_, i) => {
      const varying = new Array<number>(cells.v).fill(NaN);
      cells.terms.forEach((term, k) => {
        term.columns.forEach((column, a) => (varying[column] = design.columns.varying[k][a][i]));
      });
      return text([
        ...design.columns.population.map((column, j) => column[i] - cells.means[j]),
        ...varying,
        ...design.terms.map(({codes}) => codes[i])
      ]);
    });
    const made = Array.from({length: patterns}, (_, r) =>
      text([
        ...Array.from({length: cells.p}, (__, j) => x[j * patterns + r]),
        ...Array.from({length: cells.v}, (__, a) => z[a * patterns + r]),
        ...cells.terms.map(({codes}) => codes[counts.cells[r]])
      ])
    );
    expect(new Set(made).size).toBe(patterns);
    for (const [r, pattern] of made.entries()) {
      const members = [...rows.keys()].filter((i) => rows[i] === pattern);
      const successes = members.filter((i) => design.outcome[i] === 1).length;
      expect([ones[r], zeros[r]]).toEqual([successes, members.length - successes]);
    }
    expect([...ones, ...zeros].reduce((a, b) => a + b)).toBe(rows.length);
  });

  it("keeps patterns in the order of their first rows", () => {
    const data = {y: Float64Array.of(1, 0, 0, 1, 1), x: Float64Array.of(3, 1, 3, 2, 1)};
    const {x, ones, zeros} = countsOf(designOf("y ~ 0 + x", data)).counts;
    expect([...x]).toEqual([3, 1, 2]);
    expect([...ones]).toEqual([1, 1, 1]);
    expect([...zeros]).toEqual([1, 1, 0]);
  });

  it("adds up weights instead of rows where there are some", () => {
    const data = {
      y: Float64Array.of(1, 0, 1, 1, 0),
      x: Float64Array.of(3, 1, 3, 1, 1),
      w: Float64Array.of(0.5, 2, 4, 0, 1)
    };
    const {patterns, ones, zeros} = countsOf(designOf("y | weights(w) ~ 0 + x", data)).counts;
    expect([patterns, ...ones, ...zeros]).toEqual([2, 4.5, 0, 0, 3]);
  });

  it("finds the same patterns block by block as of all rows at once", () => {
    const n = 3 * 4096 + 5;
    const data = {
      y: Float64Array.from({length: n}, (_, i) => Number(i % 3 === 0)),
      x: Float64Array.from({length: n}, (_, i) => i % 4),
      f: Array.from({length: n}, (_, i) => "uvw"[i % 3])
    };
    const {patterns, x, z, ones, zeros} = countsOf(
      designOf("y ~ 0 + x + (0 + x | f)", data)
    ).counts;
    expect(patterns).toBe(12);
    expect([...x]).toEqual(Array.from({length: 12}, (_, i) => i % 4));
    expect([...z]).toEqual([...x]);
    for (let k = 0; k < 12; ++k) {
      // Rows k, k + 12, k + 24, …
      const rows = Math.ceil((n - k) / 12);
      expect([ones[k], zeros[k]]).toEqual(k % 3 === 0 ? [rows, 0] : [0, rows]);
    }
  });

  it.each([2, 0.5, -1])("refuses the outcome %d with its row in the file and a remedy", (value) => {
    const y = binary.y.map((own, i) => (i === 6 ? value : own));
    // The row that is left out for its missing t still counts.
    const t = (columns.t as Float64Array).map((own, i) => (i === 2 ? NaN : own));
    const design = designOf("y ~ t", {...binary, y, t});
    expect(() => countsOf(design)).toThrow(InputError);
    expect(() => countsOf(design)).toThrow(
      `invalid outcome: y is ${value} in row 7; family bernoulli needs 0 or 1 in every row, so recode it or take family gaussian`
    );
  });
});

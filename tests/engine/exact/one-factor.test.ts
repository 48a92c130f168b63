import {describe, expect, it} from "vitest";
import {gatherClasses, hasOneFactor} from "../../../src/engine/exact/one-factor.js";
import type {Model} from "../../../src/engine/model/model.js";
import {expectClose} from "../../assert.js";
import {populationColumns} from "../../reference/coefficients.js";
import {eliminate, product, times, transpose, type Matrix} from "../../reference/dense.js";
import {experiment, modelOf, models} from "./small-models.js";

const data = experiment("classes");
const f = data.f as string[];
const t = Float64Array.from(f, (_, i) => Math.floor(i / 4) % 2);
const even = {
  ...data,
  t,
  many: f.map((_, i) => `row ${i % 20}`),
  same: f.map((level) => `same ${level}`)
};
const of = (formula: string): Model => modelOf({formula}, even);

describe("hasOneFactor(cells)", () => {
  it.each([
    ["y ~ x", true],
    ["y ~ x + (1 | f)", true],
    ["y ~ x + (1 + t + x || f)", true],
    ["y ~ x + (1 + t | f) + (0 + x | f)", true],
    ["y ~ x + (1 + t | f:g)", true],
    ["y ~ x + (1 | f) + (0 + t | same)", true],
    ["y ~ x + (1 | f) + (1 | same)", false],
    ["y ~ x + (1 | f) + (1 | g)", false],
    ["y ~ x + (1 + t | f * g)", false]
  ])("of %s is %j", (formula, expected) => {
    expect(hasOneFactor(of(formula).cells)).toBe(expected);
  });
});

describe("gatherClasses(cells)", () => {
  it("puts groups with equal cross-products into one class", () => {
    // Three rows each, of which one or two are treated.
    const model = of("y ~ x + (1 + t | many)");
    const {classes, classOf, groups} = gatherClasses(model.cells);
    expect([groups, classes.map(({count}) => count).sort()]).toEqual([20, [12, 8]]);
    const {zz} = model.cells;
    const treated = (g: number) => zz[3 * groups + g];
    const classOfTreated = new Map(Array.from(classOf, (own, g) => [treated(g), own]));
    expect(Array.from(classOf, (own, g) => classOfTreated.get(treated(g)) === own)).not.toContain(
      false
    );
  });

  it("keeps groups apart whose rows differ, and counts them", () => {
    const counts = f.map((_, i) => (i < 30 ? `a${i % 10}` : `b${i % 5}`));
    const {cells} = modelOf({formula: "y ~ x + (1 | counts)"}, {...even, counts});
    const {classes, classOf} = gatherClasses(cells);
    expect(classes.map(({count, factor}) => [count, factor[0] ** 2]).sort()).toEqual([
      [10, expect.closeTo(3, 12) as number],
      [5, expect.closeTo(6, 12) as number]
    ]);
    expect(classes.map((_, m) => classOf.filter((own) => own === m).length).sort()).toEqual([
      10, 5
    ]);
    expect(gatherClasses(of("y ~ t + (1 + x | f)").cells).classes).toHaveLength(4);
  });

  it("takes sums in another order for the same, and a thousandth for a difference", () => {
    // Every group has the same values of w, in an order of its own.
    const values = [0.1, 0.2, 0.3];
    const orders = ["012", "021", "102", "120", "201", "210"];
    const group = f.slice(0, 18).map((_, i) => `g${i % 6}`);
    const at = (i: number) => values[Number(orders[i % 6][Math.floor(i / 6)])];
    const classesOf = (w: Float64Array) => {
      const columns = {y: (data.y as Float64Array).slice(0, 18), w, group};
      return gatherClasses(modelOf({formula: "y ~ 1 + (1 + w | group)"}, columns).cells).classes;
    };
    const same = Float64Array.from(group, (_, i) => at(i));
    const sums = orders.map((_, g) => at(g) + at(g + 6) + at(g + 12));
    expect(new Set(sums).size).toBeGreaterThan(1);
    expect(classesOf(same).map(({count}) => count)).toEqual([6]);
    const other = same.map((value, i) => (i % 6 === 2 ? 1.001 * value : value));
    expect(
      classesOf(other)
        .map(({count}) => count)
        .sort()
    ).toEqual([1, 5]);
  });

  it("gives a group without treated rows a factor without its column", () => {
    const {cells} = modelOf({formula: "y ~ t + (1 + t | f)"}, data);
    const {classes} = gatherClasses(cells);
    const empty = classes.filter(({factor}) => factor[3] === 0);
    expect(empty.map(({count, factor}) => [count, factor[2]])).toEqual([[1, 0]]);
  });

  it("leaves nothing within groups of a column that only differs between them", () => {
    const between = Float64Array.from(f, (level) => Math.sqrt("abcd".indexOf(level) + 0.1));
    for (const share of [1, 1e-7, 1e6]) {
      const w = between.map((value) => 10 + share * value);
      const {cells} = modelOf({formula: "y ~ w + x + (1 | f)"}, {...data, w});
      const {within} = gatherClasses(cells);
      // Rows of the lower triangle: the intercept, w, x, the outcome.
      expect([0, 1, 2, 3, 4, 6, 7].map((at) => within[at])).toEqual([0, 0, 0, 0, 0, 0, 0]);
      expect(Math.min(within[5], within[9])).toBeGreaterThan(1);
    }
  });

  const cases = models.filter(({model}) => hasOneFactor(model.cells));
  it.each(cases)("splits the squares of $name into those within groups and products", ({model}) => {
    const {cells} = model;
    const {within, classes, products, classOf, rows, groups, p, v} = gatherClasses(cells);
    const size = p + 1;
    const packed = (size * (size + 1)) / 2;
    // Sums of products of b, row by row of every group, are those of its class.
    const sums = new Float64Array(products.length);
    const b = (g: number, a: number, j: number) => rows[(a * size + j) * groups + g];
    for (let g = 0; g < groups; ++g)
      for (let a = 0, pair = 0; a < v; ++a)
        for (let c = 0; c <= a; ++c, ++pair)
          for (let i = 0, at = 0; i < size; ++i)
            for (let j = 0; j <= i; ++j, ++at)
              sums[((classOf[g] * v * (v + 1)) / 2 + pair) * packed + at] +=
                (b(g, a, i) * b(g, c, j) + b(g, c, i) * b(g, a, j)) / 2;
    expectClose(products, sums, {relative: 1e-12, absolute: 1e-12});
    expect(classes.reduce((total, {count}) => total + count, 0)).toBe(groups);
    // What is within groups is what least squares on each group's own columns leaves over.
    const left = leftWithinGroups(model);
    const expected = left.flatMap((row, i) => row.slice(0, i + 1));
    expectClose(within, expected, {relative: 1e-9, absolute: 1e-10});
  });
});

/** Cross-products of [X e] after each group's own columns are taken out by least squares. */
function leftWithinGroups(model: Model): number[][] {
  const {cells, design} = model;
  const x = populationColumns(model);
  const e = [...design.outcome].map((y, i) =>
    x.reduce((sum, column, j) => sum - column[i] * cells.reference[j], y)
  );
  const own = design.terms.flatMap((_, k) =>
    design.columns.varying[k].map((column) => [...column])
  );
  const left = [...x, e].map((column) => column.slice());
  const codes = design.terms.length ? design.terms[0].codes : new Int32Array(e.length);
  for (const level of new Set(codes)) {
    const rows = [...codes.keys()].filter((i) => codes[i] === level);
    const z = own
      .map((column) => rows.map((i) => column[i]))
      .filter((column) => column.some(Boolean));
    if (z.length === 0) continue;
    left.forEach((column) => {
      const part = rows.map((i) => column[i]);
      const fit = times(transpose(z), solve(z, part));
      rows.forEach((i, k) => (column[i] = part[k] - fit[k]));
    });
  }
  return product(left, transpose(left));
}

const solve = (z: Matrix, y: readonly number[]): number[] =>
  times(eliminate(product(z, transpose(z))).inverse, times(z, y));

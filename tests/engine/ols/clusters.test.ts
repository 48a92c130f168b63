import {describe, expect, it} from "vitest";
import {contrastCovariances, contrasts} from "../../../src/engine/ols/contrasts.js";
import {countedLeastSquares} from "../../../src/engine/ols/counted.js";
import {leastSquares} from "../../../src/engine/ols/least-squares.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose, readFixture} from "../../assert.js";
import {fitColumns} from "./fits.js";

interface Case {
  names: string[];
  x: number[];
  y: number[];
  codes: number[];
  contrasts: number[][];
  expected: Record<"estimate" | "se" | "df" | "lower" | "upper" | "p", number>[];
}

const cases = Object.entries(readFixture("clustered") as Record<string, Case>);
const refit = ({names, x, y}: Case) =>
  leastSquares(Float64Array.from(x), Float64Array.from(y), names);
const rowsOf = (weights: readonly (readonly number[])[]) =>
  weights.map((row) => Float64Array.from(row));

describe("errors that clusters share", () => {
  // The definition takes powers of whole n × n matrices, with a handful of digits less than a double has.
  it.each(cases)("are those of their definition: %s", (_, given) => {
    const errors = {clusters: Int32Array.from(given.codes)};
    const own = contrasts(refit(given), rowsOf(given.contrasts), {errors});
    for (const name of ["estimate", "se", "df", "lower", "upper", "p"] as const)
      expectClose(
        own.map((one) => one[name]),
        given.expected.map((one) => one[name]),
        {relative: 1e-8, absolute: 1e-10},
        name
      );
  });

  it("are HC2's where each row is a cluster, with degrees of freedom of their own", () => {
    const [, given] = cases.find(([name]) => name === "a cluster per row")!;
    const weights = rowsOf(given.contrasts);
    const fit = refit(given);
    const errors = {clusters: Int32Array.from(given.codes)};
    expectClose(
      contrasts(fit, weights, {errors}).map(({se}) => se),
      contrasts(fit, weights, {errors: "HC2"}).map(({se}) => se),
      {relative: 1e-12}
    );
  });

  it("do not depend on how clusters are numbered or rows ordered", () => {
    const [, given] = cases[0];
    const n = given.y.length;
    const turned = Array.from({length: n}, (_, i) => n - 1 - i);
    const back: Case = {
      ...given,
      y: turned.map((i) => given.y[i]),
      x: given.names.flatMap((_, j) => turned.map((i) => given.x[j * n + i]))
    };
    const weights = rowsOf(given.contrasts);
    const [own, other] = [
      contrasts(refit(given), weights, {errors: {clusters: Int32Array.from(given.codes)}}),
      contrasts(refit(back), weights, {
        errors: {clusters: Int32Array.from(turned, (i) => 100 - given.codes[i])}
      })
    ];
    for (const name of ["se", "df"] as const)
      expectClose(
        own.map((one) => one[name]),
        other.map((one) => one[name]),
        {relative: 1e-10}
      );
  });

  it("give the error of a difference of two combinations", () => {
    const [, given] = cases[1];
    const fit = refit(given);
    const errors = {clusters: Int32Array.from(given.codes)};
    const [a, b] = rowsOf(given.contrasts);
    const [aa, ab, ba, bb] = contrastCovariances(fit, [a, b], errors);
    const [difference] = contrasts(fit, [a.map((value, j) => value - b[j])], {errors});
    expect(ab).toBe(ba);
    expectClose(aa + bb - 2 * ab, difference.se ** 2, {relative: 1e-10});
  });

  it("are NaN for what one cluster alone determines, and known for the rest", () => {
    const fit = fitColumns(
      {a: [1, 1, 1, 1, 0, 0, 0], b: [0, 0, 0, 0, 1, 1, 1]},
      [1, 2, 6, 3, 8, 8.5, 9]
    );
    const [first, second] = contrasts(
      fit,
      rowsOf([
        [1, 0],
        [0, 1]
      ]),
      {
        errors: {clusters: Int32Array.of(0, 0, 1, 1, 2, 2, 2)}
      }
    );
    expect(first.se).toBeGreaterThan(0);
    expectClose(second.estimate, 8.5, {relative: 1e-14});
    expect([second.se, second.lower, second.upper, second.p, second.df]).toEqual([
      NaN,
      NaN,
      NaN,
      NaN,
      NaN
    ]);
  });

  it("of counted rows are those of the rows", () => {
    const random = createGenerator("clusters of counted rows", 0);
    const kinds = Array.from({length: 24}, (_, k) => ({
      t: k % 2,
      cluster: k % 8,
      count: 1 + (k % 5)
    }));
    const outcomes = kinds.map(({count, cluster}) =>
      Array.from({length: count}, () => cluster / 4 + random.normal())
    );
    const means = outcomes.map((own) => own.reduce((sum, y) => sum + y, 0) / own.length);
    const x = (rows: readonly {t: number; cluster: number}[]) =>
      Float64Array.from([
        ...rows.map(() => 1),
        ...rows.map(({t}) => t),
        ...rows.map(({cluster}) => Number(cluster > 5))
      ]);
    const names = ["one", "t", "late"];
    const counted = countedLeastSquares(x(kinds), Float64Array.from(means), names, {
      counts: Float64Array.from(kinds, ({count}) => count),
      within: Float64Array.from(outcomes, (own, k) =>
        own.reduce((sum, y) => sum + (y - means[k]) ** 2, 0)
      )
    });
    const rows = kinds.flatMap((kind, k) => outcomes[k].map(() => kind));
    const byRow = leastSquares(x(rows), Float64Array.from(outcomes.flat()), names);
    const weights = rowsOf([
      [0, 1, 0],
      [1, 0, 1]
    ]);
    const codes = (all: readonly {cluster: number}[]) => ({
      clusters: Int32Array.from(all, ({cluster}) => cluster)
    });
    const own = contrasts(counted, weights, {errors: codes(kinds)});
    const other = contrasts(byRow, weights, {errors: codes(rows)});
    for (const name of ["estimate", "se", "df", "p"] as const)
      expectClose(
        own.map((one) => one[name]),
        other.map((one) => one[name]),
        {relative: 1e-9}
      );
  });

  it("refuse a single cluster", () => {
    const fit = fitColumns({one: [1, 1, 1]}, [1, 2, 6]);
    const refused = () => contrasts(fit, [], {errors: {clusters: Int32Array.of(4, 4, 4)}});
    expect(refused).toThrow(/^invalid clusters: 1; errors are shared in two at least$/);
  });
});

describe("intervals of a treatment that whole clusters get", () => {
  /** Shares of intervals at 95 % that hold the truth, of experiments with a few unequal clusters that differ much. */
  function coverage(experiments: number): Record<"clustered" | "HC2", number> {
    const random = createGenerator("coverage of clustered errors", 0);
    const sizes = [4, 30, 8, 12, 5, 20, 9, 16, 6, 14];
    const codes = Int32Array.from(sizes.flatMap((size, g) => Array<number>(size).fill(g)));
    const n = codes.length;
    const x = Float64Array.from({length: 2 * n}, (_, i) => (i < n ? 1 : codes[i - n] % 2));
    const held = {clustered: 0, HC2: 0};
    for (let k = 0; k < experiments; ++k) {
      const own = sizes.map(() => random.normal());
      const y = Float64Array.from(codes, (g) => own[g] + random.normal());
      const fit = leastSquares(x, y, ["one", "t"]);
      for (const [name, errors] of [
        ["clustered", {clusters: codes}],
        ["HC2", "HC2"]
      ] as const) {
        const [{lower, upper}] = contrasts(fit, [Float64Array.of(0, 1)], {errors});
        held[name] += Number(lower <= 0 && 0 <= upper) / experiments;
      }
    }
    return held;
  }

  it("hold the truth as often as they say, where those of rows by themselves do not", () => {
    const {clustered, HC2} = coverage(2000);
    // Three standard errors of a share of 0.95 in 2,000 experiments are 0.015; errors of this kind are a little careful.
    expect(clustered).toBeGreaterThan(0.935);
    expect(clustered).toBeLessThan(0.975);
    expect(HC2).toBeLessThan(0.75);
  });
});

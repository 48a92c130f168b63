import {makeVector, Table, tableToIPC, vectorFromArray} from "apache-arrow";
import {describe, expect, it} from "vitest";
import {meansPanels, meansTables} from "../../src/components/original-means.js";

const widths = [50, 80, 90, 95];

/** As the loaders write it: by the full Arrow library, which the pages do not load. */
function bytes(columns: Readonly<Record<string, readonly string[] | Float64Array>>): ArrayBuffer {
  const vectors = Object.entries(columns).map(([name, values]) => [
    name,
    values instanceof Float64Array ? makeVector(values) : vectorFromArray([...values])
  ]);
  const table = new Table(Object.fromEntries(vectors) as Record<string, never>);
  return Uint8Array.from(tableToIPC(table, "stream")).buffer;
}

function estimates(prefix: string, means: readonly number[]): Record<string, Float64Array> {
  const at = (shift: number): Float64Array => Float64Array.from(means, (mean) => mean + shift);
  return {
    [`${prefix}.median`]: at(0),
    [`${prefix}.mean`]: at(0),
    [`${prefix}.sd`]: at(0),
    ...Object.fromEntries(widths.map((width) => [`${prefix}.lower${width}`, at(-width / 100)])),
    ...Object.fromEntries(widths.map((width) => [`${prefix}.upper${width}`, at(width / 100)]))
  };
}

const places = ["Trade", "Investment"].flatMap((tie) =>
  ["Trump voters", "Clinton voters"].flatMap((voter) =>
    ["Russia", "Germany"].map((country) => ({tie, voter, country}))
  )
);
const index = places.map((_, i) => i);
const means = bytes({
  tie: places.map(({tie}) => tie),
  voter: places.map(({voter}) => voter),
  country: places.map(({country}) => country),
  n: Float64Array.from(index, (i) => 10 + i),
  ...estimates(
    "original",
    index.map((i) => 2 + i / 10)
  ),
  ...estimates(
    "published",
    index.map((i) => 3 + i / 10)
  ),
  ...estimates(
    "corrected",
    index.map((i) => 4 + i / 10)
  )
});
const printed = ["Trump voters", "Clinton voters", "Russia", "Germany"].map((among, i) => ({
  tie: "Trade",
  among,
  i
}));
const tests = bytes({
  tie: printed.map(({tie}) => tie),
  among: printed.map(({among}) => among),
  difference: Float64Array.from(printed, ({i}) => i - 1.5),
  t: Float64Array.from(printed, ({i}) => i),
  p: Float64Array.from(printed, ({i}) => i / 100)
});
const none = bytes({tie: [], voter: [], country: [], among: [], n: new Float64Array(0)});

describe("meansTables", () => {
  const tables = meansTables(means, tests);

  it("prints one table a tie: voters down, countries across, n beside each mean", () => {
    expect(tables).toHaveLength(2);
    const [{title, columns, rows}] = tables;
    expect(title).toBe("Trade: mean support among respondents who saw side-taking");
    expect(columns).toEqual(["Russia", "Germany"]);
    expect(rows.map(({label, cells}) => [label, ...cells.map(({n}) => n)])).toEqual([
      ["Trump voters", 10, 11],
      ["Clinton voters", 12, 13]
    ]);
    expect(rows[1].cells[0].mean).toBeCloseTo(2.2, 12);
  });
  it("puts each test beside the row or under the column that it compares", () => {
    const [{rows, across}] = tables;
    expect(rows.map(({test}) => test.difference)).toEqual([-1.5, -0.5]);
    expect(across.tests.map(({difference, t, p}) => [difference, t, p])).toEqual([
      [0.5, 2, 0.02],
      [1.5, 3, 0.03]
    ]);
  });
  it("leaves a test empty that was not printed", () => {
    const [, {rows, across}] = tables;
    for (const {p} of [...rows.map(({test}) => test), ...across.tests]) expect(p).toBeNaN();
  });
  it("has no table without means", () => {
    expect(meansTables(none, tests)).toEqual([]);
  });
});

describe("meansPanels", () => {
  it("puts what a model expects beside each original mean", () => {
    for (const [model, shift] of [
      ["published", 1],
      ["corrected", 2]
    ] as const) {
      const cells = meansPanels(means, tests, model).flatMap(({rows}) =>
        rows.flatMap((row) => row.cells)
      );
      expect(cells).toHaveLength(places.length);
      cells.forEach(({original, model: expected}, i) => {
        expect(original.mean).toBeCloseTo(2 + i / 10, 12);
        expect(expected!.mean).toBeCloseTo(2 + i / 10 + shift, 12);
        expect(original.lower[80]).toBeCloseTo(2 + i / 10 - 0.8, 12);
      });
    }
  });
  it("heads the cells of a tie and a voter by the test between them", () => {
    const [trade, investment] = meansPanels(means, tests, "corrected");
    expect([trade.title, investment.title]).toEqual(["Trade", "Investment"]);
    expect(trade.rows.map(({label, test}) => [label, test.difference, test.p])).toEqual([
      ["Trump voters", -1.5, 0],
      ["Clinton voters", -0.5, 0.01]
    ]);
    expect(trade.rows[0].cells.map(({label}) => label)).toEqual(["Russia", "Germany"]);
    expect(investment.rows[0].test.p).toBeNaN();
  });
  it("has no panel without means", () => {
    expect(meansPanels(none, tests, "corrected")).toEqual([]);
  });
});

// The original study's cell means and tests, from their tables to what components draw.
import {effectColumns, estimates, openTable, type Cell} from "./arrow-columns.js";
import type {MeanCell, MeansPanel} from "./means-layout.js";
import type {MeansTableData, MeansTest} from "./means-table.js";
import type {Estimate} from "./types.js";

interface MeanRow {
  readonly tie: string;
  readonly voter: string;
  readonly country: string;
  readonly n: number;
  readonly original: Estimate;
  readonly published: Estimate;
  readonly corrected: Estimate;
}

interface TestRow extends MeansTest {
  readonly tie: string;
  readonly among: string;
}

/** One table per economic tie: voters down, countries across, with every printed test. */
export function meansTables(means: ArrayBuffer, tests: ArrayBuffer): MeansTableData[] {
  const rows = readMeans(means);
  const printed = readTests(tests);
  return unique(rows.map(({tie}) => tie)).map((tie) => {
    const own = rows.filter((row) => row.tie === tie);
    const countries = unique(own.map(({country}) => country));
    return {
      title: `${tie}: mean support among respondents who saw side-taking`,
      columns: countries,
      rows: unique(own.map(({voter}) => voter)).map((voter) => ({
        label: voter,
        cells: countries.map((country) => {
          const row = own.find((one) => one.voter === voter && one.country === country);
          return {mean: row?.original.mean ?? NaN, n: row?.n ?? 0};
        }),
        test: testOf(printed, tie, voter)
      })),
      across: {
        label: "Difference between voters",
        tests: countries.map((country) => testOf(printed, tie, country))
      }
    };
  });
}

/** The same as panels of a figure, with what `model` expects of each cell. */
export function meansPanels(
  means: ArrayBuffer,
  tests: ArrayBuffer,
  model: "published" | "corrected"
): MeansPanel[] {
  const rows = readMeans(means);
  const printed = readTests(tests);
  return unique(rows.map(({tie}) => tie)).map((tie) => ({
    title: tie,
    rows: unique(rows.map(({voter}) => voter)).map((voter) => ({
      label: voter,
      cells: rows
        .filter((row) => row.tie === tie && row.voter === voter)
        .map((row): MeanCell => ({
          label: row.country,
          n: row.n,
          original: row.original,
          model: row[model]
        })),
      test: {label: "Russia − Germany", ...testOf(printed, tie, voter)}
    }))
  }));
}

function testOf(tests: readonly TestRow[], tie: string, among: string): MeansTest {
  const found = tests.find((test) => test.tie === tie && test.among === among);
  return found ?? {difference: NaN, t: NaN, p: NaN};
}

function readMeans(bytes: ArrayBuffer): MeanRow[] {
  const {rows, text, number} = openTable(bytes);
  const [tie, voter, country, n] = [text("tie"), text("voter"), text("country"), number("n")];
  const of = (prefix: string): Cell<Estimate> => estimates(number, effectColumns(prefix));
  const [original, published, corrected] = [of("original"), of("published"), of("corrected")];
  return Array.from({length: rows}, (_, i) => ({
    tie: tie(i),
    voter: voter(i),
    country: country(i),
    n: n(i),
    original: original(i),
    published: published(i),
    corrected: corrected(i)
  }));
}

function readTests(bytes: ArrayBuffer): TestRow[] {
  const {rows, text, number} = openTable(bytes);
  const [tie, among] = [text("tie"), text("among")];
  const [difference, t, p] = [number("difference"), number("t"), number("p")];
  return Array.from({length: rows}, (_, i) => ({
    tie: tie(i),
    among: among(i),
    difference: difference(i),
    t: t(i),
    p: p(i)
  }));
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

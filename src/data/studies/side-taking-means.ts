// The original article's Tables 6 and 7, and what the models expect of the same cells.
import {
  meanPredictors,
  pooledTest,
  studentTQuantile,
  type Columns,
  type Fit
} from "../../engine/index.js";
import {error} from "../../engine/error.js";
import {contrastCells, posteriorCells} from "../report/estimate-columns.js";
import {columnsOf} from "../report/rows.js";
import type {TableWords} from "../study.js";

interface Cell {
  readonly tie: string;
  readonly voter: string;
  readonly country: string;
  readonly values: Float64Array;
}

const voters = ["Trump voters", "Clinton voters"];
const countries = ["Russia", "Germany"];
const ties = ["Trade", "Investment"];

/** The tables in words. */
export const originalWords: Readonly<Record<"means" | "tests", TableWords>> = {
  means: {
    each: "one row for every cell of the original’s Tables 6 and 7",
    columns: {
      tie: "The economic tie that was asked about",
      voter: "Whose answers",
      country: "The country that took a side",
      n: "Respondents in the cell"
    },
    estimates: {
      original: {
        of: "Mean support from 1 to 4 in the original study",
        by: "least squares"
      },
      published: {
        of: "Mean support from 1 to 4 that the published model expects",
        by: "posterior"
      },
      corrected: {
        of: "Mean support from 1 to 4 that the corrected model expects",
        by: "posterior"
      }
    }
  },
  tests: {
    each: "one row for every t test between two cells",
    columns: {
      tie: "The economic tie that was asked about",
      among: "What the two cells share",
      first: "The cell compared",
      second: "The cell it is compared with",
      difference: "Mean of the first less mean of the second, points from 1 to 4",
      t: "The t statistic, equal variances",
      df: "Its degrees of freedom",
      p: "Its p value, two-sided"
    }
  }
};

/** The eight cells of means and the eight tests, as tables. */
export function originalTables(
  columns: Columns,
  fits: ReadonlyMap<string, Fit>
): Readonly<Record<string, Columns>> {
  const shown = [1, 0].flatMap((tie) =>
    [0, 1].flatMap((voter) => [0, 1].map((country) => ({tie, voter, country})))
  );
  const cells = shown.map((cell) => cellOf(columns, cell));
  const models = ["published-2023", "corrected"].map((id) => {
    const fit = fits.get(id) ?? error(`missing fit: ${id}; the study must declare it`);
    const {data} = fit.model.design.rows;
    return meanPredictors(
      fit.model,
      fit.draws,
      shown.map((cell) => Int32Array.from(rowsOf(data, cell)))
    );
  });
  const means = cells.map(({tie, voter, country, values}, k) => ({
    tie,
    voter,
    country,
    n: values.length,
    ...prefixed("original", meanCells(values)),
    ...prefixed("published", posteriorCells(models[0][k])),
    ...prefixed("corrected", posteriorCells(models[1][k]))
  }));
  return {means: columnsOf(means), tests: columnsOf(testRows(cells))};
}

interface Shown {
  readonly tie: number;
  readonly voter: number;
  readonly country: number;
}

function cellOf(columns: Columns, cell: Shown): Cell {
  const outcome = columns.ipe_support as Float64Array;
  return {
    tie: ties[cell.tie],
    voter: voters[cell.voter],
    country: countries[cell.country],
    values: Float64Array.from(rowsOf(columns, cell), (i) => outcome[i])
  };
}

/** The rows, or summed rows, of respondents who saw side-taking in one cell. */
function rowsOf(columns: Columns, {tie, voter, country}: Shown): number[] {
  const rows: number[] = [];
  for (let i = 0; i < columns.s.length; ++i)
    if (
      columns.s[i] === 1 &&
      columns.invest_cond[i] === tie &&
      columns.w2_vote_hill[i] === voter &&
      columns.treat_germrus[i] === country
    )
      rows.push(i);
  return rows;
}

/** A mean with its standard error and t intervals. */
function meanCells(values: Float64Array): Record<string, number> {
  const n = values.length;
  const mean = values.reduce((a, b) => a + b, 0) / n;
  const sd = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1));
  const se = sd / Math.sqrt(n);
  const reach = studentTQuantile(0.975, n - 1) * se;
  const contrast = {
    estimate: mean,
    se,
    df: n - 1,
    lower: mean - reach,
    upper: mean + reach,
    p: NaN
  };
  return contrastCells(contrast);
}

/** Within each tie: countries compared among voters of one candidate, and voters on one country. */
function testRows(cells: readonly Cell[]): Record<string, number | string>[] {
  return ["Investment", "Trade"].flatMap((tie) => {
    const find = (voter: string, country: string): Float64Array =>
      cells.find((cell) => cell.tie === tie && cell.voter === voter && cell.country === country)
        ?.values ?? new Float64Array();
    const byVoter = voters.map((voter) => ({
      tie,
      among: voter,
      first: countries[0],
      second: countries[1],
      ...testCells(find(voter, countries[0]), find(voter, countries[1]))
    }));
    const byCountry = countries.map((country) => ({
      tie,
      among: country,
      first: voters[0],
      second: voters[1],
      ...testCells(find(voters[0], country), find(voters[1], country))
    }));
    return [...byVoter, ...byCountry];
  });
}

function testCells(first: Float64Array, second: Float64Array): Record<string, number> {
  const {difference, t, df, p} = pooledTest(first, second);
  return {difference, t, df, p};
}

function prefixed(prefix: string, cells: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(cells).map(([name, value]) => [`${prefix}.${name}`, value])
  );
}

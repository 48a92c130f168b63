// Reads what a comparison needs from a report's tables, once, and hands it to the engine.
import {floats, openTable, type OpenTable} from "./arrow-columns.js";
import {
  estimateOf,
  type Comparer,
  type DrawnPosterior,
  type Pair,
  type PairResult,
  type SummaryColumns
} from "./pair-types.js";

interface GroupDraws {
  readonly values: Float64Array;
  readonly chains: number;
  readonly iterations: number;
}

interface EnginePosterior {
  readonly summary: SummaryColumns & {readonly mcse_mean: number};
  readonly p_positive: number;
  readonly mcse_p: number;
  readonly curve: {readonly x: Float64Array; readonly density: Float64Array};
}

/** What is used of the engine; a page passes its bundle. */
export interface PairEngine {
  compareEffects: (
    first: GroupDraws,
    second: GroupDraws
  ) => Readonly<Record<"first" | "second" | "difference", EnginePosterior>>;
  classicalTest: (
    truth: number,
    variances: readonly [number, number],
    covariance: number
  ) => PairResult["classical"];
}

/** What has to be fetched before two groups can be compared. */
export interface PairFiles {
  readonly engine: PairEngine;
  /** The bytes of `draws.arrow` and `covariances.arrow`. */
  readonly draws: ArrayBuffer;
  readonly covariances: ArrayBuffer;
}

/** A comparer that calls `load` at its first use only. */
export function createComparer(load: () => Promise<PairFiles>): Comparer {
  let files: Promise<{engine: PairEngine; draws: OpenTable; covariances: OpenTable}> | undefined;
  return async (pair) => {
    files ??= load().then(({engine, draws, covariances}) => ({
      engine,
      draws: openTable(draws),
      covariances: openTable(covariances)
    }));
    try {
      return compare(pair, await files);
    } catch (reason) {
      files = undefined;
      throw reason;
    }
  };
}

function compare(
  {model, groups, first, second, means, point}: Pair,
  {engine, draws, covariances}: {engine: PairEngine; draws: OpenTable; covariances: OpenTable}
): PairResult {
  const [a, b] = [first, second].map((group) => groupDraws(draws, `${model}:${group}`));
  if (!a || !b) throw new Error("missing draws: both groups must be among the report's draws");
  // The mean of a difference is the difference of the means, so that what the whole run knows of it is not lost.
  const compared = engine.compareEffects(moved(a, means?.[0]), moved(b, means?.[1]));
  const difference = posterior(compared.difference);
  const [i, j] = [groups.indexOf(first), groups.indexOf(second)];
  const covariance = (group: string, at: number): number =>
    Number(covariances.columns(`${model}:${group}`)?.[at] ?? NaN);
  return {
    first: posterior(compared.first),
    second: posterior(compared.second),
    difference,
    draws: a.values.length,
    classical: engine.classicalTest(
      difference.estimate[point],
      [covariance(first, i), covariance(second, j)],
      covariance(first, j)
    )
  };
}

/** The draws of a column, without the chains that its model does not have; undefined without a column. */
function groupDraws(table: OpenTable, name: string): GroupDraws | undefined {
  const column = table.columns(name);
  if (column === null) return undefined;
  const values = Float64Array.from(floats(column)).filter((value) => !Number.isNaN(value));
  const chain = floats(table.columns(".chain"));
  const iterations = chain.filter((one) => one === 1).length;
  return {values, chains: values.length / iterations, iterations};
}

/** The draws moved to a mean that is known better than by them. */
function moved(draws: GroupDraws, mean: number | undefined): GroupDraws {
  if (mean === undefined || !Number.isFinite(mean)) return draws;
  const by = mean - draws.values.reduce((sum, value) => sum + value, 0) / draws.values.length;
  return {...draws, values: draws.values.map((value) => value + by)};
}

function posterior({summary, curve, p_positive, mcse_p}: EnginePosterior): DrawnPosterior {
  return {
    estimate: estimateOf(summary),
    curve: {x: Float32Array.from(curve.x), density: Float32Array.from(curve.density)},
    p_positive,
    mcse_p,
    mcse_mean: summary.mcse_mean
  };
}

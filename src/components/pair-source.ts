// Reads what a comparison needs from a report's tables, once, and hands it to the engine.
import {floats, openTable, type OpenTable} from "./arrow-columns.js";
import {
  estimateOf,
  type DrawnPosterior,
  type PairResult,
  type SummaryColumns
} from "./pair-types.js";
import type {Point} from "./types.js";

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

/** Two groups of a model by their keys, among all groups of the model in the report's order. */
export interface Pair {
  readonly model: string;
  readonly groups: readonly string[];
  readonly first: string;
  readonly second: string;
  /** What stands for the difference as the truth of the classical comparison. */
  readonly point: Point;
}

/** Compares; rejects when the files cannot be had, and then tries again at the next call. */
export type Comparer = (pair: Pair) => Promise<PairResult>;

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
  {model, groups, first, second, point}: Pair,
  {engine, draws, covariances}: {engine: PairEngine; draws: OpenTable; covariances: OpenTable}
): PairResult {
  const [a, b] = [first, second].map((group) => groupDraws(draws, `${model}:${group}`));
  if (!a || !b) throw new Error("missing draws: both groups must be among the report's draws");
  const compared = engine.compareEffects(a, b);
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

function posterior({summary, curve, p_positive, mcse_p}: EnginePosterior): DrawnPosterior {
  return {
    estimate: estimateOf(summary),
    curve: {x: Float32Array.from(curve.x), density: Float32Array.from(curve.density)},
    p_positive,
    mcse_p,
    mcse_mean: summary.mcse_mean
  };
}

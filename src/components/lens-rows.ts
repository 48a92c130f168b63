// Reads `lens.arrow`: averages and new groups, summarised from all draws.
import {estimates, openTable, type EstimateColumns} from "./arrow-columns.js";
import type {Answer} from "./lens.js";
import type {EffectRow} from "./types.js";

/** A row of the table. */
export interface LensRow extends Answer {
  readonly scale: string;
  readonly estimand: string;
  /** Empty for an answer about several groups. */
  readonly group: string;
}

const names: EstimateColumns = {
  median: "median",
  mean: "mean",
  sd: "sd",
  lower: {50: "lower50", 80: "lower80", 90: "lower90", 95: "lower95"},
  upper: {50: "upper50", 80: "upper80", 90: "upper90", 95: "upper95"}
};

/** The rows in file order. */
export function readLens(bytes: ArrayBuffer): LensRow[] {
  const {rows, text, number} = openTable(bytes);
  const texts = ["model", "scale", "estimand", "modifier", "level", "group"].map(text);
  const numbers = ["groups", "n", "redrawn", "p_positive", "mcse_mean"].map(number);
  const estimate = estimates(number, names);
  return Array.from({length: rows}, (_, i) => {
    const [model = "", scale = "", estimand = "", modifier = "", level = "", group = ""] =
      texts.map((cell) => cell(i));
    const [groups = NaN, n = NaN, redrawn = NaN, p_positive = NaN, mcse_mean = NaN] = numbers.map(
      (cell) => cell(i)
    );
    return {
      ...{model, scale, estimand, modifier, level, group},
      ...{groups, n, redrawn, p_positive, mcse_mean, draws: 0, estimate: estimate(i)}
    };
  });
}

/** The answers of one estimand about several groups. */
export function answersOf(
  rows: readonly LensRow[],
  estimand: string,
  scale: string
): readonly Answer[] {
  return rows.filter((row) => row.estimand === estimand && row.scale === scale && row.group === "");
}

/**
 * The groups' rows with the estimates that the table has of each under an estimand; other rungs, which
 * are of the observed groups, are left out. A group without such a row is left out too.
 */
export function rowsUnder(
  groups: readonly EffectRow[],
  rows: readonly LensRow[],
  estimand: string,
  scale: string
): EffectRow[] {
  const key = ({model, group}: {model: string; group: string}): string => `${model}\u0000${group}`;
  const own = new Map(
    rows
      .filter((row) => row.estimand === estimand && row.scale === scale && row.group !== "")
      .map((row) => [key(row), row])
  );
  return groups.flatMap((group) => {
    const row = own.get(key(group));
    if (!row) return [];
    const {estimate, p_positive} = row;
    return [{...group, p_positive, pooling: NaN, rungs: {partial: estimate}}];
  });
}

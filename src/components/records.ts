// What a figure shows as rows for its table and its downloads, in the unit that the figure shows.
import type {Outcome} from "./format.js";
import type {Row} from "./take.js";
import type {EffectRow, Estimate, Modifier, Rung, Width} from "./types.js";

const widths: readonly Width[] = [50, 80, 90, 95];

/** Which columns effect records get. */
export interface EffectRecordOptions {
  readonly outcome: Outcome;
  readonly modifiers: readonly Modifier[];
  /** Estimates to list; partial pooling by default. */
  readonly rungs?: readonly Rung[];
}

/** One row per group: its levels, n by arm, and every asked estimate with limits at all widths. */
export function effectRecords(
  rows: readonly EffectRow[],
  {outcome, modifiers, rungs = ["partial"]}: EffectRecordOptions
): Row[] {
  const headings = modifierHeadings(modifiers);
  return rows.map((row) => ({
    group: row.label,
    ...Object.fromEntries(
      modifiers
        .filter(({name}) => name in row.levels)
        .map(({name}) => [headings.get(name) ?? name, row.levels[name]])
    ),
    n: row.n,
    n_treated: row.n_treated,
    n_control: row.n_control,
    p_positive: row.p_positive,
    ...Object.fromEntries(
      rungs.flatMap((rung) => {
        const estimate = row.rungs[rung];
        const prefix = rungs.length > 1 ? `${rung}_` : "";
        return estimate ? Object.entries(estimateRecord(estimate, outcome, prefix)) : [];
      })
    )
  }));
}

/** The columns that are not modifiers, but for the estimates', which no words resemble. */
const fixed = ["group", "n", "n_treated", "n_control", "p_positive", "note"];

/** Modifier name → heading: its label, with the name where another column is called so. */
function modifierHeadings(modifiers: readonly Modifier[]): ReadonlyMap<string, string> {
  const labels = modifiers.map(({label}) => label.toLowerCase());
  const isClear = (label: string): boolean =>
    label.trim() !== "" && !fixed.includes(label) && labels.filter((l) => l === label).length === 1;
  return new Map(
    modifiers.map(({name}, i) => {
      const label = labels[i] ?? "";
      return [name, isClear(label) ? label : `${label} (${name})`.trim()];
    })
  );
}

/** One row per named estimate. */
export function estimateRecords(
  rows: readonly {readonly label: string; readonly series?: string; readonly estimate: Estimate}[],
  outcome: Outcome
): Row[] {
  return rows.map(({label, series, estimate}) => ({
    name: label,
    ...(series === undefined ? {} : {model: series}),
    ...estimateRecord(estimate, outcome, "")
  }));
}

function estimateRecord(
  {median, mean, sd, lower, upper}: Estimate,
  {factor}: Outcome,
  prefix: string
): Record<string, number> {
  const limits = widths.flatMap((width) => [
    [`${prefix}lower${String(width)}`, lower[width] * factor] as const,
    [`${prefix}upper${String(width)}`, upper[width] * factor] as const
  ]);
  return {
    [`${prefix}median`]: median * factor,
    [`${prefix}mean`]: mean * factor,
    [`${prefix}sd`]: sd * factor,
    ...Object.fromEntries(limits)
  };
}

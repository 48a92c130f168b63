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
  /** The level of the interval that the figure shows; 95 by default. */
  readonly interval?: Width | undefined;
}

/**
 * One row per group. What is asked first comes first: the group, for each estimate its median and the limits at the
 * level shown, then P(positive) and n; all the rest follows, levels, n by arm, mean, sd and the other limits.
 */
export function effectRecords(
  rows: readonly EffectRow[],
  {outcome, modifiers, rungs = ["partial"], interval = 95}: EffectRecordOptions
): Row[] {
  const headings = modifierHeadings(modifiers);
  return rows.map((row) => {
    const estimates = rungs.flatMap((rung) => {
      const estimate = row.rungs[rung];
      const prefix = rungs.length > 1 ? `${rung}_` : "";
      return estimate ? [estimateRecord(estimate, outcome, interval, prefix)] : [];
    });
    return {
      group: row.label,
      ...joined(estimates.map(({first}) => first)),
      p_positive: row.p_positive,
      n: row.n,
      ...Object.fromEntries(
        modifiers
          .filter(({name}) => name in row.levels)
          .map(({name}) => [headings.get(name) ?? name, row.levels[name]])
      ),
      n_treated: row.n_treated,
      n_control: row.n_control,
      ...joined(estimates.map(({rest}) => rest))
    };
  });
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

/** An estimate and what it is of. */
interface NamedRow {
  readonly label: string;
  readonly series?: string;
  readonly estimate: Estimate;
  readonly p_positive?: number;
}

/** One row per named estimate: its median and the limits at the level shown before all else. */
export function estimateRecords(
  rows: readonly NamedRow[],
  outcome: Outcome,
  interval: Width = 95
): Row[] {
  return rows.map(({label, series, estimate, p_positive}) => {
    const {first, rest} = estimateRecord(estimate, outcome, interval, "");
    return {
      name: label,
      ...(series !== undefined && {model: series}),
      ...first,
      ...(p_positive !== undefined && {p_positive}),
      ...rest
    };
  });
}

type Numbers = Readonly<Record<string, number>>;

function joined(parts: readonly Numbers[]): Numbers {
  return Object.fromEntries(parts.flatMap((part) => Object.entries(part)));
}

/** An estimate's numbers in the figure's unit, parted in what a reader asks for first and the rest. */
function estimateRecord(
  {median, mean, sd, lower, upper}: Estimate,
  {factor}: Outcome,
  shown: Width,
  prefix: string
): {first: Numbers; rest: Numbers} {
  const limits = (width: Width): Numbers => ({
    [`${prefix}lower${String(width)}`]: lower[width] * factor,
    [`${prefix}upper${String(width)}`]: upper[width] * factor
  });
  const others = widths.filter((width) => width !== shown);
  return {
    first: {[`${prefix}median`]: median * factor, ...limits(shown)},
    rest: {
      [`${prefix}mean`]: mean * factor,
      [`${prefix}sd`]: sd * factor,
      ...joined(others.map(limits))
    }
  };
}

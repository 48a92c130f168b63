// Cells of a report for others to see: sums of rows, none of them about few people.
import type {SafeCells} from "../components/your-work-types.js";
import type {StudyDefinition} from "../data/study.js";
import {error, type Columns, type SummedRows} from "../engine/index.js";

/** A group in one arm: how many rows, their mean, and the sum of squares about it. */
interface Sums {
  label: string;
  arm: number;
  n: number;
  mean: number;
  squares: number;
}

/** What becomes of cells of fewer than `limit` rows. */
export interface Disclosure {
  readonly limit: number;
  readonly how: "merge" | "withhold";
}

/**
 * One outcome's cells as csv: group, arm, rows, mean, standard deviation. Cells below the limit are named,
 * and merged into one per arm, or left out; what is still below it after merging is left out too.
 * Raises an InputError on a limit that is no whole number from 2.
 */
export function safeCells(
  study: Pick<StudyDefinition, "modifiers" | "describe">,
  data: SummedRows,
  treatment: string,
  {limit, how}: Disclosure
): SafeCells {
  if (!Number.isInteger(limit) || limit < 2)
    error(`invalid limit: ${String(limit)}; use a whole number from 2`);
  const cells = summed(study, data, treatment);
  const words = ({label, arm, n}: Sums): string =>
    `${label}, ${arm === 1 ? "treated" : "control"}: ${String(n)} ${n === 1 ? "row" : "rows"}`;
  const small = cells.filter(({n}) => n < limit);
  const large = cells.filter(({n}) => n >= limit);
  const together = how === "merge" ? [0, 1].flatMap((arm) => joined(small, arm)) : [];
  const shown = [...large, ...together.filter(({n}) => n >= limit)];
  return {
    csv: csvOf(shown),
    named: small.map(words),
    kept: shown.length,
    withheld: how === "merge" ? together.filter(({n}) => n < limit).length : small.length,
    uniform: shown.filter(({squares, n}) => squares <= 1e-9 * n).map(words)
  };
}

function summed(
  {modifiers, describe}: Pick<StudyDefinition, "modifiers" | "describe">,
  {columns, counts, averaged, products, outcome}: SummedRows,
  treatment: string
): Sums[] {
  const at = averaged.indexOf(outcome.name);
  const pair = (at * (at + 1)) / 2 + at;
  const found = new Map<string, Sums>();
  counts.forEach((n, i) => {
    const cell: Sums = {
      label: labelOf(modifiers, describe, columns, i),
      arm: Number(columns[treatment][i]),
      n,
      mean: Number(columns[outcome.name][i]),
      squares: products[pair * counts.length + i]
    };
    const key = `${cell.label}\u0000${String(cell.arm)}`;
    const before = found.get(key);
    found.set(key, before ? plus(before, cell) : cell);
  });
  return [...found.values()];
}

function labelOf(
  modifiers: StudyDefinition["modifiers"],
  describe: StudyDefinition["describe"],
  columns: Columns,
  i: number
): string {
  return describe(
    Object.fromEntries(
      Object.entries(modifiers).map(([name, {levels}]) => [
        name,
        levels.find(([value]) => String(value) === String(columns[name][i]))?.[1]
      ])
    )
  );
}

function joined(cells: readonly Sums[], arm: number): Sums[] {
  const own = cells.filter((cell) => cell.arm === arm);
  if (own.length === 0) return [];
  return [{...own.reduce(plus), label: `${String(own.length)} small groups together`}];
}

function plus(a: Sums, b: Sums): Sums {
  const n = a.n + b.n;
  const step = b.mean - a.mean;
  return {
    ...a,
    n,
    mean: a.mean + (step * b.n) / n,
    squares: a.squares + b.squares + (step * step * a.n * b.n) / n
  };
}

function csvOf(cells: readonly Sums[]): string {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = cells.map(({label, arm, n, mean, squares}) =>
    [quoted(label), arm, n, mean, n > 1 ? Math.sqrt(squares / (n - 1)) : ""].join(",")
  );
  return `${["group,treated,rows,mean,sd", ...lines].join("\n")}\n`;
}

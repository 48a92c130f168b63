// Numbers that may stand for "no answer", which a file does not say.
import type {Columns} from "../../engine/index.js";

/** What surveys write where there is no answer, by custom. */
const CODES = [7, 8, 9, 77, 88, 97, 98, 99, 777, 888, 997, 998, 999, 9997, 9998, 9999];
const SUSPECT = new Set([...CODES.map((code) => -code), ...CODES.filter((code) => code > 10)]);

/** A code above other values stands this many times as high at least. */
const FAR = 3;

/** Values of a column that look like codes, and the range of its others. */
export interface SuspectCodes {
  readonly column: string;
  readonly found: readonly number[];
  readonly others: readonly [low: number, high: number];
}

/** Of every column of numbers the values such as −99 or 98 that lie far from all others: below none that is negative, or
 * three times as high. */
export function suspectCodes(columns: Columns): SuspectCodes[] {
  return Object.entries(columns).flatMap(([name, column]) => {
    if (!(column instanceof Float64Array)) return [];
    const codes = codesOf(column);
    return codes ? [{column: name, ...codes}] : [];
  });
}

/**
 * A sentence for each column with such values, since they would be averaged with the others. Which they are is for a
 * person to say; `how` is the way to say it.
 */
export function missingCodes(
  columns: Columns,
  how: (column: string, codes: readonly number[]) => string = () => "leave it empty in the file"
): string[] {
  return suspectCodes(columns).map(({column, found, others}) => {
    const [low, high] = others.map(String);
    return `${column} has ${found.map(textOf).join(" and ")} beside values from ${low} to ${high}. Where ${found.length === 1 ? "that means" : "those mean"} that there is no answer, ${how(column, found)}: else it is taken for a number.`;
  });
}

function codesOf(column: Float64Array): {found: number[]; others: [number, number]} | null {
  const suspects = new Set<number>();
  let [low, high] = [Infinity, -Infinity];
  for (const value of column) {
    if (SUSPECT.has(value)) suspects.add(value);
    else if (!Number.isNaN(value)) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  if (low > high) return null;
  const sorted = [...suspects].sort((a, b) => a - b);
  const below = low >= 0 ? sorted.filter((code) => code < 0) : [];
  const above = farAbove(
    sorted.filter((code) => code > 0),
    high
  );
  const found = [...below, ...above];
  // Of a run of values that goes on, such as ages from 0 to 99, none is apart.
  const ordinary = sorted.filter((code) => !found.includes(code));
  if (found.length === 0) return null;
  return {found, others: [Math.min(low, ...ordinary), Math.max(high, ...ordinary)]};
}

/** Of rising suspects those far above all that lies below them: as many as can be. */
function farAbove(sorted: readonly number[], high: number): number[] {
  if (high <= 0) return [];
  const first = sorted.findIndex((code, k) => code >= FAR * Math.max(high, sorted[k - 1] ?? 0));
  return first < 0 ? [] : sorted.slice(first);
}

function textOf(value: number): string {
  return value < 0 ? `−${String(-value)}` : String(value);
}

// Numbers that may stand for "no answer", which a file does not say.
import type {Columns} from "../../engine/index.js";

/** What surveys write where there is no answer, by custom. */
const CODES = [7, 8, 9, 77, 88, 97, 98, 99, 777, 888, 997, 998, 999, 9997, 9998, 9999];
const SUSPECT = new Set([...CODES.map((code) => -code), ...CODES.filter((code) => code > 10)]);

/** A code above other values stands this many times as high at least. */
const FAR = 3;

/**
 * A sentence for each column of numbers with values such as −99 or 98 that lie far from all others, since they would
 * be averaged with them: below none that is negative, or three times as high. Which they are is for a person to say;
 * `alone` says how the other rows are kept.
 */
export function missingCodes(
  columns: Columns,
  alone = "use the rows of the other values alone"
): string[] {
  return Object.entries(columns).flatMap(([name, column]) => {
    if (!(column instanceof Float64Array)) return [];
    const codes = codesOf(column);
    if (!codes) return [];
    const [low, high] = codes.others.map(String);
    return [
      `${name} has ${codes.found.map(textOf).join(" and ")} beside values from ${low} to ${high}. Where ${codes.found.length === 1 ? "that means" : "those mean"} that there is no answer, leave it empty in the file, or ${alone}: else it is taken for a number.`
    ];
  });
}

function codesOf(column: Float64Array): {found: number[]; others: [number, number]} | null {
  const found = new Set<number>();
  let [low, high] = [Infinity, -Infinity];
  for (const value of column) {
    if (SUSPECT.has(value)) found.add(value);
    else if (!Number.isNaN(value)) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  if (found.size === 0 || low > high) return null;
  const codes = [...found].filter((code) => (code < 0 ? low >= 0 : high > 0 && code >= FAR * high));
  // Of a run of values that goes on, such as ages from 0 to 99, none is apart.
  return codes.length === found.size
    ? {found: codes.sort((a, b) => a - b), others: [low, high]}
    : null;
}

function textOf(value: number): string {
  return value < 0 ? `−${String(-value)}` : String(value);
}

// A line above the names of columns, as exports of survey firms have it.
import {error} from "../../engine/error.js";

const DELIMITERS = [",", ";", "\t", "|"];

/** Enough of a file to see its first lines. */
const BEGINNING = 20_000;

/**
 * Raises an InputError where the first line has fewer cells than the second and the third, which have as many as each
 * other, whatever separates them: it is a title, and no header.
 */
export function checkTitle(text: string): void {
  const lines = text.slice(0, BEGINNING).split(/\r\n|\r|\n/u, 3);
  if (lines.length < 3) return;
  const cells = DELIMITERS.map((one) =>
    lines.map((line) => line.replaceAll(/"[^"]*"/gu, "").split(one).length)
  );
  if (cells.some(([a, b, c]) => a > 1 && a === b && b === c)) return;
  const counts = cells.find(([a, b, c]) => 2 * a <= b && b === c);
  if (counts)
    error(
      `invalid header: line 1 (${lines[0].trim().slice(0, 40)}) has ${String(counts[0])} cells where lines 2 and 3 have ${String(counts[1])}, as a title has; delete it`
    );
}

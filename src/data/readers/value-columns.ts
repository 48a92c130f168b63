// Columns from the values that other formats hold: numbers, texts, booleans, dates.
import type {Column} from "../../engine/index.js";

/** Dates as "2026-11-29", big integers as numbers, objects as JSON, nothing as null. */
function plain(value: unknown): number | string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return Number.isNaN(value) ? null : value;
  if (typeof value === "boolean") return Number(value);
  if (typeof value === "string") return value === "" ? null : value;
  if (typeof value === "bigint")
    return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, "");
  return JSON.stringify(value);
}

/** Numbers where all values are, else texts; nothing is NaN or null. */
export function columnOfValues(values: Iterable<unknown>): Column {
  const cells = Array.from(values, plain);
  const isNumeric = cells.every((cell) => typeof cell !== "string");
  return isNumeric
    ? Float64Array.from(cells, (cell) => (typeof cell === "number" ? cell : NaN))
    : cells.map((cell) => (cell === null ? null : String(cell)));
}

// What a cell of a text file says: nothing, a number in one of three spellings, or a text.

const MISSING: ReadonlySet<string> = new Set([
  ...["", ".", "NA", "N/A", "#N/A", "NaN", "nan", "null", "NULL", "None"]
]);

// No leading zeros, so that codes such as 007 stay what they are.
const POINT = /^[+-]?(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const COMMA = /^[+-]?(?:0|[1-9]\d*)(?:,\d+)?(?:[eE][+-]?\d+)?$/;
const THOUSANDS = /^[+-]?(?:0|[1-9]\d{0,2}(?:,\d{3})*)(?:\.\d+)?$/;

/** How the numbers of a column are spelt. */
export type Spelling = "point" | "thousands" | "comma";

/** The spellings in the order to try them. */
export const spellings: readonly Spelling[] = ["point", "thousands", "comma"];

/** True of a cell that holds nothing, or a usual word for nothing. */
export function isMissingText(text: string): boolean {
  return MISSING.has(text) || MISSING.has(text.trim());
}

/** The number that a cell spells, or NaN; whole numbers beyond 2⁵³ are texts, as a double changes them. */
export function spelt(text: string, spelling: Spelling): number {
  const cell = text.trim();
  if (spelling === "point") return POINT.test(cell) ? exact(cell) : NaN;
  if (spelling === "thousands") return THOUSANDS.test(cell) ? exact(cell.replaceAll(",", "")) : NaN;
  return COMMA.test(cell) ? exact(cell.replace(",", ".")) : NaN;
}

function exact(text: string): number {
  const value = Number(text);
  const isWhole = !/[.eE]/.test(text);
  return Number.isFinite(value) && (!isWhole || Number.isSafeInteger(value)) ? value : NaN;
}

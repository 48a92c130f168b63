// What each column of a file is: its kind, its levels, what is missing.
import type {Column} from "../../engine/index.js";
import type {ColumnWords, DataTable} from "../readers/data-table.js";
import {answersInOrder} from "./answer-scale.js";

/** What a column can serve as follows from its kind. */
export type ColumnKind =
  "empty" | "constant" | "two values" | "categories" | "steps" | "numbers" | "dates" | "names";

/** A column in numbers and words. */
export interface ColumnProfile {
  readonly name: string;
  /** The file's label, or one made from the name. */
  readonly label: string;
  readonly kind: ColumnKind;
  readonly isText: boolean;
  readonly rows: number;
  readonly missing: number;
  /** Different values; when there are more than {@link MOST}, that many. */
  readonly distinct: number;
  /** Values in order with the file's labels and their rows; empty where there are many. */
  readonly levels: readonly (readonly [value: number | string, label: string, rows: number])[];
  /** Whether the labels are the file's. */
  readonly isLabelled: boolean;
  /** Of numbers; NaN of texts. */
  readonly mean: number;
  readonly sd: number;
  readonly min: number;
  readonly max: number;
  /** Whether they are whole and each is larger than the one before, as numbers of rows are. */
  readonly isRising: boolean;
}

/** Different values are counted up to here. */
export const MOST = 2000;

/** How many different values a column has, as far as they are counted: "31", "2000 or more". */
export function manyText({distinct}: Pick<ColumnProfile, "distinct">): string {
  return distinct < MOST ? String(distinct) : `${String(MOST)} or more`;
}

/** A column of at most so many values has levels. */
const LEVELS = 12;

/** Of texts there may be more. */
const TEXT_LEVELS = 30;

/** Labels from the file that are longer are sentences, and the name says it better. */
const LONGEST_LABEL = 48;

const DATE = /^(?:\d{4}-\d{1,2}(?:-\d{1,2})?(?:[T ].*)?|\d{1,2}[./]\d{1,2}[./]\d{2,4})$/;

const ORDERED =
  /\b(?:agree|disagree|favou?r|oppose|low|high|never|always|often|little|more|less|very|somewhat|not at all|likely|satisfied|good|bad|poor)\b/i;

/** The profiles of all columns, in the file's order; `each` is told of every column done. */
export function profileTable(
  {columns, words}: Pick<DataTable, "columns" | "words">,
  each: (done: number) => void = () => undefined
): ColumnProfile[] {
  return Object.entries(columns).map(([name, column], k) => {
    const profile = profileColumn(name, column, words[name]);
    each(k + 1);
    return profile;
  });
}

function profileColumn(name: string, column: Column, words?: ColumnWords): ColumnProfile {
  const counts = countValues(column);
  const isText = !(column instanceof Float64Array);
  const rows = column.length;
  const labels = new Map((words?.levels ?? []).map(([value, label]) => [String(value), label]));
  const isLabelled = [...counts.rows.keys()].some((value) => labels.has(String(value)));
  const kind = kindOf(counts, {isText, isLabelled, rows, labels: [...labels.values()]});
  const values = inOrder(counts.rows, isText && kind === "steps");
  const hasLevels = ["two values", "categories", "steps", "constant"].includes(kind);
  return {
    name,
    label: labelOf(name, words?.label ?? ""),
    kind,
    isText,
    rows,
    missing: counts.missing,
    distinct: counts.rows.size,
    levels: hasLevels
      ? values.map(([value, n]) => [value, labels.get(String(value)) ?? String(value), n])
      : [],
    isLabelled,
    ...momentsOf(column)
  };
}

interface Counts {
  readonly rows: ReadonlyMap<number | string, number>;
  readonly missing: number;
  readonly areDates: boolean;
}

function countValues(column: Column): Counts {
  const rows = new Map<number | string, number>();
  let missing = 0;
  let dates = 0;
  for (const value of column) {
    if (value === null || Number.isNaN(value)) {
      missing += 1;
      continue;
    }
    if (typeof value === "string" && DATE.test(value)) dates += 1;
    const n = rows.get(value);
    if (n !== undefined) rows.set(value, n + 1);
    else if (rows.size < MOST) rows.set(value, 1);
  }
  return {rows, missing, areDates: dates > 0 && dates >= 0.9 * (column.length - missing)};
}

function kindOf(
  {rows: counts, areDates}: Counts,
  {
    isText,
    isLabelled,
    rows,
    labels
  }: {isText: boolean; isLabelled: boolean; rows: number; labels: readonly string[]}
): ColumnKind {
  const {size} = counts;
  if (size === 0) return "empty";
  if (size === 1) return "constant";
  if (areDates) return "dates";
  if (size === 2) return "two values";
  if (isText && size > Math.min(TEXT_LEVELS, rows / 2)) return "names";
  if (isText) return isScale([...counts.keys()].map(String)) ? "steps" : "categories";
  if (size > LEVELS) return "numbers";
  if (!isLabelled) return "steps";
  return labels.some((label) => ORDERED.test(label)) ? "steps" : "categories";
}

/** Whether every text is a step: "Don’t know" makes kinds of them, which only an outcome can do without. */
function isScale(texts: readonly string[]): boolean {
  return answersInOrder(texts)?.length === texts.length;
}

function inOrder(
  rows: ReadonlyMap<number | string, number>,
  areSteps: boolean
): (readonly [value: number | string, rows: number])[] {
  const values = [...rows].sort(([a], [b]) => compare(a, b));
  const order = areSteps ? answersInOrder(values.map(([value]) => String(value))) : null;
  if (!order) return values;
  return values.toSorted(([a], [b]) => order.indexOf(String(a)) - order.indexOf(String(b)));
}

function compare(a: number | string, b: number | string): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a) < String(b) ? -1 : 1;
}

type Moments = Pick<ColumnProfile, "mean" | "sd" | "min" | "max" | "isRising">;

function momentsOf(column: Column): Moments {
  const none: Moments = {mean: NaN, sd: NaN, min: NaN, max: NaN, isRising: false};
  if (!(column instanceof Float64Array)) return none;
  let [n, mean, squares, min, max] = [0, 0, 0, Infinity, -Infinity];
  let isRising = true;
  for (const x of column) {
    if (Number.isNaN(x)) continue;
    n += 1;
    // All before are below the largest of them.
    isRising &&= x > max && Number.isInteger(x);
    const step = x - mean;
    mean += step / n;
    squares += step * (x - mean);
    min = Math.min(min, x);
    max = Math.max(max, x);
  }
  return n === 0 ? none : {mean, sd: n > 1 ? Math.sqrt(squares / (n - 1)) : 0, min, max, isRising};
}

/** The file's label where it is short, else the name with blanks and a capital. */
function labelOf(name: string, label: string): string {
  const text = label.replace(/^=\s*1 if\s+/i, "").trim();
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll(/[_.]+/g, " ")
    .trim();
  const chosen = text !== "" && text.length <= LONGEST_LABEL && !text.endsWith("?") ? text : words;
  return chosen.charAt(0).toUpperCase() + chosen.slice(1);
}

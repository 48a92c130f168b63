// The groups that an effect may differ between: their rows and arms.
import {crossFactors, factorOf} from "../design/factors.js";
import type {Columns} from "../types.js";
import type {Treatment} from "./treatment.js";

/** One combination of modifier values that occurs in the data. */
export interface Group {
  /** The modifiers' values joined by "_". */
  readonly key: string;
  readonly values: Readonly<Record<string, number | string>>;
  readonly n: number;
  /** Rows with the treatment's larger and smaller value; NaN for a treatment without arms. */
  readonly n_treated: number;
  readonly n_control: number;
  /** Positions of the group's rows; of summed ones, of its cells. */
  readonly rows: Int32Array;
}

/**
 * The groups in order of their values; `counts` are the rows that each row stands for. All rows are one group when `by` is empty.
 */
export function groupsOf(
  data: Columns,
  treatment: Treatment,
  by: readonly string[],
  counts: Float64Array | null = null
): Group[] {
  const n = data[treatment.name].length;
  const factor = by.length
    ? crossFactors(
        by.map((name) => factorOf(data[name])),
        n
      )
    : {levels: ["all"], codes: new Int32Array(n)};
  const {codes, levels} = factor;
  const column = data[treatment.name];
  const [places, sizes, treated, control] = [0, 1, 2, 3].map(() => new Int32Array(levels.length));
  for (let i = 0; i < n; ++i) {
    const stands = counts ? counts[i] : 1;
    ++places[codes[i]];
    sizes[codes[i]] += stands;
    if (column[i] === treatment.high) treated[codes[i]] += stands;
    if (column[i] === treatment.low) control[codes[i]] += stands;
  }
  const members = rowsByCode(codes, places);
  return levels.map((key, g) => {
    const rows = members[g];
    const values = by.map((name) => [name, data[name][rows[0]] ?? ""] as const);
    return {
      key,
      values: Object.fromEntries(values),
      n: sizes[g],
      n_treated: treatment.arms ? treated[g] : NaN,
      n_control: treatment.arms ? control[g] : NaN,
      rows
    };
  });
}

function rowsByCode(codes: Int32Array, sizes: Int32Array): Int32Array[] {
  const members = Array.from(sizes, (size) => new Int32Array(size));
  const filled = new Int32Array(sizes.length);
  for (let i = 0; i < codes.length; ++i) members[codes[i]][filled[codes[i]]++] = i;
  return members;
}

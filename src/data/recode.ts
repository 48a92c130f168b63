// Turns raw tables into a study's rows by named steps, and checks what each step leaves.
import type {ColumnTable} from "arquero";
import {error} from "../engine/index.js";
import {unmet, type Expectation} from "./expectation.js";

/** One rule applied to the data, as a page can tell it. */
export interface Recode {
  readonly name: string;
  /** Why the rule is there, in a sentence. */
  readonly why: string;
  readonly apply: (table: ColumnTable) => ColumnTable;
  /** What has to be left when the step runs on the declared file. */
  readonly expect?: Expectation;
  /** Counts worth telling, taken before the step applies, such as missing values by column. */
  readonly counts?: (table: ColumnTable) => Readonly<Record<string, number>>;
}

/** What one step did. */
export interface RecodeRecord {
  readonly name: string;
  readonly why: string;
  readonly rowsBefore: number;
  readonly rowsAfter: number;
  readonly counts: Readonly<Record<string, number>>;
}

/** The rows of a study, and how they came about. */
export interface Recoded {
  readonly table: ColumnTable;
  readonly records: readonly RecodeRecord[];
}

/**
 * Applies `recodes` in order. With `verify`, as on the declared file but not on its stand-in, throws
 * an InputError naming the first step that leaves something else than it expects.
 */
export function runRecodes(
  raw: ColumnTable,
  recodes: readonly Recode[],
  {verify}: {verify: boolean}
): Recoded {
  const records: RecodeRecord[] = [];
  let table = raw;
  for (const {name, why, apply, expect, counts} of recodes) {
    const before = table;
    table = apply(before).reify();
    const faults = verify && expect ? unmet(table, expect) : [];
    if (faults.length > 0) {
      error(
        `invalid result of recode "${name}": ${faults.join(", ")}; check the data file and the step`
      );
    }
    records.push({
      name,
      why,
      rowsBefore: before.numRows(),
      rowsAfter: table.numRows(),
      counts: counts?.(before) ?? {}
    });
  }
  return {table, records};
}

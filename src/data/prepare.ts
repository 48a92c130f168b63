// A study's rows: located, read, recoded, or simulated when the file is not to be had.
import type {ColumnTable} from "arquero";
import {readDta} from "./dta.js";
import {locate, type Located, type LocateOptions} from "./locate.js";
import {runRecodes, type RecodeRecord} from "./recode.js";
import {createStandIn} from "./stand-in.js";
import type {StudyDefinition} from "./study.js";
import {fromDta} from "./table.js";

/** The rows that a study's models are fitted to. */
export interface Prepared {
  readonly table: ColumnTable;
  readonly records: readonly RecodeRecord[];
  /** Words that say so when the rows are simulated; empty when they are real. */
  readonly standIn: string;
}

/** Where a study's data come from, and how they are recoded. */
export type DataOfStudy = Pick<StudyDefinition, "source" | "recodes">;

/**
 * Reads and recodes a study's data, checking every count that its recodes declare; on the
 * stand-in nothing is checked. Raises an InputError on a file with other bytes than declared.
 */
export async function prepare(study: DataOfStudy, options?: LocateOptions): Promise<Prepared> {
  return prepareLocated(study, await locate(study.source, options));
}

/** As {@link prepare}, from what {@link locate} gave. */
export function prepareLocated({source, recodes}: DataOfStudy, located: Located): Prepared {
  if (!located.standIn) {
    const raw = fromDta(readDta(located.bytes));
    return {...runRecodes(raw, recodes, {verify: true}), standIn: ""};
  }
  const {table, note} = createStandIn(source.id);
  return {...runRecodes(table, recodes, {verify: false}), standIn: note};
}

// A study's rows: located, read, recoded, or simulated when the file is not to be had.
import type {ColumnTable} from "arquero";
import {locate, type Located, type LocateOptions} from "./locate.js";
import {runRecodes, type RecodeRecord} from "./recode.js";
import {createStandIn} from "./stand-in.js";
import type {StudyDefinition} from "./study.js";
import {readTable} from "./readers/read-table.js";
import {fromColumns} from "./table.js";

/** The rows that a study's models are fitted to. */
export interface Prepared {
  readonly table: ColumnTable;
  readonly records: readonly RecodeRecord[];
  /** Words that say so when the rows are simulated; empty when they are real. */
  readonly standIn: string;
}

/** Where a study's data come from, and how they are recoded. */
export type DataOfStudy = Pick<StudyDefinition, "source" | "recodes" | "standIn">;

/**
 * Reads and recodes a study's data, checking every count that its recodes declare; on the
 * stand-in nothing is checked. Raises an InputError on a file with other bytes than declared.
 */
export async function prepare(study: DataOfStudy, options?: LocateOptions): Promise<Prepared> {
  return prepareLocated(study, await locate(study.source, options));
}

/** As {@link prepare}, from what {@link locate} gave. */
export async function prepareLocated(
  {source, recodes, standIn}: DataOfStudy,
  located: Located
): Promise<Prepared> {
  if (!located.standIn) {
    const {columns} = await readTable(located.bytes, source.file, {ragged: source.ragged});
    return {...runRecodes(fromColumns(columns), recodes, {verify: true}), standIn: ""};
  }
  const {table, note} = createStandIn(source.id, standIn);
  return {...runRecodes(table, recodes, {verify: false}), standIn: note};
}

// Where the tests find the raw files, and the rows that they should become; neither is committed.
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {readCsv} from "../../../src/data/csv.js";
import {readDta} from "../../../src/data/dta.js";
import {runRecodes, type Recode, type Recoded} from "../../../src/data/recode.js";
import type {Source} from "../../../src/data/sources.js";
import {createStandIn} from "../../../src/data/stand-in.js";
import type {StandInPlan} from "../../../src/data/stand-in-plans.js";
import {fromDta} from "../../../src/data/table.js";
import type {Columns} from "../../../src/engine/types.js";

const FOLDER = process.env.POOLHOUSE_DATA ?? "../shared/data";

/** Whether the raw file of `source` is there. */
export function hasRealData(source: Source): boolean {
  return existsSync(join(FOLDER, source.file));
}

/** The raw file through reader and recodes, every expectation checked. */
export function recodeRealData(source: Source, recodes: readonly Recode[]): Recoded {
  const file = readDta(readFileSync(join(FOLDER, source.file)));
  return runRecodes(fromDta(file), recodes, {verify: true});
}

/** The stand-in, by the study's own plan where it has one, through the same recodes. */
export function recodeStandIn(
  source: Source,
  recodes: readonly Recode[],
  plan?: StandInPlan
): Recoded {
  return runRecodes(createStandIn(source.id, plan).table, recodes, {verify: false});
}

/** The rows after the same recodes in R, or null where they are not at hand. */
export function preparedInR(file: string): Columns | null {
  const path = join(FOLDER, file);
  return existsSync(path) ? readCsv(readFileSync(path, "utf8")) : null;
}

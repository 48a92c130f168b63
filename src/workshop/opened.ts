// A reader's file once it is read: columns, profiles, and what is suggested.
import type {OpenedFile, Role, YourChoice} from "../components/your-types.js";
import type {DeclaredSource} from "../data/define/declaration.js";
import {sha256Of} from "../data/key.js";
import {usualArms} from "../data/profile/arms.js";
import {chooseModifiers} from "../data/profile/choose-modifiers.js";
import {manyText, profileTable, type ColumnProfile} from "../data/profile/column-profile.js";
import {missingCodes, suspectCodes} from "../data/profile/missing-codes.js";
import {suggestRoles, type SuggestedRoles, type Suggestion} from "../data/profile/roles.js";
import type {DataTable} from "../data/readers/data-table.js";
import {readTable} from "../data/readers/read-table.js";
import {error, InputError, type Columns} from "../engine/index.js";
import {idOf} from "./id-of.js";
import {exampleName, exampleNote, exampleText} from "./example.js";

/** A file in the worker's memory. */
export interface Opened {
  readonly columns: Columns;
  readonly profiles: readonly ColumnProfile[];
  readonly source: DeclaredSource;
  /** The file's own words for its columns. */
  readonly words: DataTable["words"];
  readonly told: OpenedFile;
}

/** What is sent to be read. */
export interface OpenRequest {
  readonly file: Blob;
  readonly name: string;
  /** Whether rows of another length than the header are left out. */
  readonly uneven: boolean;
}

/** Above this no browser gives a file's bytes in one piece. */
const LARGEST = 2 ** 31 - 1;

/** Reads and profiles a file; `progress` is told what is done, and the share of it. */
export async function openFile(
  {file, name, uneven}: OpenRequest,
  progress: (what: string, share: number) => void
): Promise<Opened> {
  if (file.size > LARGEST)
    error(
      `unsupported file: ${name} has ${(file.size / 1e9).toFixed(1)} GB; keep the columns that you need, in a .parquet file`
    );
  progress("Reading", 0);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const ragged = uneven ? "leave out" : "refuse";
  const table = await readTable(bytes, name, {
    ragged,
    progress: (share) => {
      progress("Reading", share);
    }
  }).catch((reason: unknown) => refuseLarge(reason, name));
  const all = Object.keys(table.columns).length;
  const profiles = profileTable(table, (done) => {
    progress("Profiling", done / all);
  });
  const source: DeclaredSource = {
    file: name,
    bytes: bytes.length,
    sha256: sha256Of(bytes),
    ...(uneven && {ragged: "leave out"})
  };
  const told = tell(table.columns, profiles, {
    source,
    notes: [...table.notes, ...missingCodes(table.columns, () => "say so below the table")],
    bytes
  });
  return {columns: table.columns, profiles, source, words: table.words, told};
}

/** Whatever else than a fault of the file stops the reading is a want of memory. */
function refuseLarge(reason: unknown, name: string): never {
  if (reason instanceof InputError || !(reason instanceof RangeError)) throw reason;
  return error(
    `unsupported file: ${name} is larger than this browser's memory for it; keep the columns that you need, in a .parquet file`
  );
}

function tell(
  columns: Columns,
  profiles: readonly ColumnProfile[],
  {source, notes, bytes}: {source: DeclaredSource; notes: readonly string[]; bytes: Uint8Array}
): OpenedFile {
  const suggested = suggestRoles(profiles, columns);
  const why = (list: readonly Suggestion[]): Record<string, string> =>
    Object.fromEntries(list.map(({column, why: text}) => [column, text]));
  const reasons: Record<Role, Record<string, string>> = {
    treatment: why(suggested.treatment),
    outcome: why(suggested.outcome),
    modifier: why(suggested.modifiers),
    control: {...why(suggested.cluster), ...why(suggested.weight)},
    cluster: why(suggested.cluster)
  };
  return {
    file: source.file,
    id: idOf(source.file),
    bytes: source.bytes,
    rows: profiles[0].rows,
    columns: profiles.map((profile) => ({
      ...profile,
      many: manyText(profile),
      arms: usualArms(profile)
    })),
    notes,
    codes: textsOf(suspectCodes(columns)),
    reasons,
    refused: {...why(suggested.weight), ...why(suggested.refused)},
    choice: suggestedChoice(suggested, profiles, columns),
    generated: isExample(source.file, bytes) ? exampleNote : ""
  };
}

/** Numbers as the texts that name them. */
function textsOf(codes: ReturnType<typeof suspectCodes>): OpenedFile["codes"] {
  return Object.fromEntries(codes.map(({column, found}) => [column, found.map(String)]));
}

function isExample(name: string, bytes: Uint8Array): boolean {
  return name === exampleName && new TextDecoder().decode(bytes) === exampleText();
}

function suggestedChoice(
  suggested: SuggestedRoles,
  profiles: readonly ColumnProfile[],
  columns: Columns
): YourChoice {
  // A guess would be fitted and read before anybody had looked at it.
  const isTold = suggested.doubtful.length === 0;
  const treatment = isTold ? (suggested.treatment.at(0)?.column ?? "") : "";
  const outcome = suggested.outcome.find(({column}) => column !== treatment)?.column ?? "";
  const candidates = suggested.modifiers
    .map(({column}) => column)
    .filter((column) => column !== treatment && column !== outcome);
  return {
    title: "",
    row: "",
    treatment,
    arms: profiles.filter(({name}) => name === treatment).flatMap(usualArms),
    outcomes: outcome === "" ? [] : [outcome],
    hasOwnOutcome: false,
    modifiers: chooseModifiers(candidates, profiles, columns, treatment),
    controls: [],
    clusters: suggested.clusters,
    where: {},
    noAnswer: {},
    ranges: {},
    merged: {},
    formulas: {}
  };
}

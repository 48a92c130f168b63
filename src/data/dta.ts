// Reads Stata .dta files of releases 113 to 119, as Stata 8 to 18 write them.
import {createByteReader} from "./dta-bytes.js";
import {readDictionary, section, type Declaration} from "./dta-dictionary.js";
import {readValueLabels, type ValueLabels} from "./dta-labels.js";
import {readLayout, type DtaLayout} from "./dta-layout.js";
import {decodeNumbers, type Place} from "./dta-numbers.js";
import {decodeReferences, decodeTexts, readLongTexts, type LongTexts} from "./dta-texts.js";

interface DtaVariableBase {
  readonly name: string;
  readonly label: string;
  /** Stata's display format, such as `%9.0g`, or `%td` for days since 1 January 1960. */
  readonly format: string;
}

/** A numeric variable; NaN where missing, and `missing` tells which of Stata's 27 kinds it is. */
export interface DtaNumbers extends DtaVariableBase {
  readonly type: "number";
  readonly values: Float64Array;
  /** 0 for a number, 1 for `.`, 2 for `.a`, … 27 for `.z`; null when nothing is missing. */
  readonly missing: Uint8Array | null;
  /** What the values mean; null when the variable has no table of value labels. */
  readonly valueLabels: ReadonlyMap<number, string> | null;
  /** What the missing codes (2 for `.a`, …) mean; null when none has a label. */
  readonly missingLabels: ReadonlyMap<number, string> | null;
}

/** A text variable; Stata's missing text is the empty one. */
export interface DtaTexts extends DtaVariableBase {
  readonly type: "text";
  readonly values: readonly string[];
  readonly missing: null;
  readonly valueLabels: null;
  readonly missingLabels: null;
}

/** One variable of a Stata file. */
export type DtaVariable = DtaNumbers | DtaTexts;

/** A Stata file. */
export interface DtaFile {
  readonly release: number;
  readonly rows: number;
  /** The label of the data set, or an empty text. */
  readonly label: string;
  /** When the file was saved, as Stata wrote it (`18 Jan 2021 22:52`), or an empty text. */
  readonly timestamp: string;
  readonly variables: readonly DtaVariable[];
}

/**
 * Reads the bytes of a Stata file, little or big endian. Throws an InputError when the bytes are not
 * Stata's, of a release other than 113, 114, 115, 117, 118 and 119, truncated, or contradictory.
 * Source of the format: `help dta` of each release [stata_dta].
 */
export function readDta(bytes: Uint8Array): DtaFile {
  const reader = createByteReader(bytes);
  const layout = readLayout(reader);
  const {variables, ...header} = readDictionary(reader, layout);
  const stride = variables.reduce((sum, {storage}) => sum + storage.width, 0);
  const data = section(reader, layout, "data", () => reader.take(header.rows * stride, "the data"));
  const longTexts = readLongTexts(reader, layout);
  const valueLabels = readValueLabels(reader, layout);
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const rest = {view, stride, rows: header.rows, little: reader.isLittleEndian()};
  let start = 0;
  const decoded = variables.map((variable) => {
    const place = {...rest, start};
    start += variable.storage.width;
    return decode(variable, place, layout, longTexts, valueLabels);
  });
  return {release: layout.release, ...header, variables: decoded};
}

/** How Stata writes a missing code: `.` for 1, `.a` for 2, … `.z` for 27; `""` for 0. */
export function missingName(code: number): string {
  if (code === 0) return "";
  return code === 1 ? "." : `.${String.fromCharCode(95 + code)}`;
}

function decode(
  {name, label, format, storage, valueLabelName}: Declaration,
  place: Place,
  layout: DtaLayout,
  longTexts: LongTexts,
  tables: ReadonlyMap<string, ValueLabels>
): DtaVariable {
  const base = {name, label, format};
  if (storage.kind === "str" || storage.kind === "strL") {
    const values =
      storage.kind === "str"
        ? decodeTexts(place, storage.width, layout.utf8)
        : decodeReferences(place, longTexts, layout, name);
    return {...base, type: "text", values, missing: null, valueLabels: null, missingLabels: null};
  }
  const table = tables.get(valueLabelName);
  const missingLabels = table && table.missingLabels.size > 0 ? table.missingLabels : null;
  const numbers = decodeNumbers(storage.kind, place);
  return {...base, type: "number", ...numbers, valueLabels: table?.labels ?? null, missingLabels};
}

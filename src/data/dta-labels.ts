// Reads the value labels of a Stata file: what the codes of a variable mean.
import {damaged, unsignedAt, type ByteReader} from "./dta-bytes.js";
import {section} from "./dta-dictionary.js";
import type {DtaLayout} from "./dta-layout.js";
import {decodeText} from "./dta-encoding.js";
import {longMissing} from "./dta-numbers.js";

/** Texts of the values, and of the missing codes (1 for `.`, 2 for `.a`, … 27 for `.z`). */
export interface ValueLabels {
  readonly labels: ReadonlyMap<number, string>;
  readonly missingLabels: ReadonlyMap<number, string>;
}

// Stata's own limit on the length of one label, which keeps damaged tables from growing.
const LONGEST_LABEL = 32_000;

/**
 * Reads all tables of value labels, by name, up to the end of the file. Throws an InputError when a
 * table is cut or points outside of itself.
 */
export function readValueLabels(
  reader: ByteReader,
  layout: DtaLayout
): ReadonlyMap<string, ValueLabels> {
  const tables = new Map<string, ValueLabels>();
  const readTable = () => {
    const length = reader.unsigned(4, "the value labels");
    const name = decodeText(reader.take(layout.nameWidth, "the value labels"), layout.utf8);
    reader.take(3, "the value labels");
    const little = reader.isLittleEndian();
    tables.set(name, decodeTable(reader.take(length, `value label "${name}"`), layout, little));
  };
  if (!layout.tagged) {
    while (reader.remaining() > 0) readTable();
    return tables;
  }
  section(reader, layout, "value_labels", () => {
    while (reader.sees("<lbl>")) section(reader, layout, "lbl", readTable);
  });
  reader.expect("</stata_dta>");
  return tables;
}

function decodeTable(table: Uint8Array, layout: DtaLayout, little: boolean): ValueLabels {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  if (table.length < 8) damaged("a table of value labels is too short");
  const count = unsignedAt(view, 0, 4, little);
  const textLength = unsignedAt(view, 4, 4, little);
  const textStart = 8 + 8 * count;
  if (textStart + textLength > table.length) damaged("a table of value labels is cut");
  const labels = new Map<number, string>();
  const missingLabels = new Map<number, string>();
  for (let i = 0; i < count; i++) {
    const offset = unsignedAt(view, 8 + 4 * i, 4, little);
    const value = view.getInt32(8 + 4 * count + 4 * i, little);
    if (offset >= textLength) damaged("a value label points outside of its table");
    const start = textStart + offset;
    const end = Math.min(textStart + textLength, start + LONGEST_LABEL);
    const text = decodeText(table.subarray(start, end), layout.utf8);
    const code = longMissing(value);
    if (code > 0) missingLabels.set(code, text);
    else labels.set(value, text);
  }
  return {labels, missingLabels};
}

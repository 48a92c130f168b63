// Decodes the two text types of Stata files: texts in the row, and long texts kept apart.
import {damaged, unsignedAt, type ByteReader} from "./dta-bytes.js";
import {section} from "./dta-dictionary.js";
import type {DtaLayout} from "./dta-layout.js";
import type {Place} from "./dta-numbers.js";
import {decodeAll, decodeText} from "./dta-encoding.js";

/** Long texts by the two numbers that refer to them. */
export type LongTexts = ReadonlyMap<string, string>;

// Types of long texts: 129 holds any bytes, 130 a text that ends in a zero byte.
const BINARY = 129;
const ENDS_IN_ZERO = 130;

/** Reads the section of long texts; releases before 117 have none. Throws an InputError if cut. */
export function readLongTexts(reader: ByteReader, layout: DtaLayout): LongTexts {
  const texts = new Map<string, string>();
  if (!layout.tagged) return texts;
  const orderWidth = layout.rowsWidth;
  section(reader, layout, "strls", () => {
    while (reader.sees("GSO")) {
      reader.expect("GSO");
      const variable = reader.unsigned(4, "a long text");
      const row = reader.unsigned(orderWidth, "a long text");
      const type = reader.unsigned(1, "a long text");
      const bytes = reader.take(reader.unsigned(4, "a long text"), "a long text");
      if (type !== BINARY && type !== ENDS_IN_ZERO) damaged(`a long text has type ${type}`);
      const content = type === ENDS_IN_ZERO ? bytes.subarray(0, -1) : bytes;
      texts.set(key(variable, row), decodeAll(content, layout.utf8));
    }
  });
  return texts;
}

/** Decodes a column of texts of at most `width` bytes that stand in the rows. */
export function decodeTexts(place: Place, width: number, utf8: boolean): string[] {
  const {view, start, stride, rows} = place;
  const texts = new Array<string>(rows);
  for (let row = 0; row < rows; row++) {
    const at = view.byteOffset + start + row * stride;
    texts[row] = decodeText(new Uint8Array(view.buffer, at, width), utf8);
  }
  return texts;
}

/**
 * Decodes a column of references to long texts. Throws an InputError naming `name` and the row when
 * a reference leads nowhere.
 */
export function decodeReferences(
  place: Place,
  longTexts: LongTexts,
  layout: DtaLayout,
  name: string
): string[] {
  let lost = 0;
  for (const widths of layout.referenceWidths) {
    const texts = follow(place, longTexts, widths);
    lost = texts.indexOf(undefined);
    if (lost < 0) return texts as string[];
  }
  return damaged(`row ${lost + 1} of "${name}" refers to a text that is not there`);
}

function follow(
  {view, start, stride, rows, little}: Place,
  longTexts: LongTexts,
  [variableWidth, rowWidth]: readonly [number, number]
): (string | undefined)[] {
  return Array.from({length: rows}, (_, i) => {
    const at = start + i * stride;
    const variable = unsignedAt(view, at, variableWidth, little);
    const row = unsignedAt(view, at + variableWidth, rowWidth, little);
    return variable === 0 && row === 0 ? "" : longTexts.get(key(variable, row));
  });
}

function key(variable: number, row: number): string {
  return `${variable} ${row}`;
}

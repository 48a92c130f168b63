// Reads an SPSS file (.sav and .zsav) into columns with their labels.
import {unzlibSync} from "fflate";
import {error} from "../../engine/error.js";
import type {Column} from "../../engine/index.js";
import type {ColumnWords, DataTable} from "./data-table.js";
import {readDictionary, type SavDictionary, type SavVariable} from "./sav-dictionary.js";
import {SavReader} from "./sav-reader.js";

const SLOT = 8;

/** What SPSS writes for a number that is not there. */
const SYSTEM_MISSING = -Number.MAX_VALUE;

/**
 * Columns and labels of the file; values declared missing are missing, and of texts longer than 255
 * bytes the first 255 are read. Raises an InputError on a file that is damaged or truncated.
 */
export function readSav(bytes: Uint8Array): DataTable {
  const reader = new SavReader(bytes);
  const dictionary = readDictionary(reader);
  const cases = readCases(reader, dictionary);
  const {slots, encoding} = dictionary;
  const decoder = decoderOf(encoding);
  const width = slots.length * SLOT;
  const rows = width === 0 ? 0 : Math.floor(cases.length / width);
  if (dictionary.cases >= 0 && rows < dictionary.cases)
    error(
      `invalid SPSS file: it has ${String(rows)} of ${String(dictionary.cases)} rows; get it again, it is truncated`
    );
  const view = new DataView(cases.buffer, cases.byteOffset, cases.byteLength);
  const columns: Record<string, Column> = {};
  const words: Record<string, ColumnWords> = {};
  slots.forEach((slot, k) => {
    if (!slot.isFirst) return;
    const place = (row: number): number => row * width + k * SLOT;
    columns[slot.name] =
      slot.width === 0
        ? Float64Array.from({length: rows}, (_, i) =>
            present(view.getFloat64(place(i), reader.little), slot)
          )
        : Array.from({length: rows}, (_, i) => {
            const text = decoder.decode(cases.subarray(place(i), place(i) + slot.width)).trimEnd();
            return text === "" ? null : text;
          });
    words[slot.name] = wordsOf(slot, decoder, reader.little);
  });
  return {columns, words, notes: []};
}

function present(value: number, {missing, range}: SavVariable): number {
  const isMissing =
    value === SYSTEM_MISSING ||
    missing.includes(value) ||
    (range !== null && value >= range[0] && value <= range[1]);
  return isMissing ? NaN : value;
}

function wordsOf(
  {label, labels, width}: SavVariable,
  decoder: TextDecoder,
  little: boolean
): ColumnWords {
  return {
    label: decoder.decode(label).trim(),
    levels: labels.map(([value, text]) => [
      width === 0
        ? new DataView(value.buffer, value.byteOffset, SLOT).getFloat64(0, little)
        : decoder.decode(value).trimEnd(),
      decoder.decode(text).trim()
    ])
  };
}

function decoderOf(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    return new TextDecoder("windows-1252");
  }
}

/** The cases, eight bytes a slot, uncompressed. */
function readCases(reader: SavReader, {compression, bias}: SavDictionary): Uint8Array {
  if (compression === 0) return reader.take(reader.left);
  if (compression === 1) return expand(reader.take(reader.left), bias, reader.little);
  if (compression !== 2)
    error(`unsupported SPSS file: compression ${String(compression)}; save it without`);
  reader.take(SLOT);
  const trailer = reader.long();
  reader.at = Math.min(Math.max(trailer, 0), reader.at + reader.left);
  reader.take(2 * SLOT + 4);
  const blocks = Array.from({length: reader.int()}, () => {
    reader.take(SLOT);
    return {from: reader.long(), size: (reader.take(4), reader.int())};
  });
  const parts = blocks.map(({from, size}) => {
    reader.at = from;
    return unzlibSync(reader.take(size));
  });
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return expand(whole, bias, reader.little);
}

/** Undoes SPSS's byte codes: eight of them, then the values that they ask for. */
function expand(packed: Uint8Array, bias: number, little: boolean): Uint8Array {
  let out = new Uint8Array(Math.max(1024, packed.length * 4));
  let view = new DataView(out.buffer);
  let length = 0;
  const write = (fill: (at: number) => void): void => {
    if (length + SLOT > out.length) {
      const more = new Uint8Array(out.length * 2);
      more.set(out);
      out = more;
      view = new DataView(out.buffer);
    }
    fill(length);
    length += SLOT;
  };
  for (let at = 0; at + SLOT <= packed.length;) {
    const codes = packed.subarray(at, at + SLOT);
    at += SLOT;
    for (const code of codes) {
      if (code === 0) continue;
      if (code === 252) return out.subarray(0, length);
      if (code === 253) {
        const raw = packed.subarray(at, at + SLOT);
        write((to) => out.set(raw, to));
        at += SLOT;
      } else if (code === 254) write((to) => out.fill(0x20, to, to + SLOT));
      else {
        const value = code === 255 ? SYSTEM_MISSING : code - bias;
        write((to) => view.setFloat64(to, value, little));
      }
    }
  }
  return out.subarray(0, length);
}

// The dictionary of an SPSS file: variables, their labels, and which values count as missing.
import {error} from "../../engine/error.js";
import type {SavReader} from "./sav-reader.js";

/** A variable as the file declares it. */
export interface SavVariable {
  name: string;
  readonly short: string;
  /** 0 of numbers, else bytes of text. */
  readonly width: number;
  readonly label: Uint8Array;
  /** Values, and a range, that the author declared missing. */
  readonly missing: readonly number[];
  readonly range: readonly [low: number, high: number] | null;
  labels: readonly (readonly [value: Uint8Array, label: Uint8Array])[];
  /** False of what continues the variable before it. */
  readonly isFirst: boolean;
}

/** What the cases cannot be read without. */
export interface SavDictionary {
  /** One for every eight bytes of a case. */
  readonly slots: readonly SavVariable[];
  readonly compression: number;
  readonly bias: number;
  /** −1 where the file does not say. */
  readonly cases: number;
  readonly encoding: string;
}

const HEADER = 60;

/** Reads header and dictionary; the reader stands at the cases then. */
export function readDictionary(reader: SavReader): SavDictionary {
  reader.take(4 + HEADER);
  const layout = reader.int();
  if (layout !== 2 && layout !== 3) {
    reader.little = false;
    reader.at -= 4;
    const swapped = reader.int();
    if (swapped !== 2 && swapped !== 3)
      error("invalid SPSS file: its header is damaged; get it again");
  }
  reader.take(4);
  const compression = reader.int();
  reader.take(4);
  const cases = reader.int();
  const bias = reader.double();
  reader.take(9 + 8 + 64 + 3);
  const slots: SavVariable[] = [];
  let encoding = "utf-8";
  for (let record = reader.int(); record !== 999; record = reader.int()) {
    if (record === 2) slots.push(readVariable(reader));
    else if (record === 3) readValueLabels(reader, slots);
    else if (record === 6) reader.take(80 * reader.int());
    else if (record === 7) encoding = readExtension(reader, slots) ?? encoding;
    else error("invalid SPSS file: its dictionary is damaged; get it again");
  }
  reader.take(4);
  return {slots, compression, bias, cases, encoding};
}

function readVariable(reader: SavReader): SavVariable {
  const width = reader.int();
  const hasLabel = reader.int() === 1;
  const missingCount = reader.int();
  reader.take(8);
  const short = ascii(reader.take(8)).trimEnd();
  let label = new Uint8Array();
  if (hasLabel) {
    const length = reader.int();
    label = reader.take(Math.ceil(length / 4) * 4).slice(0, length);
  }
  const values = Array.from({length: Math.abs(missingCount)}, () => reader.double());
  const range = missingCount < 0 ? ([values[0], values[1]] as const) : null;
  const missing = missingCount < 0 ? values.slice(2) : values;
  return {name: short, short, width, label, missing, range, labels: [], isFirst: width >= 0};
}

function readValueLabels(reader: SavReader, slots: readonly SavVariable[]): void {
  const labels = Array.from({length: reader.int()}, (): readonly [Uint8Array, Uint8Array] => {
    const value = reader.take(8);
    const [length] = reader.take(1);
    const label = reader.take(Math.ceil((length + 1) / 8) * 8 - 1);
    return [value, label.subarray(0, length)];
  });
  if (reader.int() !== 4) error("invalid SPSS file: value labels belong to nothing; get it again");
  for (let k = reader.int(); k > 0; --k) {
    const slot = slots.at(reader.int() - 1);
    if (slot) slot.labels = labels;
  }
}

/** Long names are given to the variables; the name of the encoding is returned where it is told. */
function readExtension(reader: SavReader, slots: readonly SavVariable[]): string | undefined {
  const subtype = reader.int();
  const size = reader.int();
  const data = reader.take(size * reader.int());
  if (subtype === 20) return ascii(data).trim().toLowerCase();
  if (subtype === 13) {
    for (const pair of new TextDecoder().decode(data).split("\t")) {
      const [short, long] = pair.split("=") as [string, string?];
      const slot = slots.find((one) => one.isFirst && one.short === short);
      if (slot && long !== undefined) slot.name = long;
    }
  }
  return undefined;
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

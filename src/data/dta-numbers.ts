// Decodes the five number types of Stata files, keeping missing codes apart from the numbers.
import type {Storage} from "./dta-dictionary.js";

/** A column of numbers: NaN where missing, and then the code of the kind of missing value. */
export interface NumberColumn {
  readonly values: Float64Array;
  /** 0 for a number, 1 for `.`, 2 for `.a`, … 27 for `.z`; null when nothing is missing. */
  readonly missing: Uint8Array | null;
}

/** The bytes of a column in row-major data: its first byte, and the bytes of a row. */
export interface Place {
  readonly view: DataView;
  readonly start: number;
  readonly stride: number;
  readonly rows: number;
  readonly little: boolean;
}

const FIRST_MISSING = {byte: 101, int: 32_741, long: 2_147_483_621};
const FLOAT_MISSING = 0x7f00_0000;
const FLOAT_MISSING_STEP = 0x800;
const DOUBLE_MISSING = 0x7fe0_0000;
const DOUBLE_MISSING_STEP = 0x100;
const SIGN = 0x8000_0000;

/** Decodes one numeric column; bytes that are no number in any release become `.`. */
export function decodeNumbers(kind: Storage["kind"], place: Place): NumberColumn {
  const {start, stride, rows} = place;
  const values = new Float64Array(rows);
  const codes = new Uint8Array(rows);
  const read = cellReader(kind, place.view, place.little);
  let anyMissing = false;
  for (let row = 0; row < rows; row++) {
    const cell = read(start + row * stride);
    values[row] = cell.value;
    codes[row] = cell.code;
    anyMissing ||= cell.code > 0;
  }
  return {values, missing: anyMissing ? codes : null};
}

/** The missing code that the 4-byte whole number `value` stands for, 0 when it is a number. */
export function longMissing(value: number): number {
  return Math.max(0, value - FIRST_MISSING.long + 1);
}

interface Cell {
  value: number;
  code: number;
}

// Each reader fills and returns one cell, so that a column costs no allocation per row.
function cellReader(kind: Storage["kind"], view: DataView, little: boolean): (at: number) => Cell {
  const cell: Cell = {value: 0, code: 0};
  const set = (value: number, code: number) => {
    cell.code = code === 0 && !Number.isFinite(value) ? 1 : code;
    cell.value = cell.code === 0 ? value : NaN;
    return cell;
  };
  const whole = (value: number, first: number) => set(value, Math.max(0, value - first + 1));
  switch (kind) {
    case "byte":
      return (at) => whole(view.getInt8(at), FIRST_MISSING.byte);
    case "int":
      return (at) => whole(view.getInt16(at, little), FIRST_MISSING.int);
    case "long":
      return (at) => whole(view.getInt32(at, little), FIRST_MISSING.long);
    case "float":
      return (at) =>
        set(
          view.getFloat32(at, little),
          highMissing(view.getUint32(at, little), FLOAT_MISSING, FLOAT_MISSING_STEP)
        );
    default:
      return (at) =>
        set(
          view.getFloat64(at, little),
          highMissing(
            view.getUint32(little ? at + 4 : at, little),
            DOUBLE_MISSING,
            DOUBLE_MISSING_STEP
          )
        );
  }
}

// In floating point all positive bit patterns from the first missing value on are missing; only 27
// of them have a letter, the others count as a plain dot.
function highMissing(bits: number, first: number, step: number): number {
  if (bits < first || bits >= SIGN) return 0;
  const letter = (bits - first) / step;
  return Number.isInteger(letter) && letter <= 26 ? letter + 1 : 1;
}

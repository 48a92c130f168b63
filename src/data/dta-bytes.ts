// Reads the bytes of a Stata file in order, and refuses to read past the end.
import {error} from "../engine/index.js";

const REMEDY = "get the file again, it is truncated or damaged";

/** A position in the bytes of a file, which only moves forward. */
export interface ByteReader {
  /** The bytes between here and the end. */
  remaining(): number;
  /** Sets the order of the bytes of numbers. */
  setLittleEndian(littleEndian: boolean): void;
  /** The order of the bytes of numbers. */
  isLittleEndian(): boolean;
  /** The next `length` bytes, uncopied; `what` names them should the file end before. */
  take(length: number, what: string): Uint8Array;
  /** The next whole number of 1, 2, 4 or 8 bytes, without sign. */
  unsigned(width: number, what: string): number;
  /** Whether the next bytes are `text` (ASCII); the position stays. */
  sees(text: string): boolean;
  /** Moves over `text` (ASCII), which has to come next. */
  expect(text: string): void;
}

/**
 * A reader at the start of `bytes`, little endian. Its methods throw an InputError when the file
 * ends early, a tag is not where it belongs, or a number is beyond 2⁵³.
 */
export function createByteReader(bytes: Uint8Array): ByteReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let position = 0;
  let little = true;

  function take(length: number, what: string): Uint8Array {
    if (length > bytes.length - position) damaged(`the file ends inside ${what}`);
    position += length;
    return bytes.subarray(position - length, position);
  }

  function unsigned(width: number, what: string): number {
    const at = position;
    take(width, what);
    return unsignedAt(view, at, width, little);
  }

  function sees(text: string): boolean {
    if (text.length > bytes.length - position) return false;
    for (let i = 0; i < text.length; i++) {
      if (bytes[position + i] !== text.charCodeAt(i)) return false;
    }
    return true;
  }

  return {
    remaining: () => bytes.length - position,
    setLittleEndian: (littleEndian) => {
      little = littleEndian;
    },
    isLittleEndian: () => little,
    take,
    unsigned,
    sees,
    expect: (text) => {
      if (text.length > bytes.length - position) damaged(`the file ends before ${text}`);
      if (!sees(text)) damaged(`${text} is not at byte ${position}`);
      position += text.length;
    }
  };
}

/**
 * The whole number without sign of `width` bytes (1 to 8) at byte `at` of `view`; throws an
 * InputError beyond 2⁵³, where JavaScript's numbers lose count.
 */
export function unsignedAt(view: DataView, at: number, width: number, little: boolean): number {
  let value = 0;
  for (let i = 0; i < width; i++) {
    value = value * 256 + view.getUint8(little ? at + width - 1 - i : at + i);
  }
  if (value > Number.MAX_SAFE_INTEGER) damaged(`${value} is beyond any count`);
  return value;
}

/** Throws the InputError for a Stata file whose bytes contradict its format; `how` says where. */
export function damaged(how: string): never {
  return error(`invalid Stata file: ${how}; ${REMEDY}`);
}

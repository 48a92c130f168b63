// From the bytes of a text file to its text, in whichever encoding they are.
import {error} from "../../engine/error.js";

/** Text, and a sentence on its encoding where that was not UTF-8. */
export interface Decoded {
  readonly text: string;
  readonly notes: readonly string[];
}

/** How much of a file shows whether it is UTF-16 without a mark. */
const SAMPLE = 4096;

/** The share of zero bytes, at every second place, from which a text is UTF-16. */
const MANY = 0.4;

/**
 * UTF-8, UTF-16 with or without its mark, and else Windows's Latin-1, which has a letter for every
 * byte. Raises an InputError on an empty file, and on zero bytes that no encoding explains.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) error("missing data: the file is empty; name another");
  if (bytes.every((byte) => byte === 0))
    error("invalid file: it holds nothing but zero bytes; copy it again from where it came");
  const wide = wideEncoding(bytes);
  if (wide)
    return {text: new TextDecoder(wide).decode(bytes), notes: ["The text was read as UTF-16."]};
  const zero = bytes.subarray(0, SAMPLE).indexOf(0);
  if (zero >= 0)
    error(`invalid file: byte ${String(zero + 1)} is zero, so it is no text; name a csv file`);
  try {
    return {text: new TextDecoder("utf-8", {fatal: true}).decode(bytes), notes: []};
  } catch {
    const note =
      "The text is not UTF-8 and was read as Windows Latin-1; should letters look wrong, save the file as UTF-8.";
    return {text: new TextDecoder("windows-1252").decode(bytes), notes: [note]};
  }
}

/** UTF-16 by its mark; without one, where about every second byte is zero, as of Latin letters. */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] += 1;
  });
  const many = MANY * (head.length / 2);
  if (zeros[1] > many && zeros[0] === 0) return "utf-16le";
  return zeros[0] > many && zeros[1] === 0 ? "utf-16be" : null;
}

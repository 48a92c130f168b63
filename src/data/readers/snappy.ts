// Snappy without WebAssembly, which a page's policy forbids: takes the place of hysnappy in its bundle.
import {snappyUncompress as uncompressInto} from "hyparquet";

/** The bytes that `input` unpacks to, `length` of them. */
export function snappyUncompress(input: Uint8Array, length: number): Uint8Array {
  const output = new Uint8Array(length);
  uncompressInto(input, output);
  return output;
}

/** As hysnappy has it: the function, ready to use. */
export function snappyUncompressor(): typeof snappyUncompress {
  return snappyUncompress;
}

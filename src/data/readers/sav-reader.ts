// Reads the bytes of an SPSS file in order, and refuses to read past the end.
import {error} from "../../engine/error.js";

/** A position in the bytes of a file. */
export class SavReader {
  private readonly view: DataView;
  private readonly bytes: Uint8Array;
  at = 0;
  little = true;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  /** The next bytes, uncopied; raises an InputError where the file ends before. */
  take(length: number): Uint8Array {
    if (length < 0 || length > this.left)
      error("invalid SPSS file: it ends too early; get it again, it is truncated or damaged");
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  int(): number {
    this.take(4);
    return this.view.getInt32(this.at - 4, this.little);
  }

  /** A whole number of 8 bytes. */
  long(): number {
    this.take(8);
    return Number(this.view.getBigInt64(this.at - 8, this.little));
  }

  double(): number {
    this.take(8);
    return this.view.getFloat64(this.at - 8, this.little);
  }
}

// Turns the bytes of texts in Stata files into strings: windows-1252 before release 118, UTF-8 since.

// Node 20 decodes "windows-1252" as latin1, so these 32 characters cannot be left to TextDecoder.
const FROM_80_TO_9F =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
  "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

const utf8Decoder = new TextDecoder("utf-8", {ignoreBOM: true});

/**
 * The text in `bytes` up to the first zero byte (or the end). `utf8` tells the encoding; bytes that
 * are not UTF-8 become U+FFFD, as files converted carelessly from older releases have them.
 */
export function decodeText(bytes: Uint8Array, utf8: boolean): string {
  const zero = bytes.indexOf(0);
  return decodeAll(zero < 0 ? bytes : bytes.subarray(0, zero), utf8);
}

/** The text in all of `bytes`, zero bytes included; see {@link decodeText}. */
export function decodeAll(bytes: Uint8Array, utf8: boolean): string {
  return utf8 ? utf8Decoder.decode(bytes) : windows1252(bytes);
}

function windows1252(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) {
    text += byte >= 0x80 && byte <= 0x9f ? FROM_80_TO_9F[byte - 0x80] : String.fromCharCode(byte);
  }
  return text;
}

import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {decodeAll, decodeText} from "../../src/data/dta-encoding.js";

const iconv = JSON.parse(readFileSync("tests/fixtures/dta/windows-1252.json", "utf8")) as (
  string | null
)[];

describe("decodeText(bytes, utf8)", () => {
  it("knows the 27 characters that windows-1252 has from 0x80 to 0x9f, as iconv does", () => {
    iconv.forEach((character, i) => {
      // The five bytes without character become control characters, as in browsers.
      const wanted = character ?? String.fromCharCode(0x80 + i);
      expect(decodeText(Uint8Array.of(0x80 + i), false)).toBe(wanted);
    });
    expect(iconv.filter((character) => character !== null)).toHaveLength(27);
  });

  it("reads all other bytes of windows-1252 as latin1", () => {
    const others = Array.from({length: 255}, (_, i) => i + 1).filter((b) => b < 0x80 || b > 0x9f);
    const text = decodeText(Uint8Array.from(others), false);
    expect(text).toBe(String.fromCharCode(...others));
  });

  it("stops at the first zero byte, where decodeAll goes on", () => {
    const bytes = Uint8Array.of(0x61, 0, 0x62);
    expect(decodeText(bytes, true)).toBe("a");
    expect(decodeAll(bytes, true)).toBe("a\0b");
  });

  it("keeps a byte-order mark and marks bytes that are not UTF-8", () => {
    expect(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61), true)).toBe("\ufeffa");
    expect(decodeText(Uint8Array.of(0x61, 0xe9), true)).toBe("a\ufffd");
  });
});

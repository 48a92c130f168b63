import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {keyOf, version} from "../../src/data/key.js";

describe("version", () => {
  it("is the package's", () => {
    const {version: declared} = JSON.parse(readFileSync("package.json", "utf8")) as {
      version: string;
    };
    expect(version).toBe(declared);
  });
});

describe("keyOf", () => {
  it("is the sha256 of the version and the parts, each after its number of bytes", () => {
    const hash = createHash("sha256").update(`${version.length + 2}:"${version}"`);
    hash.update("2:").update(Uint8Array.of(7, 8)).update('7:{"a":1}').update("0:");
    expect(keyOf(Uint8Array.of(7, 8), {a: 1}, undefined)).toBe(hash.digest("hex"));
  });

  it("is equal for equal parts", () => {
    expect(keyOf("a", [1, 2])).toBe(keyOf("a", [1, 2]));
  });

  it("differs when a value, the order or a border between parts does", () => {
    const keys = [
      keyOf("a", "b"),
      keyOf("b", "a"),
      keyOf("ab", ""),
      keyOf("a", "b", undefined),
      keyOf(["a", "b"]),
      keyOf(new TextEncoder().encode("a"), "b"),
      keyOf()
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});

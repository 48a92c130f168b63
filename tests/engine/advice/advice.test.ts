import {describe, expect, it} from "vitest";
import {count, few} from "../../../src/engine/advice/advice.js";

describe("count", () => {
  it("puts the noun in the right number", () => {
    expect([0, 1, 2].map((n) => count(n, "group"))).toEqual(["0 groups", "1 group", "2 groups"]);
  });
});

describe("few", () => {
  it("lists up to four names, each marked as a name", () => {
    expect(few(["a"])).toBe("`a`");
    expect(few(["a", "b", "c", "d"])).toBe("`a`, `b`, `c`, `d`");
  });

  it("names the first and counts the rest, never longer than asked for", () => {
    expect(few(["a", "b", "c", "d", "e"])).toBe("`a`, `b`, `c` and 2 more");
    expect(few(["a", "b", "c"], 2)).toBe("`a` and 2 more");
  });
});

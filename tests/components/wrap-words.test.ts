import {describe, expect, it} from "vitest";
import {wrapWords} from "../../src/components/wrap-words.js";
import {hostileTexts} from "./hostile.js";

describe("wrapWords", () => {
  it("breaks between words, and within one only where it is longer than a line", () => {
    expect(wrapWords("one two three", 7.9)).toEqual(["one two", "three"]);
    expect(wrapWords("a abcdefgh b", 3)).toEqual(["a", "abc", "def", "gh", "b"]);
  });
  it.each(hostileTexts)("keeps every sign and makes no line too long (%#)", (text) => {
    const lines = wrapWords(text, 40);
    expect(lines.join("").replaceAll(/\s/g, "")).toBe(text.replaceAll(/\s/g, ""));
    for (const line of lines) expect(Array.from(line).length).toBeLessThanOrEqual(40);
  });
});

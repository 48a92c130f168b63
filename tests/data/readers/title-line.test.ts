import {describe, expect, it} from "vitest";
import {readDelimited} from "../../../src/data/readers/delimited.js";

describe("a line above the names of columns", () => {
  it.each([
    ["unquoted", "Survey 2024 - final\nid,arm,age\n1,a,30\n2,b,40\n"],
    ["above quoted names", 'Final export\n"id";"arm";"age"\n1;"a";30\n2;"b";40\n'],
    ["with a comma of its own", "Survey, final\na,b,c,d\n1,2,3,4\n5,6,7,8\n"]
  ])("is called a title: %s", (_, text) => {
    expect(() => readDelimited(text)).toThrow(
      /^invalid header: line 1 \([^)]+\) has \d cells where lines 2 and 3 have \d, as a title has; delete it$/
    );
  });

  it.each([
    ["one column", "word\none\ntwo\n"],
    ["one row", "a,b\n1,2\n"],
    ["comma decimals below semicolons", "a;b\n1,5;2,5\n3,5;4,5\n"],
    ["commas in quoted cells of one column", 'text\n"a, b"\n"c, d"\n']
  ])("is not seen where there is none: %s", (_, text) => {
    expect(() => readDelimited(text)).not.toThrow();
  });
});

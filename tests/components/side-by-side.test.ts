// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {SideBySide, withCode} from "../../src/components/side-by-side.js";

const entries = [
  {
    what: "A slope",
    left: "y ~ (1 | g)",
    right: '--formula "y ~ (1 | g)"',
    note: "As `brm()` has it."
  },
  {what: "<b>", left: "<i>", right: "&"}
];

describe("SideBySide", () => {
  const list = SideBySide(entries, {left: "brms", right: "Here"});

  it("sets each piece of code under its owner's name", () => {
    const pieces = Array.from(list.querySelectorAll(".said-codes > div"), (piece) => [
      piece.querySelector(".said-owner")?.textContent,
      piece.querySelector("pre")?.textContent
    ]);
    expect(pieces).toEqual([
      ["brms", "y ~ (1 | g)"],
      ["Here", '--formula "y ~ (1 | g)"'],
      ["brms", "<i>"],
      ["Here", "&"]
    ]);
  });

  it("has a note only where there is one, its code marked", () => {
    const notes = [...list.querySelectorAll(".said-note")];
    expect(notes.map(({innerHTML}) => innerHTML)).toEqual([
      'As <code class="short">brm()</code> has it.'
    ]);
  });
});

describe("withCode", () => {
  it("leaves plain text as it is", () => {
    expect(withCode("no code")).toEqual(["no code"]);
  });

  it("begins and ends with code", () => {
    const parts = withCode("`a` or `b`").map((part) =>
      typeof part === "string" ? part : part.textContent
    );
    expect(parts).toEqual(["a", " or ", "b"]);
  });
});

// Two pieces of code that say the same, side by side, under what they say.
import {element} from "./dom.js";

/** What is said, twice; backquotes in the note mark code. */
export interface SaidTwice {
  readonly what: string;
  readonly left: string;
  readonly right: string;
  readonly note?: string;
}

/** Whose words stand left and right, and whether the right ones are code or a sentence. */
export interface SideBySideOptions {
  readonly left: string;
  readonly right: string;
  readonly sentence?: boolean;
}

/** A list of `entries`: a phrase, its two pieces of code, each under its owner's name, and a note. */
export function SideBySide(
  entries: readonly SaidTwice[],
  {left, right, sentence = false}: SideBySideOptions
): HTMLElement {
  return element(
    "ul",
    {class: sentence ? "said-twice refused" : "said-twice"},
    ...entries.map((entry) =>
      element(
        "li",
        {},
        element("p", {class: "said-what"}, entry.what),
        element("div", {class: "said-codes"}, piece(left, entry.left), piece(right, entry.right)),
        entry.note !== undefined && element("p", {class: "said-note"}, ...withCode(entry.note))
      )
    )
  );
}

function piece(owner: string, code: string): HTMLElement {
  return element(
    "div",
    {},
    element("span", {class: "said-owner"}, owner),
    element("pre", {}, element("code", {}, code))
  );
}

/** Code of so many characters is not broken, as in the text of pages. */
const SHORT = 24;

/** Text as nodes, with what stands within backquotes as code. */
export function withCode(text: string): (Node | string)[] {
  return text
    .split("`")
    .map((part, i) => {
      if (i % 2 === 0) return part;
      return element("code", part.length <= SHORT ? {class: "short"} : {}, part);
    })
    .filter((part) => part !== "");
}

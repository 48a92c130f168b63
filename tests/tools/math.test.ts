import {createRequire} from "node:module";
import {describe, expect, it} from "vitest";
import {hasMath, useMath} from "../../tools/math.js";
import type {Markdown} from "../../tools/math.js";

interface Renderer extends Markdown {
  render(source: string, env: {path: string}): string;
}

// Framework brings markdown-it, and a rule of this name before which ours is to stand.
const require = createRequire(import.meta.url);
const markdownIt = require("markdown-it") as () => Renderer;

function render(source: string, path = "/page"): string {
  const markdown = markdownIt();
  markdown.inline.ruler.before("text", "placeholder", () => false);
  useMath(markdown);
  return markdown.render(source, {path});
}

const formulas = (html: string) => html.match(/class="katex"/g)?.length ?? 0;

describe("useMath", () => {
  it("sets $…$ inside a line and $$…$$ as a block of its own", () => {
    expect(formulas(render("with $x^2$ in it and $y$"))).toBe(2);
    const block = render("before\n\n$$\n\\frac{a}{b}\n$$\n\nafter");
    expect(formulas(block)).toBe(1);
    expect(block).toMatch(/katex-display/);
    expect(block).toMatch(/<p>after<\/p>/);
  });

  it("takes a block that opens and closes on one line", () => {
    expect(render("$$ a = b $$")).toMatch(/katex-display/);
  });

  it.each(["costs $5 and $6", "a $ alone", "escaped \\$x\\$", "live ${x} and ${y}", "`$x$`"])(
    "leaves alone what is no formula: %s",
    (source) => {
      expect(formulas(render(source))).toBe(0);
    }
  );

  it("remembers which pages need the style for formulas", () => {
    render("$x$", "/with");
    render("x", "/without");
    expect([hasMath("/with"), hasMath("/without")]).toEqual([true, false]);
  });

  it("fails on TeX that KaTeX does not know, so that the build fails", () => {
    expect(() => render("$\\nosuchcommand{x}$")).toThrow(/nosuchcommand/);
  });
});

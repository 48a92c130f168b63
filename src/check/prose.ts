// No number is typed by hand where one is computed; the rule is in CONTRIBUTING.md.
import {readFileSync} from "node:fs";
import {basename} from "node:path";
import {filesUnder} from "../../tools/fingerprint.mjs";
import {limits} from "../engine/index.js";
import {finder, type Finding} from "./finding.js";
import {proseOf} from "./page-prose.js";
import type {Site, SiteStudy} from "./site.js";

const found = finder("prose");

/** What a number in digits may stand for without being a result; the number is at `#`. */
const allowed: readonly RegExp[] = [
  // A year, or a date.
  /^.*#(1[5-9]|20)\d\d(?!\d|[.,]\d|\s?%)/su,
  /#\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December)\b/su,
  // The level of an interval, of a test or of a band.
  /#(50|80|90|95|99)(\.\d)?\s?%[^.;]*\b(interval|intervals|credible|confidence|tailed|thick|thin|limits?|probability)\b/su,
  /\b(interval|intervals|limits?|probability)\b[^.;]*#(50|80|90|95|99)\s?%/su,
  // The ends of a scale, a 0/1 outcome, and what is counted by a name: "type 7", "section 5.2".
  /#\d to \d\b|\b\d to #\d\b|#0\/1|\b0\/#1/su,
  /\b(type|section|table|figure|chapter|appendix|version|release|releases|model|Node|step) #\d/iu,
  /\breleases \d+ to #\d/iu,
  // What others printed, in quotation marks or called so.
  /“[^”]*#[^”]*”|\b(printed|published) #/su,
  // Where a work is printed: "74: 584–609".
  /#\d+: \d+–\d+|\d+: #\d+–\d+|\d+: \d+–#\d+/su
];

/** A number by itself: not part of a word such as HC3, brms's lkj(1) or W16. */
const number =
  /(?<![\p{L}\d_.,(–-])[+−-]?\d[\d,]*(?:\.\d+)?(?=[^\p{L}\d_(]|$)|(?<=\p{P})\d[\d,]*(?:\.\d+)?(?=\s?%)/gu;

/** Findings on numbers in the pages under docs/ that are no result's value, by the rule. */
export function checkProse({studies}: Site): Finding[] {
  return filesUnder("docs")
    .filter((path) => path.endsWith(".md"))
    .flatMap((path) => {
      const text = readFileSync(path, "utf8");
      const own = studies.filter(({name}) => text.includes(`./data/${name}/`));
      return typedNumbers(text, designOf(own)).map(({line, value}) =>
        found(
          `docs/${basename(path)}:${String(line)}`,
          `${value} is typed by hand; write the value that is computed, as in \${…}, or in words if it is no result`
        )
      );
    });
}

/** The numbers in a page's prose that the rule does not allow, with their lines. */
export function typedNumbers(
  markdown: string,
  design: ReadonlySet<string> = new Set()
): {readonly line: number; readonly value: string}[] {
  return proseOf(markdown).flatMap(({text, line}) =>
    [...text.matchAll(number)].flatMap((match) => {
      const marked = `${text.slice(0, match.index)}#${text.slice(match.index)}`;
      const [value] = match;
      if (design.has(value) || allowed.some((pattern) => pattern.test(marked))) return [];
      return [{line: line + text.slice(0, match.index).split("\n").length - 1, value}];
    })
  );
}

/**
 * The constants of design that the page's studies declare: how many groups their models have as
 * fitted, levels their modifiers, and the limits that every fit is held to. Another fit, another
 * number: a page that names the old one is found.
 */
function designOf(studies: readonly SiteStudy[]): Set<string> {
  const counts = studies.flatMap(({card}) => [
    ...card.models.map(({facts}) => facts.groups),
    ...card.modifiers.map(({levels}) => levels.length)
  ]);
  return new Set(
    [...counts, limits.rhat, limits.ess].flatMap((n) => [String(n), n.toLocaleString("en")])
  );
}

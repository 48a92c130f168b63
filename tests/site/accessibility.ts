// What axe-core finds on an open page, as one line a fault.
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type axe from "axe-core";
import type {Page} from "playwright-core";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The rules that a change of colours alone can break. */
const colourRules = ["color-contrast", "link-in-text-block"];

/** All rules, those that a change of colours alone can break, or the others, which take a small part of the time. */
export type Rules = "all" | "colours" | "but colours";

/** A drawing taken out of the page for a while, and what to put back. */
interface Emptied {
  readonly svg: Element;
  readonly inside: readonly ChildNode[];
}

/**
 * What axe-core finds, by some rules or by all: rule, element, how to mend it. The marks inside drawings are set
 * aside while it looks. They are three quarters of a study's page, an assistive technology sees one image with a name,
 * and axe-core knows no colours of theirs; that nothing in them can be focused is looked at here.
 */
export async function barriers(page: Page, which: Rules = "all"): Promise<string[]> {
  await page.evaluate(source);
  const {violations, focusable} = await page.evaluate(
    async ({which: wanted, values}) => {
      const drawings = [...document.querySelectorAll(".stage svg[role=img]")];
      const inner = drawings.flatMap((svg) => [...svg.querySelectorAll<SVGElement>("*")]);
      const reached = inner.filter(({tabIndex}) => tabIndex >= 0).map(({outerHTML}) => outerHTML);
      const emptied: Emptied[] = drawings.map((svg) => ({svg, inside: [...svg.childNodes]}));
      for (const {svg} of emptied) svg.replaceChildren();
      try {
        const results = await window.axe.run(document, {
          resultTypes: ["violations"],
          ...(wanted === "colours" && {runOnly: {type: "rule", values}}),
          ...(wanted === "but colours" && {
            rules: Object.fromEntries(values.map((rule) => [rule, {enabled: false}]))
          })
        });
        return {violations: results.violations, focusable: reached};
      } finally {
        for (const {svg, inside} of emptied) svg.replaceChildren(...inside);
      }
    },
    {which, values: colourRules}
  );
  const found = violations.flatMap(({id, impact, nodes}) =>
    nodes.map(
      (node) =>
        `${impact ?? "unknown"} ${id}: ${node.html.slice(0, 160)} (${node.failureSummary ?? ""})`
    )
  );
  return [...found, ...focusable.map((html) => `focus in a drawing: ${html.slice(0, 160)}`)];
}

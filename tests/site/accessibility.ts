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

/** What axe-core finds, of whatever weight, by some rules or by all: rule, element, how to mend it. */
export async function barriers(page: Page, which: Rules = "all"): Promise<string[]> {
  // Half a million letters are read once a page.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  const violations = await page.evaluate(
    async ({which: wanted, values}) => {
      const without = Object.fromEntries(values.map((rule) => [rule, {enabled: false}]));
      const results = await window.axe.run(document, {
        resultTypes: ["violations"],
        ...(wanted === "colours" && {runOnly: {type: "rule", values}}),
        ...(wanted === "but colours" && {rules: without})
      });
      return results.violations;
    },
    {which, values: colourRules}
  );
  return violations.flatMap(({id, impact, nodes}) =>
    nodes.map(
      (node) =>
        `${impact ?? "unknown"} ${id}: ${node.html.slice(0, 160)} (${node.failureSummary ?? ""})`
    )
  );
}

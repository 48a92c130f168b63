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
export const colourRules = ["color-contrast", "link-in-text-block"];

/** The serious and critical faults of the page, by some rules or by all: rule, element, how to mend it. */
export async function gravestFaults(
  page: Page,
  rules: readonly string[] | "all" = "all"
): Promise<string[]> {
  await page.evaluate(source);
  const violations = await page.evaluate(
    async (values) => {
      const results = await window.axe.run(document, {
        resultTypes: ["violations"],
        ...(values && {runOnly: {type: "rule", values}})
      });
      return results.violations;
    },
    rules === "all" ? null : [...rules]
  );
  return violations
    .filter(({impact}) => impact === "serious" || impact === "critical")
    .flatMap(({id, nodes}) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} (${node.failureSummary ?? ""})`)
    );
}

// Whether the draws of all models of a study can be trusted, one row a model.
import {ScrollBox} from "./data-table.js";
import {element} from "./dom.js";
import {count, every, numberText} from "./format.js";
import {headRow} from "./model-card.js";
import type {ModelCard} from "./study-types.js";

/** What a fit must reach before its numbers are published. */
export const thresholds = {rhat: 1.01, ess: 400, ebfmi: 0.3} as const;

/**
 * The worst diagnostic of each model beside what it must reach. A value out of bounds is marked by
 * a triangle and said in words. Models without a sampler, such as least squares, are left out.
 */
export function DiagnosticsCard(models: readonly ModelCard[]): HTMLElement {
  const sampled = models.filter(({sampler}) => sampler.draws > 0);
  const bad = sampled.filter(({unconverged}) => unconverged !== "");
  const summary =
    bad.length === 0
      ? `The draws of ${every(sampled.length, "model")} can be trusted.`
      : `${count(bad.length, "model")} of ${numberText(sampled.length)} cannot be trusted yet.`;
  return element(
    "section",
    {class: "diagnostics", "aria-label": "Diagnostics"},
    element("p", {class: bad.length === 0 ? "verdict" : "verdict bad"}, summary),
    ScrollBox(
      "Diagnostics by model",
      element(
        "table",
        {},
        element(
          "caption",
          {},
          `The worst parameter of each model. Wanted: R-hat at most ${thresholds.rhat}, effective ` +
            `sample sizes of ${thresholds.ess} or more, no divergence, E-BFMI above ${thresholds.ebfmi}.`
        ),
        headRow("Model", "R-hat", "ESS, bulk", "ESS, tail", "Divergences", "E-BFMI"),
        element("tbody", {}, ...sampled.map(diagnosticsRow))
      )
    )
  );
}

function diagnosticsRow({title, sampler}: ModelCard): HTMLTableRowElement {
  const {max_rhat, min_ess_bulk, min_ess_tail, divergences, min_ebfmi} = sampler;
  return element(
    "tr",
    {},
    element("th", {scope: "row"}, title),
    checked(numberText(max_rhat, 3), max_rhat <= thresholds.rhat),
    checked(numberText(min_ess_bulk), min_ess_bulk >= thresholds.ess),
    checked(numberText(min_ess_tail), min_ess_tail >= thresholds.ess),
    checked(numberText(divergences), divergences === 0),
    // Exact draws have no momentum, so no energy to look at.
    min_ebfmi === null
      ? element("td", {class: "number"}, "not needed")
      : checked(numberText(min_ebfmi, 2), min_ebfmi >= thresholds.ebfmi)
  );
}

function checked(text: string, good: boolean): HTMLTableCellElement {
  if (good) return element("td", {class: "number"}, text);
  return element(
    "td",
    {class: "number out"},
    element("abbr", {title: "out of bounds"}, `\u25b2 ${text}`)
  );
}

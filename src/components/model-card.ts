// A model as its fit describes it: formula, equations, priors, sampler, verdict in words.
import {CopyFold} from "./copy-block.js";
import {ScrollBox} from "./data-table.js";
import {element} from "./dom.js";
import {capitalise, count, listText, numberText} from "./format.js";
import type {ModelCard} from "./study-types.js";

/** The card of one model, without its advice. */
export function ModelCardView(model: ModelCard): HTMLElement {
  const {status, n, cells, family} = model;
  return element(
    "section",
    {class: "model-card", "aria-label": model.title},
    element("p", {class: `status ${status}`}, capitalise(status)),
    element("h3", {}, model.title),
    element("p", {class: "origin"}, model.origin),
    ScrollBox(
      `Formula of ${model.title}`,
      element("pre", {class: "formula"}, [model.formula, ...model.equations].join("\n"))
    ),
    element(
      "p",
      {},
      `${capitalise(family)} outcome; ${count(n, "row")} in ${count(cells, "cell")}.`
    ),
    element("p", {class: model.unconverged ? "verdict bad" : "verdict"}, verdictText(model)),
    element(
      "details",
      {class: "in-force"},
      element("summary", {}, `Its ${count(model.priors.length, "prior")} and its sampler`),
      PriorTable(model),
      SamplerFacts(model)
    ),
    CopyFold("The same model in brms", `brms code of ${model.title}`, model.code.brms),
    CopyFold("The same fit by command", `commands of ${model.title}`, model.code.poolhouse)
  );
}

/** Whether the draws of a model can be trusted, as a sentence with the numbers behind it. */
export function verdictText({sampler, unconverged, signed_off}: ModelCard): string {
  if (unconverged !== "") {
    const despite = signed_off === "" ? "" : ` It is shown all the same: ${signed_off}`;
    return `The draws cannot be trusted: ${unconverged}.${despite}`;
  }
  const facts = [
    `largest R-hat ${numberText(sampler.max_rhat, 3)}`,
    `smallest effective sample size ${numberText(sampler.min_ess_bulk)} in the bulk`,
    `${numberText(sampler.min_ess_tail)} in the tails`,
    count(sampler.divergences, "divergence")
  ];
  return `The draws can be trusted: ${listText(facts)}.`;
}

/** Every prior in force, as the fit reports it, and who chose it. */
export function PriorTable({priors, title}: Pick<ModelCard, "priors" | "title">): HTMLElement {
  const row = ({class: kind, coef, group, prior, source}: ModelCard["priors"][number]) =>
    element(
      "tr",
      {},
      element(
        "th",
        {scope: "row"},
        [kind, coef, group].filter((part) => part !== "").join(" \u00b7 ")
      ),
      element("td", {}, element("code", {}, prior)),
      element("td", {}, source === "user" ? "chosen for this study" : "brms default")
    );
  return ScrollBox(
    `Priors of ${title}`,
    element(
      "table",
      {class: "priors"},
      element("caption", {}, "Priors, taken from the fit"),
      headRow("Parameters", "Prior", "Source"),
      element("tbody", {}, ...priors.map(row))
    )
  );
}

const methods: Readonly<Partial<Record<string, string>>> = {
  nuts: "NUTS",
  exact: "coefficients drawn exactly, variances by slices"
};

/** How the draws were made, as a list of facts. */
export function SamplerFacts({sampler}: Pick<ModelCard, "sampler">): HTMLElement {
  const {method, chains, warmup, draws, seed, divergences, max_treedepth_hits} = sampler;
  const facts: readonly (readonly [string, string])[] = [
    ["Method", methods[method] ?? method],
    [
      "Chains",
      `${numberText(chains)} of ${count(draws, "draw")} after ${numberText(warmup)} of warm-up`
    ],
    ["Seed", seed],
    ["Largest R-hat", numberText(sampler.max_rhat, 3)],
    ["Smallest ESS, bulk", numberText(sampler.min_ess_bulk)],
    ["Smallest ESS, tail", numberText(sampler.min_ess_tail)],
    ...(sampler.min_ebfmi === null
      ? []
      : [["Smallest E-BFMI", numberText(sampler.min_ebfmi, 2)] as const]),
    ["Divergences", numberText(divergences)],
    ["Trees at full depth", numberText(max_treedepth_hits)]
  ];
  const pair = ([term, fact]: readonly [string, string]): HTMLElement =>
    element("div", {}, element("dt", {}, term), element("dd", {}, fact));
  return element("dl", {class: "facts"}, ...facts.map(pair));
}

/** A table head with one row of column headings; one word, which a hyphen may be in, stays on its line. */
export function headRow(...headings: readonly string[]): HTMLTableSectionElement {
  const cells = headings.map((heading) =>
    element("th", {scope: "col", class: heading.includes(" ") ? null : "word"}, heading)
  );
  return element("thead", {}, element("tr", {}, ...cells));
}

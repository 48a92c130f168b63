// Where one fit's numbers come from: file, licence, recodes, key, versions, and how to make them again.
import {CopyBlock} from "./copy-block.js";
import {ScrollBox} from "./data-table.js";
import {element} from "./dom.js";
import {FileRow} from "./file-row.js";
import {count, listText, numberText} from "./format.js";
import {madeWhere} from "./made-where.js";
import {headRow} from "./model-card.js";
import type {ModelCard, StudyCard} from "./study-types.js";

/** Everything that decides the numbers of `model`, the raw file first. */
export function Provenance(study: StudyCard, model: ModelCard): HTMLElement {
  const {source, versions, key, stand_in, stand_in_note, recodes} = study;
  const fact = (term: string, ...words: readonly (Node | string)[]): HTMLElement =>
    element("div", {}, element("dt", {}, term), element("dd", {}, ...words));
  const packages = Object.entries(versions.packages).map(([name, own]) => `${name} ${own}`);
  return element(
    "section",
    {class: "provenance", "aria-label": "Where the numbers come from"},
    stand_in && element("p", {class: "verdict bad"}, stand_in_note),
    element("p", {}, source.citation),
    element(
      "dl",
      {class: "facts wide"},
      fact("File", `${source.file}, ${numberText(source.bytes)} bytes`),
      fact("sha256 of the file", element("code", {class: "hash"}, source.sha256)),
      source.urls.length > 0 &&
        fact("From", ...source.urls.flatMap((url, i) => [i > 0 ? ", " : "", link(url)])),
      fact("Licence", `${source.licence}.`),
      fact(
        "Made by",
        `${listText([`Poolhouse ${versions.poolhouse}`, madeWhere(versions), ...packages])}.`
      ),
      fact(
        "Key of the report",
        element("code", {class: "hash"}, key),
        element("br"),
        "a sha256 of Poolhouse’s version, the rows after recoding, every model’s declaration and fit, the file’s sha256, and the note that rows are simulated, where they are"
      ),
      fact(
        "Key of this fit",
        element("code", {class: "hash"}, model.key),
        element("br"),
        `a sha256 of the file’s sha256, the rows that are fitted, the formula, priors and groups, the engine’s sources, the lockfile, and the sampler’s settings (${settings(model)})`
      )
    ),
    ScrollBox(
      "Recodes with counts",
      element(
        "table",
        {class: "recodes"},
        element("caption", {}, `From the file to the ${count(model.n, "row")} of this model`),
        headRow("Step", "Why", "Without a value", "Rows left"),
        element(
          "tbody",
          {},
          FileRow(source, 1),
          ...recodes.map((recode) => recodeRow(recode, study.modifiers, model))
        )
      )
    ),
    element(
      "p",
      {},
      "To check it yourself: the first command finds the file, refuses it if a byte differs, and writes the recoded rows; the second fits this model with the same seed, draws the same numbers, and prints every parameter with its R-hat and effective sizes."
    ),
    CopyBlock("the commands that make this fit again", model.code.poolhouse)
  );
}

function settings({sampler}: ModelCard): string {
  const {method, chains, warmup, draws, seed} = sampler;
  const way = method === "exact" ? "exact draws" : "NUTS";
  return `${way}, ${count(chains, "chain")}, ${numberText(warmup)} of warm-up, ${numberText(draws)} kept, seed “${seed}”`;
}

function link(url: string): HTMLAnchorElement {
  const doi = /^https:\/\/doi\.org\/(.+)$/.exec(url)?.[1];
  const name = doi === undefined ? new URL(url).hostname : `doi:${doi}`;
  return element("a", {href: url, rel: "noopener noreferrer external"}, name);
}

function recodeRow(
  {name, why, rows, counts}: StudyCard["recodes"][number],
  modifiers: StudyCard["modifiers"],
  {formula}: Pick<ModelCard, "formula">
): HTMLTableRowElement {
  const words = (column: string): string =>
    modifiers.find((modifier) => modifier.name === column)?.label ??
    (formula.startsWith(`${column} ~`) ? "Outcome" : column);
  const lacking = Object.entries(counts)
    .filter(([, n]) => n > 0)
    .map(([column, n]) => `${words(column)}: ${numberText(n)}`);
  return element(
    "tr",
    {},
    element("th", {scope: "row"}, name),
    element("td", {}, why),
    element("td", {}, lacking.length === 0 ? "\u2013" : lacking.join(", ")),
    element("td", {class: "number"}, numberText(rows))
  );
}

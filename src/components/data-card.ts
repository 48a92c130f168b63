// Where a study's rows come from and what each recode left of them.
import {ScrollBox} from "./data-table.js";
import {element} from "./dom.js";
import {FileRow} from "./file-row.js";
import {numberText} from "./format.js";
import {madeWhere} from "./made-where.js";
import {headRow} from "./model-card.js";
import type {StudyCard} from "./study-types.js";

/** Source, fingerprint, licence where nothing else on the page says it, recodes with the rows they leave, versions and the report's key. */
export function DataCard(study: StudyCard, {licence = false} = {}): HTMLElement {
  const {source, recodes, versions, key, stand_in, stand_in_note} = study;
  const fact = (term: string, ...words: readonly (Node | string)[]): HTMLElement =>
    element("div", {}, element("dt", {}, term), element("dd", {}, ...words));
  return element(
    "section",
    {class: "data-card", "aria-label": "Data"},
    stand_in && element("p", {class: "verdict bad"}, stand_in_note),
    element("p", {}, source.citation),
    element(
      "dl",
      {class: "facts wide"},
      fact("File", `${source.file}, ${numberText(source.bytes)} bytes`),
      fact("sha256", element("code", {class: "hash"}, source.sha256)),
      source.urls.length > 0 &&
        fact("From", ...source.urls.flatMap((url, i) => [i > 0 ? ", " : "", Source(url)])),
      licence && fact("Licence", `${source.licence.replace(/\.$/, "")}.`),
      fact("Made by", `Poolhouse ${versions.poolhouse}, ${madeWhere(versions)}`),
      fact("Report key", element("code", {class: "hash"}, key))
    ),
    ScrollBox(
      "Recodes, in order",
      element(
        "table",
        {class: "recodes"},
        element("caption", {}, "Every rule applied to the file, in order"),
        headRow("Step", "Why", "Rows left"),
        element("tbody", {}, FileRow(source), ...recodes.map(recodeRow))
      )
    )
  );
}

function Source(url: string): HTMLElement {
  const doi = /^(?:doi:|https:\/\/doi\.org\/)(.+)$/.exec(url)?.[1];
  const href = doi === undefined ? url : `https://doi.org/${doi}`;
  const name = doi === undefined ? new URL(url).hostname : `doi:${doi}`;
  return element("a", {href, rel: "noopener noreferrer external"}, name);
}

function recodeRow({name, why, rows}: StudyCard["recodes"][number]): HTMLTableRowElement {
  return element(
    "tr",
    {},
    element("th", {scope: "row"}, name),
    element("td", {}, why),
    element("td", {class: "number"}, numberText(rows))
  );
}

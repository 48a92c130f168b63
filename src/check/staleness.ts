// The site is built from exactly what is here now, and its files are as they were built.
import {differences, outputsOf, siteRecord} from "../../tools/site-record.mjs";
import {siteInputs} from "../../tools/fingerprint.mjs";
import type {StudyCard} from "../components/study-types.js";
import {finder, type Finding} from "./finding.js";
import type {Declared} from "./declared.js";
import type {Site} from "./site.js";

const found = finder("staleness");

/** At most so many names in one sentence. */
const named = 5;

/** Findings on inputs that have changed since, files that have, and fits with another key than now. */
export function checkStaleness(site: Site, declared: ReadonlyMap<string, Declared>): Finding[] {
  const record = siteRecord();
  // Files that are not here have not changed, and another report would be one of simulated rows.
  const missing = site.studies.flatMap(({card}) =>
    isMissing(card, declared.get(card.id)) ? [card.source.file] : []
  );
  const inputs = siteInputs();
  // Nor are the files that lie beside them; sources are known by their folders.
  const isElsewhere = (name: string): boolean =>
    missing.length > 0 && !name.includes("/") && !Object.hasOwn(inputs, name);
  const changes = record
    ? [
        ...sentence(
          site.folder,
          differences(record.inputs, inputs).filter((name) => !isElsewhere(name)),
          "since it was built"
        ),
        ...tampered(site.folder, differences(record.outputs, outputsOf(site.folder)))
      ]
    : [found(site.folder, "nobody knows what the site was built from; run npm run report")];
  return [...changes, ...staleFits(site, declared)];
}

function sentence(folder: string, names: readonly string[], since: string): Finding[] {
  if (names.length === 0) return [];
  return [
    found(folder, `the site is stale: ${listed(names)} changed ${since}; run npm run report`)
  ];
}

function tampered(folder: string, names: readonly string[]): Finding[] {
  if (names.length === 0) return [];
  const what = `${listed(names)} ${names.length === 1 ? "is" : "are"} not as built`;
  return [found(folder, `${what}; run npm run report, which writes the site anew`)];
}

/** Each model that is shown under another key than its data, sources and settings have now. */
function staleFits({studies}: Site, declared: ReadonlyMap<string, Declared>): Finding[] {
  return studies.flatMap(({name, card}) => {
    const now = declared.get(card.id);
    if (!now) return [found(name, "the study is shown but no longer declared; take its page out")];
    if (isMissing(card, now)) return [found(name, missingText(card.source.file))];
    const shown = new Map(card.models.map((model) => [model.id, model.key]));
    const stale = [...now.models].filter(([id, {key}]) => shown.get(id) !== key).map(([id]) => id);
    const gone = [...shown.keys()].filter((id) => !now.models.has(id));
    return [...stale, ...gone].map((id) =>
      found(
        `${name}/${id}`,
        "the fit that is shown is not of the data, model, engine and lockfile that are here now; run npm run report"
      )
    );
  });
}

/** Whether a study was fitted to data that are not here, so that what is declared now is of simulated rows. */
function isMissing(card: StudyCard, now: Declared | undefined): boolean {
  return now?.standIn === true && !card.stand_in;
}

function missingText(file: string): string {
  return `its data are not here, and nothing of it can be compared; put ${file} into the folder that POOLHOUSE_DATA names, or run ./bin/poolhouse data`;
}

function listed(names: readonly string[]): string {
  const more = names.length - named;
  return `${names.slice(0, named).join(", ")}${more > 0 ? ` and ${String(more)} more` : ""}`;
}

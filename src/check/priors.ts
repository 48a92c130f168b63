// The site shows the priors that the models were fitted with, and that are declared now.
import {readFileSync} from "node:fs";
import {fromArrow} from "../data/arrow.js";
import type {ModelCard} from "../components/study-types.js";
import {finder, type Finding} from "./finding.js";
import type {Declared} from "./declared.js";
import {tablePath, type Site} from "./site.js";

const found = finder("priors");

type Row = ModelCard["priors"][number];

const words = ({class: kind, coef, group, prior, source}: Row): string =>
  `${[kind, coef, group].filter((part) => part !== "").join(" ")}: ${prior} (${source})`;

/** Findings on prior tables that differ from the model's own, and on drawn priors that differ. */
export function checkPriors(site: Site, declared: ReadonlyMap<string, Declared>): Finding[] {
  return site.studies.flatMap(({name, card}) => {
    const drawn = drawnPriors(site, name);
    const now = declared.get(card.id);
    return card.models.flatMap((model) => {
      const where = `${name}/${model.id}`;
      const own = now?.standIn === card.stand_in ? now.models.get(model.id)?.priors : undefined;
      const wrong = own ? model.priors.map(words).filter((text, k) => text !== at(own, k)) : [];
      const short = own !== undefined && own.length !== model.priors.length;
      const shown = new Set(model.priors.map(({class: kind, prior}) => `${kind}: ${prior}`));
      const foreign = (drawn.get(model.id) ?? []).filter((text) => !shown.has(text));
      return [
        ...(wrong.length > 0 || short
          ? [
              found(
                where,
                `the prior table says ${wrong[0] ?? `${String(model.priors.length)} priors`}, and the model has ${at(own ?? [], model.priors.map(words).indexOf(wrong[0])) || `${String(own?.length ?? 0)} priors`}; run npm run report`
              )
            ]
          : []),
        ...(foreign.length > 0
          ? [
              found(
                where,
                `the drawn prior ${foreign[0]} is not in the prior table; run npm run report`
              )
            ]
          : [])
      ];
    });
  });
}

function at(rows: readonly Row[], k: number): string {
  const row = rows.at(k < 0 ? rows.length : k);
  return row ? words(row) : "";
}

/** The priors of `priors.arrow` by model. */
function drawnPriors(site: Site, study: string): Map<string, string[]> {
  const path = tablePath(site, study, "priors");
  const byModel = new Map<string, string[]>();
  if (path === undefined) return byModel;
  const {model, class: kinds, prior} = fromArrow(readFileSync(path)).columns;
  for (let i = 0; i < model.length; ++i) {
    const one = String(model[i]);
    byModel.set(one, [...(byModel.get(one) ?? []), `${String(kinds[i])}: ${String(prior[i])}`]);
  }
  return byModel;
}

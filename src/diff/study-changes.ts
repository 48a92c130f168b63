// What became of the studies of a site: two built sites, compared.
import {readFileSync} from "node:fs";
import {tablePath, type Site, type SiteStudy} from "../check/site.js";
import type {Outcome} from "../components/format.js";
import {fromArrow} from "../data/arrow.js";
import {error} from "../engine/error.js";
import type {GroupState} from "./group-changes.js";
import {modelChange, type ModelChange, type ModelState, type Setting} from "./model-changes.js";

/** A study that both sites have. */
export interface StudyChange {
  readonly name: string;
  readonly title: string;
  readonly outcome: Outcome;
  /** Data, rows and versions that differ. */
  readonly settings: readonly Setting[];
  readonly models: readonly ModelChange[];
  /** Titles of models that only one of them has. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Two sites, compared. */
export interface SiteChange {
  readonly studies: readonly StudyChange[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Compares the studies of two built sites, by name; raises an InputError when a table of theirs cannot be read. */
export function siteChange(before: Site, after: Site): SiteChange {
  const old = new Map(before.studies.map((study) => [study.name, study]));
  const now = new Map(after.studies.map((study) => [study.name, study]));
  return {
    studies: after.studies.flatMap((study) => {
      const former = old.get(study.name);
      return former ? [studyChange([before, former], [after, study])] : [];
    }),
    added: [...now.values()].filter(({name}) => !old.has(name)).map(({card}) => card.title),
    removed: [...old.values()].filter(({name}) => !now.has(name)).map(({card}) => card.title)
  };
}

type InSite = readonly [site: Site, study: SiteStudy];

const settings: Readonly<Record<string, (study: SiteStudy) => string>> = {
  data: ({card: {source}}) => `${source.file}, sha256 ${source.sha256}`,
  "made from": ({card}) => (card.stand_in ? "simulated rows" : "the real data"),
  "rows left": ({card}) => String(card.recodes.at(-1)?.rows ?? ""),
  Poolhouse: ({card}) => card.versions.poolhouse,
  Node: ({card}) => card.versions.node
};

function studyChange(before: InSite, after: InSite): StudyChange {
  const {name, card} = after[1];
  const [old, now] = [modelStates(before), modelStates(after)];
  return {
    name,
    title: card.title,
    outcome: card.outcome,
    settings: Object.entries(settings)
      .map(([what, read]) => ({what, before: read(before[1]), after: read(after[1])}))
      .filter((one) => one.before !== one.after),
    models: [...now].flatMap(([id, state]) => {
      const former = old.get(id);
      return former ? [modelChange(former, state)] : [];
    }),
    added: [...now].filter(([id]) => !old.has(id)).map(([, {card: model}]) => model.title),
    removed: [...old].filter(([id]) => !now.has(id)).map(([, {card: model}]) => model.title)
  };
}

function modelStates([site, {name, card}]: InSite): Map<string, ModelState> {
  const groups = groupStates(site, name);
  return new Map(
    card.models.map((model) => [model.id, {card: model, groups: groups.get(model.id) ?? new Map()}])
  );
}

/** The groups of every model as `effects.arrow` has them. */
function groupStates(site: Site, study: string): Map<string, Map<string, GroupState>> {
  const path =
    tablePath(site, study, "effects") ??
    error(`missing table: effects of ${study} in ${site.folder}; build it with npm run report`);
  const {columns} = fromArrow(readFileSync(path));
  const number = (name: string, i: number): number => Number(columns[name][i]);
  const states = new Map<string, Map<string, GroupState>>();
  columns.model.forEach((model, i) => {
    const own = states.get(String(model)) ?? new Map<string, GroupState>();
    states.set(String(model), own);
    own.set(String(columns.group[i]), {
      label: String(columns.label[i]),
      n: number("n", i),
      mean: number("partial.mean", i),
      median: number("partial.median", i),
      sd: number("partial.sd", i),
      lower95: number("partial.lower95", i),
      upper95: number("partial.upper95", i),
      positive: number("p_positive", i)
    });
  });
  return states;
}

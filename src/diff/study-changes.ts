// What became of the studies of a site: two built sites, compared.
import {readFileSync} from "node:fs";
import {tablePath, type Site, type SiteStudy} from "../check/site.js";
import type {Outcome} from "../components/format.js";
import {effectColumns, estimates, openTable} from "../components/arrow-columns.js";
import type {GroupState, StudyMoved} from "../components/moved-types.js";
import type {StudyCard} from "../components/study-types.js";
import {error} from "../engine/error.js";
import {isChanged, modelChange, type ModelState} from "./model-changes.js";

/** A study that both sites have; all its models, changed or not. */
export interface StudyChange extends StudyMoved {
  readonly name: string;
  readonly title: string;
  readonly outcome: Outcome;
}

/** A study as one build has it: its card, and the bytes of `effects.arrow`. */
export interface StudyState {
  readonly name: string;
  readonly card: StudyCard;
  readonly effects: Uint8Array;
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
      return former ? [studyChange(stateIn(before, former), stateIn(after, study))] : [];
    }),
    added: [...now.values()].filter(({name}) => !old.has(name)).map(({card}) => card.title),
    removed: [...old.values()].filter(({name}) => !now.has(name)).map(({card}) => card.title)
  };
}

const settings: Readonly<Record<string, (study: StudyState) => string>> = {
  data: ({card: {source}}) => `${source.file}, sha256 ${source.sha256}`,
  "made from": ({card}) => (card.stand_in ? "simulated rows" : "the real data"),
  "rows left": ({card}) => String(card.recodes.at(-1)?.rows ?? ""),
  Poolhouse: ({card}) => card.versions.poolhouse,
  Node: ({card}) => card.versions.node
};

/** Compares a study in two builds. */
export function studyChange(before: StudyState, after: StudyState): StudyChange {
  const {name, card} = after;
  const [old, now] = [modelStates(before), modelStates(after)];
  return {
    name,
    title: card.title,
    outcome: card.outcome,
    settings: Object.entries(settings)
      .map(([what, read]) => ({what, before: read(before), after: read(after)}))
      .filter((one) => one.before !== one.after),
    models: [...now].flatMap(([id, state]) => {
      const former = old.get(id);
      return former ? [modelChange(former, state)] : [];
    }),
    added: [...now].filter(([id]) => !old.has(id)).map(([, {card: model}]) => model.title),
    removed: [...old].filter(([id]) => !now.has(id)).map(([, {card: model}]) => model.title)
  };
}

/** What of a study differs between two builds; null where nothing does. */
export function studyMoved(before: StudyState, after: StudyState): StudyMoved | null {
  const {settings: own, models, added, removed} = studyChange(before, after);
  const changed = models.filter(isChanged);
  return own.length + changed.length + added.length + removed.length === 0
    ? null
    : {settings: own, models: changed, added, removed};
}

function stateIn(site: Site, {name, card}: SiteStudy): StudyState {
  const path =
    tablePath(site, name, "effects") ??
    error(`missing table: effects of ${name} in ${site.folder}; build it with npm run report`);
  return {name, card, effects: readFileSync(path)};
}

function modelStates({card, effects}: StudyState): Map<string, ModelState> {
  const groups = groupStates(effects);
  return new Map(
    card.models.map((model) => [model.id, {card: model, groups: groups.get(model.id) ?? new Map()}])
  );
}

/** The groups of every model as `effects.arrow` has them. */
function groupStates(effects: Uint8Array): Map<string, Map<string, GroupState>> {
  const {rows, text, number} = openTable(Uint8Array.from(effects).buffer);
  const [model, group, label] = [text("model"), text("group"), text("label")];
  const [n, positive] = [number("n"), number("p_positive")];
  const estimate = estimates(number, effectColumns("partial"));
  const states = new Map<string, Map<string, GroupState>>();
  for (let i = 0; i < rows; ++i) {
    const own = states.get(model(i)) ?? new Map<string, GroupState>();
    states.set(model(i), own);
    own.set(group(i), {label: label(i), n: n(i), positive: positive(i), ...estimate(i)});
  }
  return states;
}

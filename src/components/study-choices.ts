// The part of a study's page that maps what else could have been chosen.
import {readChoices} from "./choice-map-tables.js";
import {ChoiceMap} from "./choice-map.js";
import type {Highlight} from "./highlight.js";
import type {LiveCard} from "./live-types.js";
import type {ModelCard, StudyCard} from "./study-types.js";
import type {StudyPage} from "./study-page.js";
import {axisTitle, type Seen} from "./study-parts.js";
import type {EffectRow} from "./types.js";

/** What a page's map is made from. */
export interface PageChoices {
  readonly study: Omit<StudyCard, "models"> & {
    readonly models: readonly (ModelCard & {readonly live: LiveCard | null})[];
  };
  readonly effects: readonly EffectRow[];
  readonly highlight: Highlight;
  /** The bytes of `choices.arrow`. */
  readonly choices: ArrayBuffer;
  /** Fetches `choice-effects.arrow`. */
  readonly choiceEffects: () => Promise<ArrayBuffer>;
  /** The model that is shown; the question that it answers is mapped, or else the first. */
  readonly model: string;
  readonly title: string;
}

/** The map of the question that a model answers. */
export function MapOfChoices(page: PageChoices): HTMLElement {
  const {study, effects, highlight, choices, choiceEffects, model, title} = page;
  const all = readChoices(choices, study.models);
  const question = (all.find((fit) => fit.model === model) ?? all.at(0))?.question;
  const fits = all.filter((fit) => fit.question === question);
  const ids = [...new Set(fits.map((fit) => fit.model))];
  const reference = ids.includes(model) ? model : (ids.at(-1) ?? "");
  return ChoiceMap({
    fits: readChoices(
      choices,
      study.models.filter(({id}) => ids.includes(id))
    ).filter((fit) => fit.question === question),
    effects: choiceEffects,
    groups: effects.filter((row) => row.model === reference),
    modifiers: study.modifiers,
    highlight,
    panel: study.models.flatMap(({id, live}) => (live ? [{id, live}] : [])),
    place: "what-would-change-it",
    outcome: study.outcome,
    title,
    reference,
    name: `${study.id}-choices`,
    standIn: study.stand_in,
    unconverged: study.models.find(({id}) => id === reference)?.unconverged ?? ""
  });
}

/** The same on a page of sections; empty where its report has no map. */
export async function WhatElseCouldBeChosen(page: StudyPage, seen: Seen): Promise<Node> {
  const {report, later, models, highlight} = page;
  const {choices, choiceEffects} = later;
  if (!choices || !choiceEffects) return document.createComment("no choices are mapped");
  return MapOfChoices({
    study: {...report.study, models},
    effects: report.effects,
    highlight,
    choices: await choices(),
    choiceEffects,
    model: seen.model.id,
    title: axisTitle(report.study, seen.model)
  });
}

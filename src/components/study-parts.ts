// What the sections of a study's page share: models, the reader's choice, words for both.
import type {RowWords} from "./row-words.js";
import type {View} from "./controls.js";
import {lowerFirst} from "./filter-words.js";
import type {Lens} from "./lens.js";
import type {LensFiles} from "./lens-source.js";
import type {LiveEngine} from "./live-answer.js";
import type {LiveCard} from "./live-types.js";
import type {PairEngine, PairFiles} from "./pair-source.js";
import type {PopulationEngine} from "./population.js";
import type {ModelCard, StudyCard} from "./study-types.js";
import type {TableCard} from "./table-types.js";
import type {Modifier, Point, Width} from "./types.js";

/** A model as a page knows it. */
export type StudyModel = ModelCard & {
  readonly treatment: string;
  readonly by: readonly string[];
  readonly live: LiveCard | null;
};

/** All models of a study; there is always one. */
export type StudyModels = readonly [StudyModel, ...StudyModel[]];

/** What is fetched when a reader first needs it. */
export interface LaterFiles extends LensFiles {
  readonly engine: () => Promise<LiveEngine & PairEngine & PopulationEngine>;
  readonly covariances: () => Promise<ArrayBuffer>;
  readonly cells: Readonly<Record<string, () => Promise<ArrayBuffer>>>;
  /** The map of choices, its fits and the groups' effects under each, where a report has one. */
  readonly choices?: () => Promise<ArrayBuffer>;
  readonly choiceEffects?: () => Promise<ArrayBuffer>;
  /** `tables.json`, and the bytes of the tables in it that the page has from nothing else. */
  readonly tables: () => Promise<readonly TableCard[]>;
  readonly whole: Readonly<Partial<Record<string, () => Promise<ArrayBuffer>>>>;
}

/** What a comparison of two groups is computed from, fetched at once when the first is asked for. */
export function filesOfPairs(later: LaterFiles): () => Promise<PairFiles> {
  return async () => {
    const [engine, draws, covariances] = await Promise.all([
      later.engine(),
      later.draws(),
      later.covariances()
    ]);
    return {engine, draws, covariances};
  };
}

/** What the reader chose to see, and the numbers that answer it. */
export interface Seen {
  readonly chosen: View;
  readonly lens: Lens;
  readonly problem: string;
  readonly model: StudyModel;
  /** Those that the model's groups are told apart by. */
  readonly modifiers: readonly Modifier[];
}

/** Choices for the bar: what a model's title says before its colon. */
export function modelChoices(models: StudyModels): {value: string; label: string}[] {
  return models.map(({id, title}) => ({value: id, label: title.split(":")[0] ?? title}));
}

/** The study's modifiers that a model groups by, in the study's order. */
export function modelsModifiers(study: Pick<StudyCard, "modifiers">, {by}: StudyModel): Modifier[] {
  return study.modifiers.filter(({name}) => by.includes(name));
}

/** How numbers are said: the unit, and the interval and point that the reader chose. */
export function wordsOf(
  {outcome, row}: Pick<StudyCard, "outcome" | "row">,
  {chosen}: Seen
): {outcome: StudyCard["outcome"]; row?: RowWords; interval: Width; point: Point} {
  return {outcome, ...(row && {row}), interval: chosen.width, point: chosen.point};
}

/** What a figure's banner must say of its model. */
export function statusOf(
  study: Pick<StudyCard, "stand_in">,
  {unconverged}: StudyModel
): {standIn: boolean; unconverged: string} {
  return {standIn: study.stand_in, unconverged};
}

/** The outcome inside a sentence, `names` with their capitals: what a model's title says before its colon. */
export function outcomeWords({title}: StudyModel, names: readonly string[] = []): string {
  return lowerFirst(title.split(":")[0] ?? title, names);
}

/** The title of an axis of effects. */
export function axisTitle(
  {outcome, names}: Pick<StudyCard, "outcome" | "names">,
  model: StudyModel
): string {
  return `effect on ${outcomeWords(model, names)}, ${outcome.unit}`;
}

// `choices` and `choice-effects`: every fit of a study's maps of choices, and the groups' effects under each.
import {error} from "../../engine/error.js";
import type {SummedRows} from "../../engine/index.js";
import {isUnchanged} from "../../live/choices.js";
import type {LiveCard} from "../../live/live-card.js";
import type {Keep} from "../keep/keep.js";
import {shownGroups} from "../report/effects-table.js";
import {posteriorCells} from "../report/estimate-columns.js";
import {liveCard} from "../report/live-card.js";
import {columnsOf, type Cell} from "../report/rows.js";
import type {ReportTable} from "../report/page-tables.js";
import type {FittedModel, StudyDefinition} from "../study.js";
import {choiceWords} from "./choice-words.js";
import {answersOf, type ChoiceEstimate, type ChoiceFit, type ShownGroup} from "./fit-choice.js";
import {fitChoices} from "./fit-choices.js";
import {choiceGrid, type GridModel, type GridPoint} from "./grid.js";
import {otherLikelihoods, slowFits, termsBeside, type SizedTerm} from "./slow-fits.js";

/** Fits of a study at most, as long as every model has its published one and single changes of it. */
const MOST = 120;

/**
 * Fits at most where no question is declared and a model has terms beside its groups', such as clusters: each takes
 * seconds, and single changes of the published one say most.
 */
const FEW = 24;

/**
 * Groups in all fits of such a study at most, so that a map of hundreds of groups does not hold up a first build; those
 * of an outcome of 0 and 1, half of whose fits are sampled, count as several.
 */
const GROUPS = 4000;
const SAMPLED = 4;

/** Independent draws that every fit is to be worth, and the draws per chain that are made for it. */
const WORTH = 1000;
const DRAWS = {least: 500, most: 1000, step: 100} as const;

interface Mapped extends GridModel {
  readonly one: FittedModel;
  readonly cells: SummedRows;
  readonly shown: readonly ShownGroup[];
}

/**
 * The models that answer one question, question by question: as the study declares, else each model
 * that can be refitted by itself. Raises an InputError where it declares a model that cannot be.
 */
export function questionsOf(
  {sameQuestion, models}: Pick<StudyDefinition, "sameQuestion" | "models">,
  refittable: ReadonlySet<string>
): (readonly string[])[] {
  if (!sameQuestion) return models.filter(({id}) => refittable.has(id)).map(({id}) => [id]);
  const wrong = sameQuestion.flat().find((id) => !refittable.has(id));
  if (wrong !== undefined)
    error(`unknown model: ${wrong} in sameQuestion; name models that have cells and live groups`);
  return [...sameQuestion];
}

/**
 * Both tables, none where no model can be refitted. A row of `choices` is a fit: what was chosen, and the
 * average effect over the rows of the groups shown; one of `choice-effects` is a published group under a
 * fit, with the effect of the group that it is part of there. There are `most` fits at most.
 */
export async function choicesTables(
  study: StudyDefinition,
  fitted: readonly FittedModel[],
  keep: Keep,
  most = MOST
): Promise<ReportTable[]> {
  const mapped = new Map(fitted.flatMap((one) => mappedModel(study, one)));
  const questions = questionsOf(study, new Set(mapped.keys()));
  const each = study.sameQuestion ? [] : [...mapped.values()].map(affordable);
  if (questions.length === 0) return [];
  const points = questions.flatMap((ids, q) =>
    choiceGrid(
      ids.map((id) => ofId(mapped, id)),
      Math.min(most, ...each) / questions.length
    ).map((point) => ({...point, question: q + 1, of: ofId(mapped, point.model)}))
  );
  const isPublished = ({choice, of}: (typeof points)[number]): boolean =>
    isUnchanged(of.card, choice);
  const started = performance.now();
  const changed = points.filter((point) => !isPublished(point));
  const tasks = changed.map(({choice, of: {card, cells, shown}}) => ({card, cells, choice, shown}));
  process.stderr.write(`${study.id}: map of choices, ${String(tasks.length)} fits\n`);
  const made = await fitChoices(tasks, {
    keep,
    told: (fits, kept) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      process.stderr.write(
        `${study.id}: map of choices, ${String(fits)} fits made, ${String(kept)} kept (${seconds} s)\n`
      );
    }
  });
  const fits = points.map((point) =>
    isPublished(point)
      ? answersOf(point.of.one.fit, point.of.shown, (key) => key)
      : made[changed.indexOf(point)]
  );
  const rows = points.map((point, i) => choiceRow(point, fits[i], i + 1, isPublished(point)));
  const effects = points.flatMap(({of}, i) => effectRows(of.shown, fits[i], i + 1));
  return [
    {name: "choices", table: columnsOf(rows), types: typesOf(rows[0])},
    {name: "choice-effects", table: columnsOf(effects), types: typesOf(effects[0])}
  ];
}

/** The fits that a study of such models is given at most. */
function affordable(one: Mapped): number {
  if (clustersOf(one.one, one.card).length > 0) return FEW;
  return Math.round(GROUPS / (one.shown.length * (one.zeroOne ? SAMPLED : 1)));
}

function ofId(mapped: ReadonlyMap<string, Mapped>, id: string): Mapped {
  return mapped.get(id) ?? error(`unknown model: ${id}; it cannot be refitted`);
}

function mappedModel(study: StudyDefinition, one: FittedModel): [string, Mapped][] {
  const card = liveCard(one, study) as LiveCard | null;
  const cells = one.summed?.data;
  if (!card || !cells) return [];
  const shown = shownGroups(one).map(({group: {key, n}}) => ({key, n}));
  const {id} = one.model;
  const {options, diagnostics} = one.fit;
  // What the published draws are worth tells how many of another choice's are enough.
  const enough = (WORTH * options.draws) / diagnostics.min_ess_bulk;
  const draws = Math.min(
    DRAWS.most,
    Math.max(DRAWS.least, DRAWS.step * Math.ceil(enough / DRAWS.step))
  );
  const beside = clustersOf(one, card);
  const slow = slowFits(beside, one.fit.method, one.model.sampler?.method);
  const others = slow || study.sameQuestion ? undefined : otherLikelihoods(beside, one.fit.method);
  return [[id, {id, card, zeroOne: cells.outcome.zeroOne, draws, one, cells, shown, slow, others}]];
}

function clustersOf({fit}: FittedModel, {groups}: LiveCard): readonly SizedTerm[] {
  return termsBeside(fit.model.design.terms, groups);
}

type Row = Readonly<Record<string, Cell>>;

function choiceRow(
  {model, choice, question, of}: GridPoint & {question: number; of: Mapped},
  {groups, draws, average, unconverged, refused}: ChoiceFit,
  fit: number,
  published: boolean
): Row {
  const words = choiceWords(of.card, choice, of.zeroOne);
  const {spread, coefficients, likelihood} = choice;
  return {
    ...{fit, question, model},
    groups_kept: choice.groups.join("~"),
    groups: words.groups,
    spread_family: spread.family,
    spread_factor: spread.factor,
    spread: words.spread,
    coefficients_factor: coefficients.factor,
    coefficients: words.coefficients,
    likelihood,
    likelihood_words: words.likelihood,
    draws,
    published: Number(published),
    n_groups: refused === "" ? groups : null,
    ...prefixed(average),
    unconverged: unconverged === "" ? null : unconverged,
    refused: refused === "" ? null : refused
  };
}

function prefixed(average: ChoiceEstimate | null): Row {
  if (!average) return {};
  const cells = Object.entries(posteriorCells(average.summary));
  return {
    ...Object.fromEntries(cells.map(([name, value]) => [`average.${name}`, value])),
    p_positive: average.p_positive
  };
}

function effectRows(shown: readonly ShownGroup[], {effects}: ChoiceFit, fit: number): Row[] {
  return effects.map(({summary, p_positive}, g) => ({
    ...{fit, group: shown[g].key},
    ...{lower95: summary["q2.5"], lower50: summary.q25, median: summary.q50},
    ...{upper50: summary.q75, upper95: summary["q97.5"], p_positive}
  }));
}

const whole = ["fit", "question", "draws", "n_groups"];

/** A figure needs no more than seven digits. */
function typesOf(row: Row): ReportTable["types"] {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => {
      if (typeof value !== "number") return [];
      const kind = name === "published" ? "bool" : whole.includes(name) ? "int32" : "float32";
      return [[name, kind] as const];
    })
  );
}

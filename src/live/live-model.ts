// The spec and the cells of a live fit, from a published model and what a reader changed.
import {
  error,
  keepCells,
  type Columns,
  type ModelSpec,
  type SamplerOptions,
  type SummedRows
} from "../engine/index.js";
import {changePriors} from "./change-priors.js";
import {likelihoods} from "./choices.js";
import type {LiveCard, LiveChoice} from "./live-card.js";
import {regroup} from "./regroup.js";

/** A model to fit, and which published groups each cell belongs to. */
export interface LiveModel {
  readonly spec: ModelSpec & {readonly treatment: string; readonly by: readonly string[]};
  readonly data: SummedRows;
  readonly sampler: Partial<SamplerOptions>;
  /** Controls that the likelihood cannot keep. */
  readonly dropped: readonly string[];
  /** Per cell that is left, the key of its published group, and of its own. */
  readonly published: readonly string[];
  readonly own: readonly string[];
}

/**
 * Joins a published model with a reader's choice. An unchanged choice gives the published spec, cells
 * and sampler, and so the published draws.
 * Raises an InputError when no modifier or no cell is left, or the likelihood does not suit the outcome.
 */
export function liveModel(card: LiveCard, cells: SummedRows, choice: LiveChoice): LiveModel {
  const {spec, sampler} = card;
  const groups = regroup(card, cells, choice);
  const publishedKeys = keysOf(cells.columns, spec.by);
  const keep = Int32Array.from(publishedKeys.keys()).filter(
    (cell) => !choice.without.includes(publishedKeys[cell])
  );
  const whole = keep.length === publishedKeys.length && groups.columns === cells.columns;
  const data = whole ? cells : keepCells(cells, keep, groups.columns);
  const changed = {...spec, formula: groups.formula, by: groups.by};
  const {spec: own, dropped} = withLikelihood(changed, cells, spec.family, choice);
  return {
    spec: own,
    data,
    sampler: {...sampler, ...lengthsOf(sampler, choice)},
    dropped,
    published: Array.from(keep, (cell) => publishedKeys[cell]),
    own: keysOf(data.columns, groups.by)
  };
}

/** Iterations of warm-up below which a chain does not learn its steps. */
const LEAST_WARMUP = 250;

/** Draws of a chain, and the warm-up that so many are worth: half as many, and never more than the published one. */
function lengthsOf(
  {warmup, draws}: LiveCard["sampler"],
  choice: LiveChoice
): Pick<SamplerOptions, "warmup" | "draws"> {
  if (choice.draws === null || choice.draws >= draws) return {warmup, draws: choice.draws ?? draws};
  const enough = Math.max(LEAST_WARMUP, Math.round(choice.draws / 2));
  return {warmup: Math.min(warmup, enough), draws: choice.draws};
}

/** The key of every cell's group: the values of the modifiers with "_" between. */
function keysOf(columns: Columns, by: readonly string[]): string[] {
  const n = Object.values(columns)[0].length;
  return Array.from({length: n}, (_, i) => by.map((name) => String(columns[name][i])).join("_"));
}

function withLikelihood(
  spec: LiveCard["spec"],
  {averaged, outcome}: SummedRows,
  published: string,
  {likelihood, spread, coefficients}: LiveChoice
): Pick<LiveModel, "spec" | "dropped"> {
  const {priorScale, cellsOnly, zeroOne, scale} =
    (likelihoods as Readonly<Partial<typeof likelihoods>>)[likelihood] ??
    error(`unknown likelihood: ${likelihood}; use ${Object.keys(likelihoods).join(" or ")}`);
  if (zeroOne && !outcome.zeroOne)
    error(`unsupported likelihood: ${likelihood}; ${outcome.name} is not 0 or 1 in every row`);
  const factor = priorScale / likelihoods[published].priorScale;
  const priors = changePriors(spec.priors, {
    spread: {...spread, factor: spread.factor * factor},
    coefficients: {factor: coefficients.factor * factor}
  });
  if (likelihood === published) return {spec: {...spec, priors}, dropped: []};
  const dropped = cellsOnly ? averaged.filter((name) => name !== outcome.name) : [];
  const without = (text: string): string =>
    dropped.reduce(
      (so, name) =>
        so.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}._])${name}(?![\\p{L}\\p{N}._])`, "gu"), "1"),
      text
    );
  const [formula, ...equations] = [spec.formula, ...spec.equations].map(without);
  // Under another link the published priors on sigma and the intercept have another unit, and a prior on coefficients
  // that all are dropped is one on nothing.
  const kept = priors.filter(
    (text) =>
      !/^(?:sigma|Intercept)\b/u.test(text) &&
      !(text.startsWith("b:") && !hasCoefficients(formula)) &&
      !dropped.some((name) => text.includes(`[${name}]`))
  );
  const product = [formula, ...equations].find((text) =>
    /[*:]\s*1(?![\w.])|(?<![\w.])1\s*[*:]/u.test(text)
  );
  if (product !== undefined)
    error(
      `unsupported likelihood: ${likelihood}; a column that varies inside cells is multiplied in ${spec.formula}`
    );
  return {spec: {...spec, family: likelihood, scale, formula, equations, priors: kept}, dropped};
}

/** Whether a formula names a column beside its outcome and its group terms. */
function hasCoefficients(formula: string): boolean {
  const population = formula.replace(/^[^~]*~/u, "").replaceAll(/\([^()|]*\|[^()]*\)/gu, "");
  return /\p{L}/u.test(population);
}

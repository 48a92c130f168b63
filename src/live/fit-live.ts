// A live fit: what a page shows of a model that a reader changed.
import {
  fit,
  type Advice,
  type ChainRunner,
  type Effect,
  type Fit,
  type PriorRow,
  type SummedRows
} from "../engine/index.js";
import type {LiveCard, LiveChoice, LiveHeadline} from "./live-card.js";
import {headlineOf} from "./live-headline.js";
import {liveModel, type LiveModel} from "./live-model.js";

/** What is asked for; plain data, safe to send to a worker. */
export interface LiveRequest {
  readonly card: LiveCard;
  readonly cells: SummedRows;
  readonly choice: LiveChoice;
}

/** A group's posterior, and the published groups it is made of with their rows. */
export interface LiveGroup extends Omit<Effect, "rows"> {
  readonly published: readonly {readonly key: string; readonly n: number}[];
}

/** The answer; plain data. */
export interface LiveResult {
  readonly groups: readonly LiveGroup[];
  /** The card's headline here; null where the model has none any more. */
  readonly headline: LiveHeadline | null;
  readonly family: string;
  /** What effects are differences in: the linear predictor, or the outcome's probability. */
  readonly scale: "link" | "response";
  readonly formula: string;
  readonly equations: readonly string[];
  readonly priors: readonly PriorRow[];
  readonly n: number;
  readonly method: string;
  readonly reason: string;
  readonly chains: number;
  readonly draws: number;
  /** Empty when the draws can be trusted, else why not. */
  readonly unconverged: string;
  readonly advice: readonly Advice[];
  /** Controls that the likelihood could not keep. */
  readonly dropped: readonly string[];
}

/**
 * Fits a changed model. Where chains run cannot change the result, and an unchanged choice gives the
 * published draws to the last bit.
 * Raises an InputError on a choice that cannot be fitted, in one sentence.
 */
export async function fitLive(
  {card, cells, choice}: LiveRequest,
  runChains: ChainRunner
): Promise<LiveResult> {
  const model = liveModel(card, cells, choice);
  const fitted = await fit(model.spec, model.data, model.sampler, runChains);
  const {effects, diagnostics, options, advice, method, reason} = fitted;
  const members = membersOf(model);
  const isShown = ({n_treated}: Effect): boolean => !card.only_treated || n_treated > 0;
  const shown = effects.groups.filter(isShown);
  return {
    groups: shown.map(({rows: _, ...group}) => ({
      ...group,
      published: members.get(group.key) ?? []
    })),
    headline: headlineOf(fitted, card.headline?.variable ?? null, isShown),
    family: fitted.model.family,
    scale: effects.scale,
    formula: model.spec.formula,
    equations: model.spec.equations ?? [],
    priors: fitted.model.priors.table,
    n: rowsOf(fitted),
    method,
    reason,
    chains: options.chains,
    draws: options.draws,
    unconverged: diagnostics.reasons.join("; "),
    advice,
    dropped: model.dropped
  };
}

function rowsOf({model}: Fit): number {
  return model.design.rows.total;
}

/** For every group its published ones, with the rows that they still have. */
function membersOf({published, own, data}: LiveModel): Map<string, {key: string; n: number}[]> {
  const members = new Map<string, Map<string, number>>();
  own.forEach((key, cell) => {
    const sizes = members.get(key) ?? new Map<string, number>();
    members.set(
      key,
      sizes.set(published[cell], (sizes.get(published[cell]) ?? 0) + data.counts[cell])
    );
  });
  return new Map(
    [...members].map(([key, sizes]) => [key, [...sizes].map(([one, n]) => ({key: one, n}))])
  );
}

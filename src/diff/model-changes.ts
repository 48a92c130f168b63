// What became of a model: its specification, diagnostics, advice and groups.
import type {Advice, ModelCard} from "../components/study-types.js";
import {groupChanges, type GroupChanges, type GroupState} from "./group-changes.js";

/** A model in one report. */
export interface ModelState {
  readonly card: ModelCard;
  readonly groups: ReadonlyMap<string, GroupState>;
}

/** A setting that differs, in words. */
export interface Setting {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** A model that both reports have. */
export interface ModelChange {
  readonly id: string;
  readonly title: string;
  /** False where the fit's key is the same: then nothing of it can have moved. */
  readonly refitted: boolean;
  readonly settings: readonly Setting[];
  readonly groups: GroupChanges;
  readonly advice: {readonly added: readonly Advice[]; readonly removed: readonly Advice[]};
}

const priorsText = ({priors}: ModelCard): string =>
  priors
    .map(
      ({class: kind, coef, group, prior}) =>
        [kind, coef, group].filter((part) => part !== "").join(" ") + `: ${prior}`
    )
    .join("; ");

const settings: Readonly<Record<string, (card: ModelCard) => string>> = {
  formula: ({formula, equations}) => [formula, ...equations].join("; "),
  family: ({family}) => family,
  priors: priorsText,
  rows: ({n}) => String(n),
  method: ({sampler}) => sampler.method,
  draws: ({sampler: {chains, draws}}) => `${String(chains)} chains of ${String(draws)}`,
  seed: ({sampler}) => sampler.seed,
  "largest R-hat": ({sampler}) => sampler.max_rhat.toFixed(3),
  "smallest bulk ESS": ({sampler}) => sampler.min_ess_bulk.toFixed(0),
  "smallest tail ESS": ({sampler}) => sampler.min_ess_tail.toFixed(0),
  divergences: ({sampler}) => String(sampler.divergences),
  "why the draws cannot be trusted": ({unconverged}) => unconverged || "they can"
};

/** Compares a model in two reports. */
export function modelChange(before: ModelState, after: ModelState): ModelChange {
  const [old, now] = [before.card, after.card];
  const texts = (advice: readonly Advice[]) => new Set(advice.map(({message}) => message));
  const [oldTexts, nowTexts] = [texts(old.advice), texts(now.advice)];
  return {
    id: now.id,
    title: now.title,
    refitted: old.key !== now.key,
    settings: Object.entries(settings)
      .map(([what, read]) => ({what, before: read(old), after: read(now)}))
      .filter((one) => one.before !== one.after),
    groups: groupChanges(before.groups, after.groups),
    advice: {
      added: now.advice.filter(({message}) => !oldTexts.has(message)),
      removed: old.advice.filter(({message}) => !nowTexts.has(message))
    }
  };
}

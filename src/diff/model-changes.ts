// What became of a model: its specification, diagnostics, advice and groups.
import type {Advice, ModelCard} from "../components/study-types.js";
import type {GroupState, ModelChange} from "../components/moved-types.js";
import {groupChanges} from "./group-changes.js";

/** A model in one report. */
export interface ModelState {
  readonly card: ModelCard;
  readonly groups: ReadonlyMap<string, GroupState>;
}

/** The priors of a model that another does not have as they are. */
function ownPriors({priors}: ModelCard, other: ModelCard): string {
  const line = ({class: kind, coef, group, prior}: ModelCard["priors"][number]): string =>
    `${[kind, coef, group].filter((part) => part !== "").join(" ")}: ${prior}`;
  const others = new Set(other.priors.map(line));
  return (
    priors
      .map(line)
      .filter((text) => !others.has(text))
      .join("; ") || "none"
  );
}

const settings: Readonly<Record<string, (card: ModelCard, other: ModelCard) => string>> = {
  formula: ({formula, equations}) => [formula, ...equations].join("; "),
  family: ({family}) => family,
  priors: ownPriors,
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
      .map(([what, read]) => ({what, before: read(old, now), after: read(now, old)}))
      .filter((one) => one.before !== one.after),
    groups: groupChanges(before.groups, after.groups),
    advice: {
      added: now.advice.filter(({message}) => !oldTexts.has(message)),
      removed: old.advice.filter(({message}) => !nowTexts.has(message))
    }
  };
}

/** Whether anything of a model differs. */
export function isChanged({refitted, settings: own, advice, groups}: ModelChange): boolean {
  return (
    refitted ||
    own.length + advice.added.length + advice.removed.length > 0 ||
    groups.shared.some(({shift}) => shift !== 0)
  );
}

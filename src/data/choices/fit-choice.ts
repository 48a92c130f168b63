// One fit of a map of choices: the effect in every published group, and their average.
import {
  averageEffects,
  fit,
  runChainsInTurn,
  sentenceOf,
  shareAbove,
  sharesOf,
  summarize,
  type Fit,
  type Summary,
  type SummedRows
} from "../../engine/index.js";
import {liveModel} from "../../live/live-model.js";
import type {LiveCard, LiveChoice} from "../../live/live-card.js";

/** A published group that is shown, with its rows. */
export interface ShownGroup {
  readonly key: string;
  readonly n: number;
}

/** What to fit; plain data, safe to send to a thread. */
export interface ChoiceTask {
  readonly card: LiveCard;
  readonly cells: SummedRows;
  readonly choice: LiveChoice;
  readonly shown: readonly ShownGroup[];
}

/** A posterior and how sure its sign is. */
export interface ChoiceEstimate {
  readonly summary: Summary;
  readonly p_positive: number;
}

/** What is told of a fit; plain data. */
export interface ChoiceFit {
  /** Groups that the model tells apart. */
  readonly groups: number;
  /** Draws per chain that the answers are of. */
  readonly draws: number;
  /** Over the rows of the groups shown, whose shares are taken as known; null where it was refused. */
  readonly average: ChoiceEstimate | null;
  /** One for every group shown, in order: that of the group that it is part of. */
  readonly effects: readonly ChoiceEstimate[];
  /** Empty when the draws can be trusted, else why not. */
  readonly unconverged: string;
  readonly divergences: number;
  /** Why there is no fit; empty where there is one. */
  readonly refused: string;
}

/**
 * Fits a choice here, chain after chain; where its draws cannot be trusted once more with chains as long as the
 * published ones, and then with the longest, which cure no divergence. A choice that cannot be fitted is told in a
 * sentence.
 */
export async function fitChoice(task: ChoiceTask): Promise<ChoiceFit> {
  const {
    choice,
    card: {sampler, longest}
  } = task;
  let answer = await fitOnce(task, choice.draws ?? sampler.draws);
  if (answer.unconverged !== "" && answer.draws < sampler.draws)
    answer = await fitOnce(task, sampler.draws);
  if (answer.unconverged !== "" && answer.draws < longest && answer.divergences === 0)
    answer = await fitOnce(task, longest);
  return answer;
}

async function fitOnce(task: ChoiceTask, draws: number): Promise<ChoiceFit> {
  const {card, cells, shown} = task;
  const choice = {...task.choice, draws: draws === card.sampler.draws ? null : draws};
  try {
    const model = liveModel(card, cells, choice);
    const own = new Map(model.published.map((key, cell) => [key, model.own[cell]]));
    const one = await fit(model.spec, model.data, model.sampler, runChainsInTurn);
    return answersOf(one, shown, (key) => own.get(key) ?? key);
  } catch (reason) {
    const refused = sentenceOf(reason);
    return {
      ...{groups: 0, draws, average: null, effects: []},
      ...{unconverged: "", divergences: 0, refused}
    };
  }
}

/** What a fit answers for the published groups `shown`; `ownOf` gives the fit's own group of each. */
export function answersOf(
  {effects, diagnostics, options}: Fit,
  shown: readonly ShownGroup[],
  ownOf: (key: string) => string
): ChoiceFit {
  const {groups, draws} = effects;
  if (!draws) throw new Error("missing effects: the model of a map has no treatment");
  const at = new Map(groups.map(({key}, g) => [key, g]));
  const places = shown.map(({key}) => {
    const place = at.get(ownOf(key));
    if (place === undefined)
      throw new Error(`missing group: ${ownOf(key)}, of which ${key} is part`);
    return place;
  });
  const sizes = groups.map(() => 0);
  shown.forEach(({n}, i) => {
    sizes[places[i]] += n;
  });
  const average = averageEffects(draws, sharesOf(sizes));
  return {
    groups: groups.length,
    draws: options.draws,
    average: {
      summary: summarize(average, options.chains, options.draws),
      p_positive: shareAbove(average)
    },
    effects: places.map((g) => {
      // Without the positions of its rows, which are many.
      const {key: _, rows: __, p_positive, ...summary} = groups[g];
      return {summary, p_positive};
    }),
    unconverged: diagnostics.reasons.join("; "),
    divergences: diagnostics.divergences,
    refused: ""
  };
}

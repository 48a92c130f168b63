// Which likelihood a model is refitted with.
import {Field} from "./live-field.js";
import type {LiveEngine} from "./live-answer.js";

/** A list of the likelihoods that suit the outcome; null where there is none to choose from. */
export function LikelihoodChoice(
  {likelihoods}: Pick<LiveEngine, "likelihoods">,
  zeroOne: boolean,
  chosen: string,
  set: (likelihood: string) => void
): HTMLElement | null {
  const own = Object.entries(likelihoods)
    .filter(([value, one]) => zeroOne || !one.zeroOne || value === chosen)
    .map(([value, {label}]) => ({value, label}));
  return own.length < 2 ? null : Field("likelihood", "Likelihood", own, chosen, set);
}

// The one number that a page makes of a model first, from the draws of a fit.
import {
  averageEffects,
  shareAbove,
  sharesOf,
  summarize,
  type Effect,
  type Fit
} from "../engine/index.js";
import type {LiveHeadline} from "./live-card.js";

/**
 * A coefficient's summary, or, where none is named, that of the average effect over groups, each by its rows;
 * null where the model has no such coefficient, or no group of these.
 */
export function headlineOf(
  {parameters, effects}: Pick<Fit, "parameters" | "effects">,
  variable: string | null,
  isShown: (group: Effect) => boolean
): LiveHeadline | null {
  if (variable !== null) {
    const found = parameters.find((one) => one.variable === variable);
    return found ? {...found, variable} : null;
  }
  const sizes = effects.groups.map((group) => (isShown(group) ? group.n : 0));
  if (!effects.draws || !sizes.some((n) => n > 0)) return null;
  const {chains, iterations} = effects.draws;
  const average = averageEffects(effects.draws, sharesOf(sizes));
  const p_positive = shareAbove(average);
  return {...summarize(average, chains, iterations), variable, p_positive};
}

// The scale that effects are told on: the linear predictor's, or the outcome's.
import {error} from "../error.js";
import type {OutcomeFamily} from "../model/family.js";
import {suggestion} from "../nearest.js";

const scales = ["link", "response"] as const;

/** Units of the linear predictor, or of the outcome's mean: log-odds or probability. */
export type EffectScale = (typeof scales)[number];

/** The scale of that name, the link's when left out; raises an InputError when there is none. */
export function parseScale(name: string = scales[0]): EffectScale {
  return (
    scales.find((scale) => scale === name) ??
    error(`unknown scale: ${name}; ${suggestion(name, scales)}`)
  );
}

/** The scales of a family that differ; a normal outcome's two are one, called the link's. */
export function scalesOf(family: OutcomeFamily): readonly EffectScale[] {
  return family === "gaussian" ? scales.slice(0, 1) : scales;
}

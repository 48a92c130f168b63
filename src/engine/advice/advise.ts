// All rules in order, and what they say of a fit.
import type {Advice, Evidence, Rule} from "./advice.js";
import {binaryOutcome} from "./binary-outcome.js";
import {emptyArms} from "./empty-arms.js";
import {missingMainEffect} from "./missing-main-effect.js";
import {noPopulationSlope} from "./no-population-slope.js";
import {smallGroups} from "./small-groups.js";
import {unconverged} from "./unconverged.js";

export type {Advice, Evidence} from "./advice.js";

/** The rules in the order in which their advice is shown: what endangers most comes first. */
export const rules: readonly Rule[] = [
  unconverged,
  missingMainEffect,
  noPopulationSlope,
  emptyArms,
  smallGroups,
  binaryOutcome
];

/** What the rules say of a fit; empty when all is well. */
export function advise(evidence: Evidence): Advice[] {
  return rules.map((rule) => rule(evidence)).filter((advice) => advice !== null);
}

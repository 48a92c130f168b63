// All checks of a built site, in order.
import {studies, type StudyDefinition} from "../data/studies/index.js";
import {checkBudgets} from "./budgets.js";
import {checkCitations} from "./citations.js";
import {checkConvergence} from "./convergence.js";
import {declare, type Declared} from "./declared.js";
import type {Finding} from "./finding.js";
import {checkLinks} from "./links.js";
import {checkPriors} from "./priors.js";
import {checkProse} from "./prose.js";
import {readSite} from "./site.js";
import {checkStaleness} from "./staleness.js";
import {checkStandIn} from "./stand-in.js";

/** What to check, and what to let pass. */
export interface CheckOptions {
  readonly folder: string;
  /** Whether a site on simulated rows may pass. */
  readonly allowStandIn: boolean;
}

/**
 * Everything that is wrong with the site in a folder, none when it may be published; in the project's
 * folder, as pages and sources are read too. Raises an InputError where there is no site, or a study's
 * data are not as declared.
 */
export async function check({folder, allowStandIn}: CheckOptions): Promise<Finding[]> {
  const site = readSite(folder);
  const shown = new Set(site.studies.map(({card}) => card.id));
  const declared = new Map<string, Declared>();
  for (const study of studies.filter(({id}: StudyDefinition) => shown.has(id)))
    declared.set(study.id, await declare(study));
  return [
    ...checkConvergence(site),
    ...checkStaleness(site, declared),
    ...checkPriors(site, declared),
    ...checkProse(site),
    ...checkLinks(site),
    ...checkCitations(site),
    ...checkBudgets(site),
    ...checkStandIn(site, allowStandIn)
  ];
}

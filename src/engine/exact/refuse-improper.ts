// Refuses posteriors that have no integral, before anything is drawn from them.
import {error} from "../error.js";
import type {GaussianModel} from "../posterior/gaussian.js";
import {isSigmaBounded, unboundedSds, type ScalePriors} from "./bounded-scales.js";
import {isDetermined, UNDETERMINED} from "./determined.js";
import type {OneFactor} from "./one-factor.js";
import {fitsPerfectly, WITHOUT_RESIDUALS} from "./perfect-fit.js";
import {PopulationPrior} from "./population-prior.js";

/**
 * Raises an InputError that says why a posterior is improper and what to do: coefficients that are
 * not determined, no residuals, flat priors on scales that the data do not bound [hobert1996].
 * `classes` are those of a model with one factor, null for others.
 */
export function refuseImproper(
  {cells, priors, variables}: GaussianModel,
  classes: OneFactor | null
): void {
  const {precision} = new PopulationPrior(priors.population);
  const scales: ScalePriors = {cells, precision, sds: priors.sds, sigma: priors.sigma};
  if (!isDetermined(cells, precision)) error(UNDETERMINED);
  if (!isSigmaBounded(scales))
    error(
      "invalid posterior: too few rows bound sigma under its flat prior; give sigma a proper prior such as exponential(1)"
    );
  if (scales.sigma && fitsPerfectly(cells, classes)) error(WITHOUT_RESIDUALS);
  const sds = unboundedSds(scales);
  if (sds) {
    const names = sds.map((i) => variables[cells.p + i]).join(" and ");
    error(
      `invalid posterior: too few levels bound ${names} under flat priors; give class sd a proper prior such as normal(0, 1)`
    );
  }
}

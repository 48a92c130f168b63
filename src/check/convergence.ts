// All fits are to be trusted, or signed off by their author with a reason.
import {limits} from "../engine/index.js";
import type {ModelCard} from "../components/study-types.js";
import {finder, type Finding} from "./finding.js";
import type {Site} from "./site.js";

const found = finder("convergence");

/** A finding for each fit that misses a limit and is not signed off. */
export function checkConvergence({studies}: Site): Finding[] {
  return studies.flatMap(({name, card}) =>
    card.models.flatMap((model) => {
      const missed = missedLimits(model);
      if (missed.length === 0 || model.signed_off.trim() !== "") return [];
      return [
        found(
          `${name}/${model.id}`,
          `the fit has not converged (${missed.join("; ")}); give it more draws or a better model, or say in the study's signedOff why it is shown`
        )
      ];
    })
  );
}

/** What a card says against its fit, in its words and by its numbers: one may be edited, not both. */
function missedLimits({unconverged, sampler}: ModelCard): string[] {
  const {divergences, max_rhat, min_ess_bulk, min_ess_tail} = sampler;
  if (unconverged !== "") return [unconverged];
  return [
    !(divergences <= limits.divergences) && `${String(divergences)} divergences`,
    !(max_rhat <= limits.rhat) && `R-hat ${String(max_rhat)}`,
    !(min_ess_bulk >= limits.ess) && `bulk ESS ${String(min_ess_bulk)}`,
    !(min_ess_tail >= limits.ess) && `tail ESS ${String(min_ess_tail)}`
  ].filter((text) => text !== false);
}

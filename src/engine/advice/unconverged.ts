// W23: draws that cannot be trusted yet.
import {limits} from "../diagnostics/verdict.js";
import type {Rule} from "./advice.js";

/** Fires when a diagnostic misses its limit: R-hat, bulk or tail ESS, divergences, E-BFMI. */
export const unconverged: Rule = ({diagnostics, model}) => {
  const {reasons, divergences} = diagnostics;
  if (!reasons.length) return null;
  const simpler = model.design.terms.length > 1 ? ", or drop the group term that is named" : "";
  return {
    code: "W23",
    severity: "error",
    message: `The draws cannot be trusted yet: ${reasons.join("; ")} (limits: R-hat ${String(limits.rhat)}, ESS ${String(limits.ess)}, no divergence).`,
    remedy:
      divergences > 0
        ? `Raise the target acceptance (--target-acceptance 0.99)${simpler}.`
        : `Ask for more draws and a longer warm-up (--draws, --warmup)${simpler}.`
  };
};

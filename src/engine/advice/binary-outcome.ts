// W16: a Gaussian likelihood for an outcome of zeros and ones.
import type {Rule} from "./advice.js";

/** Fires when the outcome is 0 or 1 in every row and the family is Gaussian. */
export const binaryOutcome: Rule = ({model}) => {
  const {outcome, formula} = model.design;
  if (model.family !== "gaussian" || !outcome.every((y) => y === 0 || y === 1)) return null;
  const share = outcome.reduce((sum, y) => sum + y, 0) / outcome.length;
  return {
    code: "W16",
    severity: "note",
    message: `${formula.response} is 0 or 1 (${(100 * share).toFixed(0)}% are 1), and a Gaussian model of it is a linear probability model: effects read as differences in probability, but its residuals cannot be normal and it can predict outside 0 to 1.`,
    remedy:
      "Check that average effects agree with those of a logit model (family bernoulli) before relying on extreme groups."
  };
};

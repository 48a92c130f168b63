// W16: a Gaussian likelihood for an outcome of zeros and ones.
import type {Design} from "../design/design.js";
import {named, type Rule} from "./advice.js";

/** Fires when the outcome is 0 or 1 in every row and the family is Gaussian. */
export const binaryOutcome: Rule = ({model}) => {
  const {formula} = model.design;
  if (model.family !== "gaussian" || !isZeroOne(model.design)) return null;
  const share = shareOfOnes(model.design);
  return {
    code: "W16",
    severity: "note",
    message: `${named(formula.response)} is 0 or 1 (${(100 * share).toFixed(0)}% are 1), and a Gaussian model of it is a linear probability model: effects read as differences in probability, but its residuals cannot be normal and it can predict outside 0 to 1.`,
    remedy:
      "Check that average effects agree with those of a logit model (family bernoulli) before relying on extreme groups."
  };
};

function isZeroOne({outcome, within}: Design): boolean {
  return within ? within.outcome.zeroOne : outcome.every((y) => y === 0 || y === 1);
}

/** The mean outcome; rows count for as many as they stand for. */
function shareOfOnes({outcome, rows: {counts, total}}: Design): number {
  return outcome.reduce((sum, y, i) => sum + (counts ? counts[i] * y : y), 0) / total;
}

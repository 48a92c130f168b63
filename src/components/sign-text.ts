// The sign of an effect with its probability, as a reader is told it.
import {probabilityText} from "./format.js";

/** Which sign an effect more probably has, and how probably: "above zero with a probability of 96%". */
export function signText(p_positive: number): string {
  const side = p_positive >= 0.5 ? "above" : "below";
  return `${side} zero with a probability of ${probabilityText(Math.max(p_positive, 1 - p_positive))}`;
}

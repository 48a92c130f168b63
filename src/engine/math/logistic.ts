// The logistic function: a probability from its log-odds.
import {exp} from "./elementary.js";

/** 1 / (1 + exp(-x)); 0 and 1 at the infinities. */
export function logistic(x: number): number {
  return 1 / (1 + exp(-x));
}

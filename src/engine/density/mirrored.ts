// Which priors of a scale stay smooth when the scale is given a sign.
import type {Distribution} from "./density.js";

/** True when a prior of an sd has slope zero at zero, so that its mirror image joins smoothly. */
export function isMirrored({family, arguments: given}: Distribution): boolean {
  if (family === "flat") return true;
  if (family === "student_t") return given[1] === 0;
  return (family === "normal" || family === "cauchy" || family === "logistic") && given[0] === 0;
}

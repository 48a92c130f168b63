// How far a refit moved an estimate, in posterior standard deviations of the published one.
import {numberText} from "./format.js";

/** A shift that a reader would call one: half a posterior standard deviation. */
const NOTABLE = 0.5;

/** True when a reader would call it a move. */
export function isNotable(shift: number): boolean {
  return Math.abs(shift) > NOTABLE;
}

/** "0.07 standard deviations down". */
export function shiftText(shift: number): string {
  return `${numberText(Math.abs(shift), 2)} standard deviations ${shift < 0 ? "down" : "up"}`;
}

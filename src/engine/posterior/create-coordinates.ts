// The coordinates of a term's levels by the number of coefficients that a level has.
import type {Coordinates} from "./coordinates.js";
import {LevelCoordinates} from "./level-coordinates.js";
import {PairedCoordinates} from "./paired-coordinates.js";
import {SingleCoordinates} from "./single-coordinates.js";

/** Coordinates of `levels` levels of k coefficients; `information` is [k × k × levels]. */
export function createCoordinates(
  k: number,
  levels: number,
  information: Float64Array
): Coordinates {
  if (k === 1) return new SingleCoordinates(levels, information);
  if (k === 2) return new PairedCoordinates(levels, information);
  return new LevelCoordinates(k, levels, information);
}

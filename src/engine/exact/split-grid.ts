// A grid with twice the lines, of which every other one is interpolated: a density need be asked at few nodes.
import type {Grid} from "./grid-builder.js";
import {alongAxis} from "./grid-lines.js";

/** How far an interpolated log density may pass those at both ends of its interval. */
const BEYOND = 0.5;

/**
 * Halves the intervals of all axes, one axis after the other, by the cubics through the nearest four lines. Where these
 * leave the ends of an interval far behind, or an end is infinite, no cubic fits, and what it says is cut off.
 */
export function splitGrid({lines, logDensity, ...rest}: Grid): Grid {
  const lengths = lines.map((own) => own.length);
  let all = logDensity;
  lines.forEach((x, axis) => {
    const count = 2 * x.length - 1;
    all = alongAxis(all, lengths, axis, count, withCubics(x));
    lengths[axis] = count;
  });
  const finer = lines.map((x) =>
    Float64Array.from({length: 2 * x.length - 1}, (_, k) => 0.5 * (x[k >> 1] + x[(k + 1) >> 1]))
  );
  return {...rest, lines: finer, logDensity: all};
}

/** Writes numbers on lines `x`, and between them what cubics say of the middle. */
function withCubics(x: Float64Array): (line: Float64Array, to: Float64Array) => void {
  const near = Math.min(4, x.length);
  const startOf = (i: number): number => Math.max(0, Math.min(i - 1, x.length - near));
  // Lagrange's: the product of the distances from the other lines, relative to the own one's.
  const weights = Float64Array.from({length: near * (x.length - 1)}, (_, at) => {
    const i = Math.floor(at / near);
    const own = startOf(i) + (at % near);
    let weight = 1;
    for (let other = startOf(i); other < startOf(i) + near; ++other)
      if (other !== own) weight *= (0.5 * (x[i] + x[i + 1]) - x[other]) / (x[own] - x[other]);
    return weight;
  });
  return (line, to) => {
    to[0] = line[0];
    for (let i = 0; i + 1 < line.length; ++i) {
      const from = startOf(i);
      let middle = 0;
      for (let m = 0; m < near; ++m) middle += weights[i * near + m] * line[from + m];
      const low = Math.min(line[i], line[i + 1]) - BEYOND;
      const high = Math.max(line[i], line[i + 1]) + BEYOND;
      // What is no number, beside what is infinite, is cut off as well.
      to[2 * i + 1] = middle > high ? high : middle >= low ? middle : low;
      to[2 * i + 2] = line[i + 1];
    }
  };
}

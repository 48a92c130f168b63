// The density of draws as a smooth curve, reflected where the parameter has a bound.
import {error} from "../error.js";
import {exp} from "../math/elementary.js";
import {silvermanBandwidth} from "./bandwidth.js";

/** How to draw a density. */
export interface DensityOptions {
  /** The number of points of the curve, from 2. */
  points?: number;
  /** A bound of the parameter that no draw can pass, in the unit of the draws; 0 for an sd. */
  lower?: number;
  /** As `lower`, from above. */
  upper?: number;
  /** The standard deviation of the kernel; Silverman's rule when left out. */
  bandwidth?: number;
}

/** A density at equally spaced points. */
export interface DensityCurve {
  x: Float64Array;
  density: Float64Array;
  bandwidth: number;
}

/** The curve runs this many bandwidths past the draws; the kernel's mass beyond is below 1e-4. */
const MARGIN = 4;

/** The kernel is cut where it falls below 1e-8 of its peak. */
const KERNEL_REACH = 6;

/** Draws are counted on a grid this fine or finer, so that binning moves no draw visibly. */
const MIN_CELLS = 1024;

/**
 * The Gaussian kernel density estimate of `values` (any order, finite), scaled so that the trapezoids
 * under the curve add up to 1. Kernel mass past a bound is folded back onto the curve, which then
 * need not fall to zero there. [silverman1986] All NaN when the draws are constant (no density exists)
 * or not all finite.
 *
 * Raises an InputError when a draw lies past a bound, or with too few points or a bandwidth not above 0.
 */
export function densityCurve(values: Float64Array, options: DensityOptions = {}): DensityCurve {
  const {points = 256, lower = -Infinity, upper = Infinity} = options;
  const sorted = Float64Array.from(values).sort();
  check(sorted, points, lower, upper, options.bandwidth);
  const bandwidth = options.bandwidth ?? silvermanBandwidth(sorted);
  const least = sorted[0];
  const most = sorted[sorted.length - 1];
  if (!(most - least < Infinity && bandwidth > 0)) return undefinedCurve(points);
  const start = Math.max(lower, least - MARGIN * bandwidth);
  const end = Math.min(upper, most + MARGIN * bandwidth);
  const stride = Math.ceil(MIN_CELLS / (points - 1));
  const step = (end - start) / (stride * (points - 1));
  const counts = countDraws(sorted, start, step, stride * (points - 1) + 1);
  const smooth = convolve(counts, bandwidth / step, start === lower, end === upper);
  const x = new Float64Array(points);
  const density = new Float64Array(points);
  for (let i = 0; i < points; ++i) {
    x[i] = i === points - 1 ? end : start + i * stride * step;
    density[i] = smooth[i * stride];
  }
  normalize(density, stride * step);
  return {x, density, bandwidth};
}

/** Each draw shared between the two grid points around it, by nearness. */
function countDraws(sorted: Float64Array, start: number, step: number, size: number): Float64Array {
  const counts = new Float64Array(size);
  for (let i = 0; i < sorted.length; ++i) {
    const position = (sorted[i] - start) / step;
    const cell = Math.min(Math.floor(position), size - 2);
    counts[cell] += 1 - (position - cell);
    counts[cell + 1] += position - cell;
  }
  return counts;
}

/** The counts spread by a normal kernel with `sd` in grid steps, mirrored at the bounded ends. */
function convolve(
  counts: Float64Array,
  sd: number,
  mirrorStart: boolean,
  mirrorEnd: boolean
): Float64Array {
  const last = counts.length - 1;
  const reach = Math.min(Math.ceil(KERNEL_REACH * sd), last);
  const kernel = new Float64Array(reach + 1);
  for (let k = 0; k <= reach; ++k) kernel[k] = exp(-0.5 * (k / sd) ** 2);
  const smooth = new Float64Array(counts.length);
  for (let j = 0; j <= last; ++j) {
    if (counts[j] === 0) continue;
    for (let k = -reach; k <= reach; ++k) {
      let i = j + k;
      if (i < 0 && mirrorStart) i = -i;
      if (i > last && mirrorEnd) i = 2 * last - i;
      if (i >= 0 && i <= last) smooth[i] += counts[j] * kernel[Math.abs(k)];
    }
  }
  // A mirror maps an end point onto itself, so the loop above counted it once instead of twice.
  if (mirrorStart) smooth[0] *= 2;
  if (mirrorEnd) smooth[last] *= 2;
  return smooth;
}

function normalize(density: Float64Array, step: number): void {
  let area = 0;
  for (let i = 1; i < density.length; ++i) area += 0.5 * step * (density[i - 1] + density[i]);
  for (let i = 0; i < density.length; ++i) density[i] /= area;
}

function undefinedCurve(points: number): DensityCurve {
  const x = new Float64Array(points).fill(NaN);
  return {x, density: Float64Array.from(x), bandwidth: NaN};
}

function check(
  sorted: Float64Array,
  points: number,
  lower: number,
  upper: number,
  bandwidth: number | undefined
): void {
  if (!Number.isInteger(points) || points < 2) {
    error(`invalid points: ${points}; must be a whole number from 2`);
  }
  if (bandwidth !== undefined && !(bandwidth > 0)) {
    error(`invalid bandwidth: ${bandwidth}; must be above 0`);
  }
  const outside = sorted.find((x) => x < lower || x > upper);
  if (outside !== undefined) {
    error(`invalid draw: ${outside}; must lie within the bounds ${lower} and ${upper}`);
  }
}

// The whole shape of a prior: its density with the constant, its moments and its quantiles.
import {exp, log, log1p, tanh} from "../math/elementary.js";
import {createDensity, type Distribution} from "./density.js";

/** A proper distribution of one number. */
export interface PriorShape {
  /** The density at `x`, which integrates to 1; 0 beyond the bounds. */
  density(x: number): number;
  /** The number that a share `p` (0 < p < 1) of the distribution lies below. */
  quantile(p: number): number;
  /** NaN where the tails are too heavy for one. */
  readonly mean: number;
  readonly sd: number;
}

/** A way from the real line to where the parameter lives, and its slope. */
interface Chart {
  readonly at: (u: number) => number;
  readonly slope: (u: number) => number;
  /** Where the line begins; a bound of the parameter. */
  readonly from: number;
}

/** The farthest looked at on the line: beyond it, exp leaves the numbers. */
const REACH = 700;
const COARSE = 0.25;
const FINE = 16384;

/** What is e^-45 of the highest counts for nothing. */
const NEGLIGIBLE = 45;

/**
 * The shape of a prior, cut at 0 where its parameter is `positive`; null for a flat one, which has
 * none, and for "lkj" (see {@link correlationShape}). By Simpson's rule on a line where tails fall
 * exponentially.
 */
export function priorShape(distribution: Distribution, positive: boolean): PriorShape | null {
  const {family, arguments: given} = distribution;
  if (family === "flat" || family === "lkj") return null;
  const density = createDensity(distribution);
  const logDensity = (x: number): number => density.logDensity(x);
  const tail = tailIndex(distribution);
  if (["exponential", "gamma", "inv_gamma", "inv_gamma_variance", "lognormal"].includes(family))
    return integrate(logDensity, {at: exp, slope: exp, from: -REACH}, tail, 0);
  const [centre, scale] = family === "student_t" ? given.slice(1) : given;
  const lower = positive ? 0 : -Infinity;
  const chart: Chart = {
    at: (u) => centre + scale * sinh(u),
    slope: (u) => 0.5 * scale * (exp(u) + exp(-u)),
    from: positive ? asinh(-centre / scale) : -REACH
  };
  return integrate(logDensity, chart, tail, lower);
}

/** One correlation of a `size` × `size` matrix under lkj(eta): a beta on (-1, 1) [lewandowski2009]. */
export function correlationShape(eta: number, size: number): PriorShape {
  const power = eta + size / 2 - 2;
  const slope = (u: number): number => 4 / (exp(u) + exp(-u)) ** 2;
  // log(1 - x²) where x = tanh(u) is too near 1 to tell.
  const logSquare = (u: number): number =>
    2 * (log(2) - Math.abs(u) - log1p(exp(-2 * Math.abs(u))));
  const chart: Chart = {at: tanh, slope, from: -REACH};
  const logDensity = (x: number): number =>
    Math.abs(x) > 1 ? -Infinity : power === 0 ? 0 : power * log(1 - x * x);
  return integrate(logDensity, chart, Infinity, -1, (u) => power * logSquare(u));
}

function integrate(
  logDensity: (x: number) => number,
  {at, slope, from}: Chart,
  tail: number,
  lower: number,
  onLine = (u: number): number => logDensity(at(u))
): PriorShape {
  const logMass = (u: number): number => onLine(u) + log(slope(u));
  const second = (u: number): number => (tail > 2 ? 2 * log(Math.abs(at(u)) + 1e-300) : 0);
  const {start, end, top} = range([logMass, (u) => logMass(u) + second(u)], from);
  const step = (end - start) / FINE;
  const x = new Float64Array(FINE + 1);
  const mass = new Float64Array(FINE + 1);
  for (let k = 0; k <= FINE; ++k) {
    const u = start + k * step;
    x[k] = at(u);
    mass[k] = exp(logMass(u) - top);
  }
  const sum = (of: (k: number) => number): number => {
    let total = 0;
    for (let k = 0; k <= FINE; ++k)
      if (mass[k] > 0) total += (k % FINE === 0 ? 1 : k % 2 ? 4 : 2) * mass[k] * of(k);
    return (total * step) / 3;
  };
  const total = sum(() => 1);
  const mean = tail > 1 ? sum((k) => x[k]) / total : NaN;
  const sd = tail > 2 ? Math.sqrt(sum((k) => (x[k] - mean) ** 2) / total) : NaN;
  const constant = top + log(total);
  return {
    mean,
    sd,
    density: (value) => (value < lower ? 0 : exp(logDensity(value) - constant)),
    quantile: (p) => at(start + step * place(mass, p))
  };
}

/** Where the line holds mass, of any of the functions, and the first one's highest value there. */
function range(
  logs: readonly ((u: number) => number)[],
  from: number
): {start: number; end: number; top: number} {
  const count = Math.ceil((REACH - from) / COARSE);
  const tops = logs.map(() => -Infinity);
  const values = logs.map((of, f) =>
    Float64Array.from({length: count + 1}, (_, k) => {
      const value = of(from + k * COARSE);
      if (value > tops[f]) tops[f] = value;
      return value;
    })
  );
  const counts = (k: number): boolean => values.some((own, f) => own[k] > tops[f] - NEGLIGIBLE);
  let [first, last] = [0, count];
  while (first < count && !counts(first)) ++first;
  while (last > first && !counts(last)) --last;
  return {
    start: from + COARSE * Math.max(0, first - 1),
    end: from + COARSE * Math.min(count, last + 1),
    top: tops[0]
  };
}

/** The place, in steps, that a share `p` of the masses lies before. */
function place(mass: Float64Array, p: number): number {
  const wanted = p * mass.reduce((sum, m, k) => (k === 0 ? 0 : sum + 0.5 * (mass[k - 1] + m)), 0);
  let below = 0;
  for (let k = 1; k < mass.length; ++k) {
    const own = 0.5 * (mass[k - 1] + mass[k]);
    if (below + own >= wanted) return k - 1 + (wanted - below) / own;
    below += own;
  }
  return mass.length - 1;
}

/** Moments below this order exist. */
function tailIndex({family, arguments: [a]}: Distribution): number {
  if (family === "student_t" || family === "inv_gamma") return a;
  if (family === "inv_gamma_variance") return 2 * a;
  return family === "cauchy" ? 1 : Infinity;
}

function sinh(u: number): number {
  return 0.5 * (exp(u) - exp(-u));
}

function asinh(x: number): number {
  const size = log(Math.abs(x) + Math.sqrt(x * x + 1));
  return x < 0 ? -size : size;
}

// One group term: standard normal numbers, sds and correlations become the levels' coefficients.
import {createDensity, type Density, type Distribution} from "../density/density.js";
import {exp} from "../math/elementary.js";
import {CorrelationFactor} from "./correlation.js";

/** What a group term needs to know of its model. */
export interface GroupEffectsOptions {
  readonly coefficients: number;
  readonly levels: number;
  readonly correlated: boolean;
  readonly sds: readonly Distribution[];
  readonly eta: number;
  /** Position of the term's first coordinate in q. */
  readonly at: number;
}

/**
 * Non-centred coefficients of a group term: b = diag(s) L z with z standard normal. Coordinates are
 * one per scale, the correlations' unconstrained numbers, then z, coefficient by coefficient.
 *
 * A scale whose prior is smooth at zero when mirrored there is a signed number, sd = |s|: since
 * (−s, −z) gives the same coefficients, nothing happens at zero, where log sd has an endless tail
 * that a sampler walks slowly. Other scales are s = exp(coordinate).
 */
export class GroupEffects {
  readonly dim: number;
  /** Coefficients by level, [coefficient × levels]. */
  readonly values: Float64Array;
  /** The log density's derivative with respect to `values`, filled by the likelihood. */
  readonly adjoint: Float64Array;
  /** Scales with their signs; the sds are their sizes. */
  readonly scales: Float64Array;
  readonly correlation: CorrelationFactor | null;
  private readonly signed: readonly boolean[];
  private readonly priors: readonly Density[];
  private readonly byFactor: Float64Array;
  private readonly atCorrelation: number;
  private readonly atStandard: number;

  constructor(private readonly options: GroupEffectsOptions) {
    const {coefficients: k, levels, correlated, at} = options;
    const pairs = correlated ? (k * (k - 1)) / 2 : 0;
    this.values = new Float64Array(k * levels);
    this.adjoint = new Float64Array(k * levels);
    this.scales = new Float64Array(k);
    this.signed = options.sds.map(isMirrored);
    this.priors = options.sds.map(createDensity);
    this.correlation = pairs ? new CorrelationFactor(k, options.eta) : null;
    this.byFactor = new Float64Array(k * k);
    this.atCorrelation = at + k;
    this.atStandard = at + k + pairs;
    this.dim = k + pairs + k * levels;
  }

  /** Sets `values` from q and returns the log prior density of the term's coordinates. */
  set(q: Float64Array): number {
    const {scales, signed, priors, values, correlation, atStandard} = this;
    const {coefficients: k, levels, at} = this.options;
    let density = correlation ? correlation.set(q, this.atCorrelation) : 0;
    for (let a = 0; a < k; ++a) {
      const scale = signed[a] ? q[at + a] : exp(q[at + a]);
      scales[a] = scale;
      density += priors[a].logDensity(Math.abs(scale)) + (signed[a] ? 0 : q[at + a]);
    }
    let squares = 0;
    for (let i = atStandard; i < atStandard + k * levels; ++i) squares += q[i] * q[i];
    for (let a = 0; a < k; ++a) {
      const to = a * levels;
      const own = scales[a] * (correlation ? correlation.factor[a * k + a] : 1);
      const from = atStandard + to;
      for (let j = 0; j < levels; ++j) values[to + j] = own * q[from + j];
      if (!correlation) continue;
      for (let c = 0; c < a; ++c) {
        const weight = scales[a] * correlation.factor[a * k + c];
        const other = atStandard + c * levels;
        for (let j = 0; j < levels; ++j) values[to + j] += weight * q[other + j];
      }
    }
    return density - 0.5 * squares;
  }

  /** Writes the derivative with respect to the term's coordinates, given `adjoint`. */
  writeGradient(q: Float64Array, gradient: Float64Array): void {
    const {scales, signed, priors, adjoint, correlation, byFactor, atStandard} = this;
    const {coefficients: k, levels, at} = this.options;
    for (let i = this.atCorrelation; i < atStandard; ++i) gradient[i] = 0;
    for (let i = atStandard; i < atStandard + k * levels; ++i) gradient[i] = -q[i];
    for (let a = 0; a < k; ++a) {
      const scale = scales[a];
      const from = a * levels;
      let byScale = priors[a].slope(Math.abs(scale)) * (scale < 0 ? -1 : 1);
      for (let c = correlation ? 0 : a; c <= a; ++c) {
        const entry = correlation ? correlation.factor[a * k + c] : 1;
        const weight = scale * entry;
        const other = atStandard + c * levels;
        let byEntry = 0;
        for (let j = 0; j < levels; ++j) {
          const g = adjoint[from + j];
          byEntry += g * q[other + j];
          gradient[other + j] += weight * g;
        }
        byFactor[a * k + c] = scale * byEntry;
        byScale += entry * byEntry;
      }
      gradient[at + a] = signed[a] ? byScale : byScale * scale + 1;
    }
    correlation?.addGradient(byFactor, gradient, this.atCorrelation);
  }

  /** Writes the sds into `out` from `to`; returns the count. */
  writeSds(out: Float64Array, to: number): number {
    const {scales} = this;
    for (let a = 0; a < scales.length; ++a) out[to + a] = Math.abs(scales[a]);
    return scales.length;
  }

  /** Writes correlations, row by row below the diagonal, into `out` from `to`; returns the count. */
  writeCorrelations(out: Float64Array, to: number): number {
    if (!this.correlation) return 0;
    const {factor} = this.correlation;
    const k = this.options.coefficients;
    let m = 0;
    for (let i = 1; i < k; ++i)
      for (let j = 0; j < i; ++j) {
        let sum = 0;
        for (let c = 0; c <= j; ++c) sum += factor[i * k + c] * factor[j * k + c];
        // A scale of negative sign turns the signs of its correlations.
        out[to + m++] = this.scales[i] * this.scales[j] < 0 ? -sum : sum;
      }
    return m;
  }
}

/** True when a prior of an sd has slope zero at zero, so that its mirror image joins smoothly. */
function isMirrored({family, arguments: given}: Distribution): boolean {
  if (family === "flat") return true;
  if (family === "student_t") return given[1] === 0;
  return (family === "normal" || family === "cauchy" || family === "logistic") && given[0] === 0;
}

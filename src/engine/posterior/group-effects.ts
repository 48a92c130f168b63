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
 * Non-centred coefficients of a group term: b = diag(sd) L z with z standard normal. Coordinates
 * are log sd per coefficient, the correlations' unconstrained numbers, then z, coefficient by
 * coefficient.
 */
export class GroupEffects {
  readonly dim: number;
  /** Coefficients by level, [coefficient × levels]. */
  readonly values: Float64Array;
  /** The log density's derivative with respect to `values`, filled by the likelihood. */
  readonly adjoint: Float64Array;
  readonly sds: Float64Array;
  readonly correlation: CorrelationFactor | null;
  private readonly priors: readonly Density[];
  private readonly byFactor: Float64Array;
  private readonly atCorrelation: number;
  private readonly atStandard: number;

  constructor(private readonly options: GroupEffectsOptions) {
    const {coefficients: k, levels, correlated, at} = options;
    const pairs = correlated ? (k * (k - 1)) / 2 : 0;
    this.values = new Float64Array(k * levels);
    this.adjoint = new Float64Array(k * levels);
    this.sds = new Float64Array(k);
    this.priors = options.sds.map(createDensity);
    this.correlation = pairs ? new CorrelationFactor(k, options.eta) : null;
    this.byFactor = new Float64Array(k * k);
    this.atCorrelation = at + k;
    this.atStandard = at + k + pairs;
    this.dim = k + pairs + k * levels;
  }

  /** Sets `values` from q and returns the log prior density of the term's coordinates. */
  set(q: Float64Array): number {
    const {sds, priors, values, correlation, atStandard} = this;
    const {coefficients: k, levels, at} = this.options;
    let density = correlation ? correlation.set(q, this.atCorrelation) : 0;
    for (let a = 0; a < k; ++a) {
      const sd = exp(q[at + a]);
      sds[a] = sd;
      density += priors[a].logDensity(sd) + q[at + a];
    }
    let squares = 0;
    for (let i = atStandard; i < atStandard + k * levels; ++i) squares += q[i] * q[i];
    for (let a = 0; a < k; ++a) {
      const to = a * levels;
      const own = sds[a] * (correlation ? correlation.factor[a * k + a] : 1);
      const from = atStandard + to;
      for (let j = 0; j < levels; ++j) values[to + j] = own * q[from + j];
      if (!correlation) continue;
      for (let c = 0; c < a; ++c) {
        const weight = sds[a] * correlation.factor[a * k + c];
        const other = atStandard + c * levels;
        for (let j = 0; j < levels; ++j) values[to + j] += weight * q[other + j];
      }
    }
    return density - 0.5 * squares;
  }

  /** Writes the derivative with respect to the term's coordinates, given `adjoint`. */
  writeGradient(q: Float64Array, gradient: Float64Array): void {
    const {sds, priors, values, adjoint, correlation, byFactor, atStandard} = this;
    const {coefficients: k, levels, at} = this.options;
    for (let i = this.atCorrelation; i < atStandard; ++i) gradient[i] = 0;
    for (let i = atStandard; i < atStandard + k * levels; ++i) gradient[i] = -q[i];
    for (let a = 0; a < k; ++a) {
      const sd = sds[a];
      const from = a * levels;
      let bySd = 0;
      for (let j = 0; j < levels; ++j) bySd += adjoint[from + j] * values[from + j];
      gradient[at + a] = bySd + priors[a].slope(sd) * sd + 1;
      for (let c = correlation ? 0 : a; c <= a; ++c) {
        const weight = sd * (correlation ? correlation.factor[a * k + c] : 1);
        const other = atStandard + c * levels;
        let byEntry = 0;
        for (let j = 0; j < levels; ++j) {
          const g = adjoint[from + j];
          byEntry += g * q[other + j];
          gradient[other + j] += weight * g;
        }
        byFactor[a * k + c] = sd * byEntry;
      }
    }
    correlation?.addGradient(byFactor, gradient, this.atCorrelation);
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
        out[to + m++] = sum;
      }
    return m;
  }
}

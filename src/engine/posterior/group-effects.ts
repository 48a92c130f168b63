// One group term: its scales, correlations and levels' numbers become the levels' coefficients.
import {isMirrored} from "../density/mirrored.js";
import {createDensity, type Density, type Distribution} from "../density/density.js";
import {exp} from "../math/elementary.js";
import {CorrelationFactor} from "./correlation.js";
import type {Coordinates} from "./coordinates.js";
import {createCoordinates} from "./create-coordinates.js";

/** What a group term needs to know of its model. */
export interface GroupEffectsOptions {
  readonly coefficients: number;
  readonly levels: number;
  readonly correlated: boolean;
  readonly sds: readonly Distribution[];
  readonly eta: number;
  /** What the data tell of every level, [k × k × levels]; nothing when it is not given. */
  readonly information?: Float64Array;
  /** Position of the term's first coordinate in q. */
  readonly at: number;
}

/**
 * Coefficients of a group term: b = S a with S = diag(s) L and a standard normal a priori. Coordinates
 * are one per scale, the correlations' unconstrained numbers, then the levels' own (LevelCoordinates),
 * coefficient by coefficient.
 *
 * A scale whose prior is smooth at zero when mirrored there is a signed number, sd = |s|: since
 * (−s, −a) gives the same coefficients, nothing happens at zero, where log sd has an endless tail
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
  /** The levels' coordinates, whose pull is the owner's to set. */
  readonly coordinates: Coordinates;
  private readonly scale: Float64Array;
  private readonly byScale: Float64Array;
  private readonly byFactor: Float64Array;
  private readonly atCorrelation: number;
  private readonly atLevels: number;

  constructor(private readonly options: GroupEffectsOptions) {
    const {coefficients: k, levels, correlated, information, at} = options;
    const pairs = correlated ? (k * (k - 1)) / 2 : 0;
    this.values = new Float64Array(k * levels);
    this.adjoint = new Float64Array(k * levels);
    this.scales = new Float64Array(k);
    this.signed = options.sds.map(isMirrored);
    this.priors = options.sds.map(createDensity);
    this.correlation = pairs ? new CorrelationFactor(k, options.eta) : null;
    this.coordinates = createCoordinates(
      k,
      levels,
      information ?? new Float64Array(k * k * levels)
    );
    this.scale = new Float64Array(k * k);
    this.byScale = new Float64Array(k * k);
    this.byFactor = new Float64Array(k * k);
    this.atCorrelation = at + k;
    this.atLevels = at + k + pairs;
    this.dim = k + pairs + k * levels;
  }

  /** Sets `values` from q and the coordinates' pull; returns the log prior density of the term. */
  set(q: Float64Array): number {
    const {scales, signed, priors, scale, correlation} = this;
    const {coefficients: k, at} = this.options;
    let density = correlation ? correlation.set(q, this.atCorrelation) : 0;
    for (let a = 0; a < k; ++a) {
      const s = signed[a] ? q[at + a] : exp(q[at + a]);
      scales[a] = s;
      density += priors[a].logDensity(Math.abs(s)) + (signed[a] ? 0 : q[at + a]);
      if (!correlation) scale[a * k + a] = s;
      else for (let c = 0; c <= a; ++c) scale[a * k + c] = s * correlation.factor[a * k + c];
    }
    return density + this.coordinates.set(q, this.atLevels, scale, this.values);
  }

  /** Writes the derivative with respect to the term's coordinates, given `adjoint`. */
  writeGradient(gradient: Float64Array): void {
    const {scales, signed, priors, adjoint, correlation, scale, byScale, byFactor} = this;
    const {coefficients: k, at} = this.options;
    for (let i = this.atCorrelation; i < this.atLevels; ++i) gradient[i] = 0;
    this.coordinates.writeGradient(adjoint, scale, gradient, this.atLevels, byScale);
    for (let a = 0; a < k; ++a) {
      const s = scales[a];
      let sum = priors[a].slope(Math.abs(s)) * (s < 0 ? -1 : 1);
      for (let c = correlation ? 0 : a; c <= a; ++c) {
        sum += byScale[a * k + c] * (correlation ? correlation.factor[a * k + c] : 1);
        byFactor[a * k + c] = byScale[a * k + c] * s;
      }
      gradient[at + a] = signed[a] ? sum : sum * s + 1;
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

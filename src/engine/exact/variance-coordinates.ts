// The variances as unconstrained numbers: what is left to explore without coefficients.
import {createDensity, type Density} from "../density/density.js";
import {exp} from "../math/elementary.js";
import {CorrelationFactor} from "../posterior/correlation.js";
import type {GaussianModel} from "../posterior/gaussian.js";
import type {Marginal, SmoothMarginal} from "./marginal.js";
import {heavyTails, type HeavyTail} from "./population-prior.js";
import {spreadOf} from "./residual-scale.js";
import {isMirrored} from "../density/mirrored.js";

/** How scales become coordinates: by their logarithm, or with a sign where the prior allows it. */
export type ScaleForm = "log" | "signed";

/**
 * Coordinates: term by term the scales and the correlations' numbers; log σ unless it is known; and
 * the log weight of every heavy-tailed population prior, which is a normal one of gamma precision.
 */
export class VarianceCoordinates {
  readonly dim: number;
  /** How many come before the weights. */
  readonly variances: number;
  /** What scales are measured in, so that a sampler meets numbers about 1; a table finds them. */
  private readonly unit: number;
  private readonly terms: readonly TermCoordinates[];
  private readonly sigma: Density | null;
  private readonly tails: readonly HeavyTail[];
  private sigmaValue = 1;

  constructor(model: Pick<GaussianModel, "cells" | "priors">, form: ScaleForm) {
    const {cells, priors} = model;
    const spread = spreadOf(model);
    this.unit = form === "signed" && spread > 0 ? spread : 1;
    let at = 0;
    this.terms = cells.terms.map(({columns, correlated}, t) => {
      const term = new TermCoordinates(
        priors.sds[t].map((prior) => ({
          prior: createDensity(prior),
          signed: form === "signed" && isMirrored(prior),
          unit: this.unit
        })),
        correlated && columns.length > 1 ? priors.etas[t] : null,
        at
      );
      at += term.dim;
      return term;
    });
    this.sigma = priors.sigma && createDensity(priors.sigma);
    this.variances = at + (this.sigma ? 1 : 0);
    this.tails = heavyTails(priors.population);
    this.dim = this.variances + this.tails.length;
  }

  /** Sets the marginal's scales and precisions from q; returns sigma. */
  set(q: Float64Array, marginal: Marginal): number {
    const {terms, tails, variances} = this;
    for (let t = 0; t < terms.length; ++t) terms[t].set(q, marginal.scales[t]);
    for (let i = 0; i < tails.length; ++i)
      marginal.precision[tails[i].position] = tails[i].precision * exp(q[variances + i]);
    this.sigmaValue = this.sigma ? this.unit * exp(q[variances - 1]) : 1;
    return this.sigmaValue;
  }

  /** Log prior density of the coordinates set last, up to a constant. */
  logPrior(q: Float64Array): number {
    const {terms, tails, variances, sigma, sigmaValue} = this;
    let density = 0;
    for (let t = 0; t < terms.length; ++t) density += terms[t].density;
    if (sigma) density += sigma.logDensity(sigmaValue) + q[variances - 1];
    for (let i = 0; i < tails.length; ++i) {
      const half = tails[i].df / 2;
      density += half * (q[variances + i] - exp(q[variances + i]));
    }
    return density;
  }

  /** Writes the derivative of prior and marginal density, differentiated at q. */
  writeGradient(q: Float64Array, marginal: SmoothMarginal, gradient: Float64Array): void {
    const {terms, tails, variances, sigma, sigmaValue} = this;
    for (let t = 0; t < terms.length; ++t) terms[t].writeGradient(marginal.byScales[t], gradient);
    if (sigma)
      gradient[variances - 1] = marginal.byLogSigma + sigma.slope(sigmaValue) * sigmaValue + 1;
    for (let i = 0; i < tails.length; ++i) {
      const {position, df} = tails[i];
      const weight = exp(q[variances + i]);
      gradient[variances + i] = marginal.byLogPrecision[position] + (df / 2) * (1 - weight);
    }
  }

  /** Writes sds, correlations and sigma, as they are set, from `at`; returns the next place. */
  write(out: Float64Array, at: number): number {
    let next = at;
    for (const term of this.terms) next = term.writeSds(out, next);
    for (const term of this.terms) next = term.writeCorrelations(out, next);
    if (this.sigma) out[next++] = this.sigmaValue;
    return next;
  }
}

interface Scale {
  readonly prior: Density;
  readonly signed: boolean;
  readonly unit: number;
}

class TermCoordinates {
  readonly dim: number;
  density = 0;
  private readonly values: Float64Array;
  private readonly correlation: CorrelationFactor | null;
  private readonly byFactor: Float64Array;

  constructor(
    private readonly scales: readonly Scale[],
    eta: number | null,
    private readonly at: number
  ) {
    const k = scales.length;
    this.dim = k + (eta === null ? 0 : (k * (k - 1)) / 2);
    this.values = new Float64Array(k);
    this.correlation = eta === null ? null : new CorrelationFactor(k, eta);
    this.byFactor = new Float64Array(k * k);
  }

  set(q: Float64Array, scale: Float64Array): void {
    const {scales, values, correlation, at} = this;
    const k = scales.length;
    this.density = correlation ? correlation.set(q, at + k) : 0;
    for (let a = 0; a < k; ++a) {
      const {prior, signed, unit} = scales[a];
      const value = unit * (signed ? q[at + a] : exp(q[at + a]));
      values[a] = value;
      this.density += prior.logDensity(Math.abs(value)) + (signed ? 0 : q[at + a]);
      if (correlation)
        for (let c = 0; c <= a; ++c) scale[a * k + c] = value * correlation.factor[a * k + c];
      else scale[a * k + a] = value;
    }
  }

  writeGradient(byScale: Float64Array, gradient: Float64Array): void {
    const {scales, values, correlation, byFactor, at} = this;
    const k = scales.length;
    for (let a = 0; a < k; ++a) {
      const {prior, signed, unit} = scales[a];
      const value = values[a];
      let slope = prior.slope(Math.abs(value)) * (value < 0 ? -1 : 1);
      if (correlation)
        for (let c = 0; c <= a; ++c) {
          slope += byScale[a * k + c] * correlation.factor[a * k + c];
          byFactor[a * k + c] = value * byScale[a * k + c];
        }
      else slope += byScale[a * k + a];
      gradient[at + a] = signed ? slope * unit : slope * value + 1;
    }
    if (!correlation) return;
    for (let i = at + k; i < at + this.dim; ++i) gradient[i] = 0;
    correlation.addGradient(byFactor, gradient, at + k);
  }

  writeSds(out: Float64Array, at: number): number {
    const {values} = this;
    for (let a = 0; a < values.length; ++a) out[at + a] = Math.abs(values[a]);
    return at + values.length;
  }

  writeCorrelations(out: Float64Array, at: number): number {
    const {values, correlation} = this;
    if (!correlation) return at;
    const k = values.length;
    let next = at;
    for (let i = 1; i < k; ++i)
      for (let j = 0; j < i; ++j) {
        let sum = 0;
        for (let c = 0; c <= j; ++c)
          sum += correlation.factor[i * k + c] * correlation.factor[j * k + c];
        // A scale of negative sign turns the signs of its correlations.
        out[next++] = values[i] * values[j] < 0 ? -sum : sum;
      }
    return next;
  }
}

// Priors of population coefficients as normal ones, some with a precision that is itself drawn.
import type {Distribution} from "../density/density.js";
import {drawGamma} from "../random/gamma.js";
import type {Generator} from "../types.js";

const conjugate = ["normal", "student_t", "cauchy", "flat"];

/** True when a coefficient with this prior can be drawn exactly. */
export function isConjugate({family}: Distribution): boolean {
  return conjugate.includes(family);
}

/**
 * Location and precision per coefficient. A Student t (or Cauchy) prior is a normal one whose
 * precision has a gamma distribution [andrews1974]; `update` draws it given the coefficients.
 */
export class PopulationPrior {
  readonly location: Float64Array;
  /** 0 where the prior is flat. */
  readonly precision: Float64Array;

  constructor(private readonly priors: readonly Distribution[]) {
    const terms = priors.map(normalForm);
    this.location = Float64Array.from(terms, ({location}) => location);
    this.precision = Float64Array.from(terms, ({scale}) => (scale > 0 ? 1 / (scale * scale) : 0));
  }

  /** Sets a marginal density's prior, whose locations are relative to the cells' reference. */
  writeTo(
    {precision, location}: Pick<PopulationPrior, "precision" | "location">,
    reference: Float64Array
  ): void {
    precision.set(this.precision);
    location.set(this.location.map((at, j) => at - reference[j]));
  }

  /** Redraws the precisions of heavy-tailed priors. */
  update(coefficients: Float64Array, generator: Generator): void {
    this.priors.forEach((prior, j) => {
      const {df, location, scale} = normalForm(prior);
      if (!Number.isFinite(df)) return;
      const z = (coefficients[j] - location) / scale;
      const weight = drawGamma((df + 1) / 2, generator) / ((df + z * z) / 2);
      this.precision[j] = weight / (scale * scale);
    });
  }
}

/** A population coefficient whose prior is a normal one with a precision that has a gamma prior. */
export interface HeavyTail {
  readonly position: number;
  readonly df: number;
  /** The precision for a weight of 1. */
  readonly precision: number;
}

/** The coefficients with Student t and Cauchy priors. */
export function heavyTails(priors: readonly Distribution[]): HeavyTail[] {
  return priors.flatMap((prior, position) => {
    const {df, scale} = normalForm(prior);
    return scale > 0 && Number.isFinite(df) ? [{position, df, precision: 1 / (scale * scale)}] : [];
  });
}

function normalForm({family, arguments: given}: Distribution): {
  df: number;
  location: number;
  scale: number;
} {
  const [a, b, c] = given;
  if (family === "normal") return {df: Infinity, location: a, scale: b};
  if (family === "student_t") return {df: a, location: b, scale: c};
  if (family === "cauchy") return {df: 1, location: a, scale: b};
  return {df: Infinity, location: 0, scale: 0};
}

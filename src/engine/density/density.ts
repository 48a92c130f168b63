// Prior densities of one number: log density up to a constant, and its slope.
import {exp, log, log1p, tanh} from "../math/elementary.js";

/** A distribution by name, with brms's arguments in brms's order; plain data, safe to send. */
export interface Distribution {
  readonly family: Family;
  readonly arguments: readonly number[];
}

/** A log density of one number. */
export interface Density {
  /** Log density at `x`, up to a constant. */
  logDensity(x: number): number;
  /** Its derivative at `x`. */
  slope(x: number): number;
}

/** The families that a prior may name, each with its arguments. */
export const families = {
  normal: ["mean", "sd"],
  student_t: ["df", "location", "scale"],
  cauchy: ["location", "scale"],
  logistic: ["location", "scale"],
  double_exponential: ["location", "scale"],
  exponential: ["rate"],
  gamma: ["shape", "rate"],
  inv_gamma: ["shape", "scale"],
  inv_gamma_variance: ["shape", "scale"],
  lognormal: ["meanlog", "sdlog"],
  flat: [],
  lkj: ["eta"]
} as const satisfies Record<string, readonly string[]>;

/** A family of prior distributions. */
export type Family = keyof typeof families;

/**
 * The density of a distribution. Families on the positive half-line expect `x > 0`; symmetric
 * ones on a positive parameter are its half versions, since a constant does not matter.
 * "inv_gamma_variance" is ours, brms has none: the density of x where x² has an inverse gamma one,
 * the prior on a variance of older software [gelman2006].
 * "lkj" has no density of one number and counts as flat here: cholesky factors carry it.
 */
export function createDensity({family, arguments: given}: Distribution): Density {
  const [a, b, c] = given;
  switch (family) {
    case "normal":
      return new Normal(a, b);
    case "student_t":
      return new StudentT(a, b, c);
    case "cauchy":
      return new StudentT(1, a, b);
    case "logistic":
      return new Logistic(a, b);
    case "double_exponential":
      return new Laplace(a, b);
    case "exponential":
      return new Gamma(1, a);
    case "gamma":
      return new Gamma(a, b);
    case "inv_gamma":
      return new InverseGamma(a, b);
    case "inv_gamma_variance":
      return new RootInverseGamma(a, b);
    case "lognormal":
      return new LogNormal(a, b);
    case "flat":
    case "lkj":
      return new Flat();
  }
}

class Flat implements Density {
  logDensity(): number {
    return 0;
  }
  slope(): number {
    return 0;
  }
}

class Normal implements Density {
  constructor(
    private readonly mean: number,
    private readonly sd: number
  ) {}
  logDensity(x: number): number {
    const z = (x - this.mean) / this.sd;
    return -0.5 * z * z;
  }
  slope(x: number): number {
    return (this.mean - x) / (this.sd * this.sd);
  }
}

class StudentT implements Density {
  constructor(
    private readonly df: number,
    private readonly location: number,
    private readonly scale: number
  ) {}
  logDensity(x: number): number {
    const z = (x - this.location) / this.scale;
    return -0.5 * (this.df + 1) * log1p((z * z) / this.df);
  }
  slope(x: number): number {
    const d = x - this.location;
    return (-(this.df + 1) * d) / (this.df * this.scale * this.scale + d * d);
  }
}

class Logistic implements Density {
  constructor(
    private readonly location: number,
    private readonly scale: number
  ) {}
  logDensity(x: number): number {
    const z = Math.abs(x - this.location) / this.scale;
    return -z - 2 * log1p(exp(-z));
  }
  slope(x: number): number {
    return -tanh((x - this.location) / (2 * this.scale)) / this.scale;
  }
}

class Laplace implements Density {
  constructor(
    private readonly location: number,
    private readonly scale: number
  ) {}
  logDensity(x: number): number {
    return -Math.abs(x - this.location) / this.scale;
  }
  slope(x: number): number {
    return -Math.sign(x - this.location) / this.scale;
  }
}

class Gamma implements Density {
  constructor(
    private readonly shape: number,
    private readonly rate: number
  ) {}
  logDensity(x: number): number {
    return (this.shape - 1) * log(x) - this.rate * x;
  }
  slope(x: number): number {
    return (this.shape - 1) / x - this.rate;
  }
}

class InverseGamma implements Density {
  constructor(
    private readonly shape: number,
    private readonly scale: number
  ) {}
  logDensity(x: number): number {
    return -(this.shape + 1) * log(x) - this.scale / x;
  }
  slope(x: number): number {
    return (this.scale / x - (this.shape + 1)) / x;
  }
}

/** With x² ~ InverseGamma(shape, scale): its density at x², times 2x. */
class RootInverseGamma implements Density {
  constructor(
    private readonly shape: number,
    private readonly scale: number
  ) {}
  logDensity(x: number): number {
    return -(2 * this.shape + 1) * log(x) - this.scale / (x * x);
  }
  slope(x: number): number {
    return ((2 * this.scale) / (x * x) - (2 * this.shape + 1)) / x;
  }
}

class LogNormal implements Density {
  constructor(
    private readonly mean: number,
    private readonly sd: number
  ) {}
  logDensity(x: number): number {
    const z = (log(x) - this.mean) / this.sd;
    return -log(x) - 0.5 * z * z;
  }
  slope(x: number): number {
    return -(1 + (log(x) - this.mean) / (this.sd * this.sd)) / x;
  }
}

// Coordinates of a term's levels that the data leave nearly standard normal, whatever its scale.
import {LevelDeterminant, type Coordinates} from "./coordinates.js";
import {addScaled, dot, fillPlane, multiply, subtractProduct} from "./planes.js";

/**
 * The coefficients b = S a of J levels, S the k × k lower triangular scale, from coordinates u. With
 * D the information that the data hold on a level and g their pull on it, B Bᵀ = I + Sᵀ D S and
 *
 *   a = B⁻ᵀ (u + B⁻¹ Sᵀ g).
 *
 * Were the likelihood normal with that information, u would be standard normal given S. Where data
 * are few (S²D ≪ 1) these are non-centred coordinates, a = u; where they are many, centred ones, b
 * = D⁻¹ g + D^(−½) u; in between a level is centred as far as its data weigh against the prior, the
 * optimum of [papaspiliopoulos2007], for every S anew. D and g choose coordinates only: the posterior
 * is the same for any. Everything is stored [… × levels], levels running fastest.
 */
export class LevelCoordinates implements Coordinates {
  readonly pull: Float64Array;
  readonly byPull: Float64Array;
  private readonly standard: Float64Array;
  /** D S, B with the inverse of its diagonal, and B⁻¹ Sᵀ g. */
  private readonly informed: Float64Array;
  private readonly factor: Float64Array;
  private readonly shift: Float64Array;
  private readonly byStandard: Float64Array;
  private readonly byFactor: Float64Array;
  private readonly back: Float64Array;
  private readonly determinant = new LevelDeterminant();

  /** `information`: [k × k × levels], symmetric and positive semidefinite for every level. */
  constructor(
    private readonly k: number,
    private readonly levels: number,
    private readonly information: Float64Array
  ) {
    const make = (planes: number): Float64Array => new Float64Array(planes * levels);
    [this.pull, this.byPull, this.standard, this.shift, this.byStandard, this.back] = Array.from(
      {length: 6},
      () => make(k)
    );
    [this.informed, this.factor, this.byFactor] = Array.from({length: 3}, () => make(k * k));
  }

  set(q: Float64Array, at: number, scale: Float64Array, values: Float64Array): number {
    const {k, levels: n, standard, factor, shift} = this;
    this.setFactor(scale);
    this.setShift(scale);
    for (let l = k - 1; l >= 0; --l) {
      const own = l * n;
      for (let i = 0; i < n; ++i) standard[own + i] = q[at + own + i] + shift[own + i];
      for (let r = l + 1; r < k; ++r)
        subtractProduct(standard, own, factor, (r * k + l) * n, standard, r * n, n);
      multiply(standard, own, factor, (l * k + l) * n, n);
    }
    for (let i = 0; i < k; ++i) {
      fillPlane(values, i * n, n, 0);
      for (let l = 0; l <= i; ++l)
        if (scale[i * k + l] !== 0) addScaled(values, i * n, scale[i * k + l], standard, l * n, n);
    }
    return this.logDeterminant() - 0.5 * dot(standard, 0, standard, 0, k * n);
  }

  writeGradient(
    adjoint: Float64Array,
    scale: Float64Array,
    gradient: Float64Array,
    at: number,
    byScale: Float64Array
  ): void {
    const {k, levels: n, standard, factor, byStandard} = this;
    byScale.fill(0);
    for (let l = 0; l < k; ++l) {
      const own = l * n;
      for (let i = 0; i < n; ++i) byStandard[own + i] = -standard[own + i];
      for (let i = l; i < k; ++i) {
        addScaled(byStandard, own, scale[i * k + l], adjoint, i * n, n);
        byScale[i * k + l] = dot(adjoint, i * n, standard, own, n);
      }
      for (let r = 0; r < l; ++r)
        subtractProduct(byStandard, own, factor, (l * k + r) * n, byStandard, r * n, n);
      multiply(byStandard, own, factor, (l * k + l) * n, n);
    }
    gradient.set(byStandard, at);
    this.setByPull(scale, byScale);
    this.setByFactor();
    this.reverseCholesky();
    this.addByFactor(byScale);
  }

  /** B, below and on the diagonal. */
  private setFactor(scale: Float64Array): void {
    const {k, levels: n, information, informed, factor} = this;
    for (let i = 0; i < k; ++i)
      for (let m = 0; m < k; ++m) {
        const to = (i * k + m) * n;
        fillPlane(informed, to, n, 0);
        for (let l = m; l < k; ++l)
          if (scale[l * k + m] !== 0)
            addScaled(informed, to, scale[l * k + m], information, (i * k + l) * n, n);
      }
    for (let m = 0; m < k; ++m)
      for (let l = m; l < k; ++l) {
        const to = (l * k + m) * n;
        fillPlane(factor, to, n, Number(l === m));
        for (let i = l; i < k; ++i)
          if (scale[i * k + l] !== 0)
            addScaled(factor, to, scale[i * k + l], informed, (i * k + m) * n, n);
        for (let c = 0; c < m; ++c)
          subtractProduct(factor, to, factor, (l * k + c) * n, factor, (m * k + c) * n, n);
        if (l === m) for (let i = to; i < to + n; ++i) factor[i] = 1 / Math.sqrt(factor[i]);
        else multiply(factor, to, factor, (m * k + m) * n, n);
      }
  }

  /** Minus the log of det B, over all levels. */
  private logDeterminant(): number {
    const {k, levels: n, factor, determinant} = this;
    determinant.reset();
    for (let l = 0; l < k; ++l)
      for (let i = (l * k + l) * n, end = i + n; i < end; ++i) determinant.multiply(factor[i]);
    return determinant.log();
  }

  private setShift(scale: Float64Array): void {
    const {k, levels: n, factor, pull, shift} = this;
    for (let l = 0; l < k; ++l) {
      fillPlane(shift, l * n, n, 0);
      for (let i = l; i < k; ++i)
        if (scale[i * k + l] !== 0) addScaled(shift, l * n, scale[i * k + l], pull, i * n, n);
      for (let r = 0; r < l; ++r)
        subtractProduct(shift, l * n, factor, (l * k + r) * n, shift, r * n, n);
      multiply(shift, l * n, factor, (l * k + l) * n, n);
    }
  }

  /** Through the shift: `back` is the derivative with respect to Sᵀ g. */
  private setByPull(scale: Float64Array, byScale: Float64Array): void {
    const {k, levels: n, factor, byStandard, pull, byPull, back} = this;
    for (let l = k - 1; l >= 0; --l) {
      const own = l * n;
      for (let i = own; i < own + n; ++i) back[i] = byStandard[i];
      for (let r = l + 1; r < k; ++r)
        subtractProduct(back, own, factor, (r * k + l) * n, back, r * n, n);
      multiply(back, own, factor, (l * k + l) * n, n);
    }
    byPull.fill(0);
    for (let i = 0; i < k; ++i)
      for (let l = 0; l <= i; ++l) {
        byScale[i * k + l] += dot(pull, i * n, back, l * n, n);
        addScaled(byPull, i * n, scale[i * k + l], back, l * n, n);
      }
  }

  private setByFactor(): void {
    const {k, levels: n, factor, standard, shift, byStandard, byFactor, back} = this;
    for (let i = 0; i < k; ++i)
      for (let l = 0; l <= i; ++l) {
        const to = (i * k + l) * n;
        fillPlane(byFactor, to, n, 0);
        if (i === l) addScaled(byFactor, to, -1, factor, to, n);
        subtractProduct(byFactor, to, standard, i * n, byStandard, l * n, n);
        subtractProduct(byFactor, to, back, i * n, shift, l * n, n);
      }
  }

  /** From the derivative with respect to B to that with respect to B Bᵀ, in place [murray2016]. */
  private reverseCholesky(): void {
    const {k, levels: n, factor, byFactor} = this;
    for (let j = k - 1; j >= 0; --j) {
      const pivot = (j * k + j) * n;
      for (let i = k - 1; i > j; --i) {
        const own = (i * k + j) * n;
        multiply(byFactor, own, factor, pivot, n);
        subtractProduct(byFactor, pivot, byFactor, own, factor, own, n);
        for (let l = 0; l < j; ++l) {
          subtractProduct(byFactor, (i * k + l) * n, byFactor, own, factor, (j * k + l) * n, n);
          subtractProduct(byFactor, (j * k + l) * n, byFactor, own, factor, (i * k + l) * n, n);
        }
      }
      for (let i = pivot; i < pivot + n; ++i) byFactor[i] *= 0.5 * factor[i];
      for (let l = 0; l < j; ++l) {
        const to = (j * k + l) * n;
        for (let i = 0; i < n; ++i) byFactor[to + i] -= 2 * byFactor[pivot + i] * factor[to + i];
      }
    }
  }

  private addByFactor(byScale: Float64Array): void {
    const {k, levels: n, byFactor, informed} = this;
    for (let l = 0; l < k; ++l)
      for (let m = 0; m <= l; ++m) {
        const own = (l * k + m) * n;
        for (let i = l; i < k; ++i)
          byScale[i * k + l] += dot(byFactor, own, informed, (i * k + m) * n, n);
        for (let i = m; i < k; ++i)
          byScale[i * k + m] += dot(byFactor, own, informed, (i * k + l) * n, n);
      }
  }
}

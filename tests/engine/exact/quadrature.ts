// The posterior of few variances by adding up a density over a box of equal cells.
import {expectMean} from "./monte-carlo.js";

/** One axis of the box. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly cells: number;
}

/** Averages over a density of any number of coordinates, by the midpoint rule. */
export class Quadrature {
  private readonly points: Float64Array[];
  private readonly weights: Float64Array;

  constructor(axes: readonly Axis[], logDensity: (q: Float64Array) => number) {
    let points: number[][] = [[]];
    for (const {from, to, cells} of axes)
      points = points.flatMap((point) =>
        Array.from({length: cells}, (_, i) => [...point, from + ((i + 0.5) / cells) * (to - from)])
      );
    this.points = points.map((point) => Float64Array.from(point));
    const logs = this.points.map(logDensity);
    const peak = Math.max(...logs);
    const weights = logs.map((value) => Math.exp(value - peak));
    const total = weights.reduce((a, b) => a + b, 0);
    this.weights = Float64Array.from(weights, (weight) => weight / total);
  }

  mean(f: (q: Float64Array) => number): number {
    return this.points.reduce((sum, point, i) => sum + this.weights[i] * f(point), 0);
  }

  /** Asserts that draws of the same coordinates, one array for each, average as the density does. */
  expectDraws(draws: readonly Float64Array[], f: (q: Float64Array) => number, what: string): void {
    const values = draws[0].map((_, i) => f(Float64Array.from(draws, (own) => own[i])));
    expectMean(values, this.mean(f), what);
  }
}

/** What to compare of a vector: means, squares and products. */
export function momentsOf(dim: number): {what: string; f: (q: Float64Array) => number}[] {
  const each = Array.from({length: dim}, (_, i) => i);
  return each.flatMap((i) => [
    {what: `mean of ${i}`, f: (q: Float64Array) => q[i]},
    ...each.slice(i).map((j) => ({
      what: `product of ${i} and ${j}`,
      f: (q: Float64Array) => q[i] * q[j]
    }))
  ]);
}

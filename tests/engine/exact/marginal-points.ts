// Variances at which marginal densities are held against others.
import type {CrossedMarginal} from "../../../src/engine/exact/crossed-marginal.js";
import type {Marginal} from "../../../src/engine/exact/marginal.js";
import {PopulationPrior} from "../../../src/engine/exact/population-prior.js";
import type {Model} from "../../../src/engine/model/model.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import type {MarginalPoint} from "../../reference/marginal-density.js";
import {product, square, transpose} from "../../reference/dense.js";

/** A point, with the scale S of every term besides the covariance K = SS'. */
export interface Point extends MarginalPoint {
  readonly scales: readonly Float64Array[];
}

/** Random scales, sigma and weights of heavy-tailed priors; scales times `factor`. */
export function pointOf({cells, priors}: Model, seed: string, factor = 1): Point {
  const generator = createGenerator(seed);
  const {precision, location} = new PopulationPrior(priors.population);
  const scales = cells.terms.map(({columns, correlated}) => {
    const k = columns.length;
    return Float64Array.from({length: k * k}, (_, i) => {
      const [row, column] = [Math.floor(i / k), i % k];
      if (column > row || (column < row && !correlated)) return 0;
      return factor * generator.normal();
    });
  });
  return {
    scales,
    covariances: scales.map((own) =>
      Float64Array.from(product(square(own), transpose(square(own))).flat())
    ),
    sigma: 0.3 + generator.uniform(),
    location: [...location],
    precision: Array.from(precision, (own) => own * (0.2 + generator.uniform()))
  };
}

/** Sets a marginal to a point; returns its density there. */
export function evaluateAt({cells}: Model, marginal: Marginal, point: Point): number {
  marginal.scales.forEach((scale, t) => {
    scale.set(point.scales[t]);
  });
  marginal.precision.set(point.precision);
  marginal.location.set(point.location.map((at, j) => at - cells.reference[j]));
  return marginal.evaluate(point.sigma);
}

/** Has a marginal of crossed terms take in a point; false where coefficients are not determined there. */
export function takeIn({cells}: Model, marginal: CrossedMarginal, point: Point): boolean {
  marginal.scales.forEach((scale, t) => {
    scale.set(point.scales[t]);
  });
  marginal.precision.set(point.precision);
  marginal.location.set(point.location.map((at, j) => at - cells.reference[j]));
  const variance = point.sigma * point.sigma;
  marginal.first?.gather(variance);
  const {blocks, size} = marginal.products;
  return marginal.reduce(variance) && marginal.eliminate(blocks, size - 1);
}

/** All that a draw from a marginal gives: population, relative to the reference, then levels. */
export const drawnFrom = ({
  population,
  values
}: Pick<Marginal, "population" | "values">): Float64Array =>
  Float64Array.of(...population, ...values.flatMap((own) => [...own]));

// The normal posterior of all coefficients given the variances, from rows, by the textbook.
import type {Cells} from "../../src/engine/design/cells.js";
import type {Model} from "../../src/engine/model/model.js";
import {eliminate, product, square, times, transpose, zeros, type Matrix} from "./dense.js";

/** Population columns as the cells have them: centred where brms centres. */
export function populationColumns({design}: Model): number[][] {
  const {columns, centred} = design;
  return columns.population.map((column, j) => {
    const mean = column.reduce((a, b) => a + b, 0) / column.length;
    return [...column].map((x) => (centred >= 0 && j !== centred ? x - mean : x));
  });
}

/** One column per coefficient and level of every group term, level running fastest. */
export function levelColumns({design: {terms, columns}}: Model): number[][] {
  return terms.flatMap(({levels, codes}, t) =>
    columns.varying[t].flatMap((column) =>
      levels.map((_, level) => [...column].map((x, i) => (codes[i] === level ? x : 0)))
    )
  );
}

/** The covariance of all levels' coefficients, from the k × k covariance of each term. */
export function levelCovariance({terms}: Cells, covariances: readonly Float64Array[]): number[][] {
  const sizes = terms.map(({columns, levels}) => columns.length * levels);
  const out = zeros(sizes.reduce((a, b) => a + b, 0));
  let at = 0;
  terms.forEach(({columns, levels}, t) => {
    const own = square(covariances[t]);
    for (let a = 0; a < columns.length; ++a)
      for (let b = 0; b < columns.length; ++b)
        for (let j = 0; j < levels; ++j) out[at + a * levels + j][at + b * levels + j] = own[a][b];
    at += sizes[t];
  });
  return out;
}

/** What adds the levels' coefficients up to the cells', cell by cell: [cells × v] by levels. */
export function cellsOfLevels({cells, v, terms}: Cells): number[][] {
  return Array.from({length: cells * v}, (_, i) => {
    const [cell, column] = [Math.floor(i / v), i % v];
    return terms.flatMap(({codes, columns, levels}) =>
      [...columns].flatMap((own) =>
        Array.from({length: levels}, (__, j) => Number(own === column && codes[cell] === j))
      )
    );
  });
}

/** The prior covariance of the cells' coefficients, cell by cell. */
export function cellCovariance(cells: Cells, covariances: readonly Float64Array[]): number[][] {
  const toCells = cellsOfLevels(cells);
  return product(product(toCells, levelCovariance(cells, covariances)), transpose(toCells));
}

export interface Variances {
  readonly sigma: number;
  readonly covariances: readonly Float64Array[];
  readonly location: Float64Array;
  readonly precision: Float64Array;
}

/** Mean and covariance of the population's and then the levels' coefficients. */
export function coefficientPosterior(
  model: Model,
  {sigma, covariances, location, precision}: Variances
): {mean: number[]; covariance: number[][]} {
  const columns: Matrix = [...populationColumns(model), ...levelColumns(model)];
  const weight = 1 / (sigma * sigma);
  const p = precision.length;
  const levels = eliminate(levelCovariance(model.cells, covariances)).inverse;
  const matrix = product(columns, transpose(columns)).map((row, i) =>
    row.map((value, j) => {
      const prior = i < p || j < p ? (i === j ? precision[i] : 0) : levels[i - p][j - p];
      return weight * value + prior;
    })
  );
  const pull = times(columns, [...model.design.outcome]).map(
    (value, i) => weight * value + (i < p ? precision[i] * location[i] : 0)
  );
  const covariance = eliminate(matrix).inverse;
  return {mean: times(covariance, pull), covariance};
}

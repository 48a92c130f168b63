// Whether a model explains its outcome without residuals, so that sigma has no end towards zero.
import type {Cells} from "../design/cells.js";
import {crossProducts, levelCoefficients} from "./cross-products.js";
import type {OneFactor} from "./one-factor.js";
import {Span} from "./span.js";

/** The refusal of a posterior whose sigma could be anything towards 0. */
export const WITHOUT_RESIDUALS =
  "invalid posterior: the model explains the outcome without residuals; drop the term that does";

/** Shares of the squares about the fit, and of the squares about zero, that are rounding. */
const ROUNDING = {fit: 1e-13, zero: 1e-28} as const;

/** Orthogonalising so many coefficients takes a tenth of a second; beyond, the sampler finds out itself. */
const MOST = 700;

/**
 * True when all squares of the outcome about its population fit are rounding, or when all that group
 * coefficients leave over of them are, although rows are left: the density of sigma then grows
 * without bound towards 0. `classes` are those of a model with one factor, null for others.
 */
export function fitsPerfectly(cells: Cells, classes: OneFactor | null): boolean {
  const {n, p, xx, ee, reference} = cells;
  let explained = 0;
  for (let i = 0; i < p; ++i)
    for (let j = 0; j < p; ++j) explained += reference[i] * xx[i * p + j] * reference[j];
  const population = new Span(xx, p);
  for (let j = 0; j < p; ++j) population.add(j);
  if (ee <= ROUNDING.zero * explained && n > population.rank) return true;
  const left = classes ? leftWithin(classes) : leftOfAll(cells);
  return left !== null && left.squares <= ROUNDING.fit * ee && n > left.rank;
}

interface LeftOver {
  readonly squares: number;
  /** Of all columns, population and groups. */
  readonly rank: number;
}

/** Groups share no row: what they leave over is at hand. */
function leftWithin({p, v, within, classes}: OneFactor): LeftOver {
  const size = p + 1;
  const products = new Float64Array(size * size);
  for (let i = 0, at = 0; i < size; ++i)
    for (let j = 0; j <= i; ++j, ++at) products[i * size + j] = products[j * size + i] = within[at];
  const span = new Span(products, size);
  for (let j = 0; j < p; ++j) span.add(j);
  let rank = span.rank;
  for (const {count, factor} of classes)
    for (let a = 0; a < v; ++a) if (factor[a * v + a] > 0) rank += count;
  return {squares: span.leftOver(p), rank};
}

function leftOfAll(cells: Cells): LeftOver | null {
  const size = levelCoefficients(cells) + cells.p + 1;
  if (size > MOST) return null;
  const span = new Span(crossProducts(cells), size);
  for (let i = 0; i + 1 < size; ++i) span.add(i);
  return {squares: span.leftOver(size - 1), rank: span.rank};
}

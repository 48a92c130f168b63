// Whether the data bound the scales that have flat priors.
import type {Cells} from "../design/cells.js";
import type {Distribution} from "../density/density.js";
import {crossProducts, levelCoefficients} from "./cross-products.js";
import {Span} from "./span.js";

/** What decides: data, which population coefficients have flat priors, and the scales' priors. */
export interface ScalePriors {
  readonly cells: Cells;
  /** Precision of each population coefficient's prior, 0 for a flat one. */
  readonly precision: Float64Array;
  readonly sds: readonly (readonly Distribution[])[];
  readonly sigma: Distribution | null;
}

/** Sets of this many flat scales are tried each; larger ones only whole. */
const TRIED_TOGETHER = 3;

/**
 * Positions, counted over all terms' sds, of scales that can grow together without bound; null when
 * there are none. Where m scales grow with r, the density of the outcome falls as r to the power −k,
 * k being how many directions their columns add to those of coefficients with flat priors; the
 * integral exists when k > m, as for three levels and a flat intercept, or two and none.
 */
export function unboundedSds({cells, precision, sds}: ScalePriors): readonly number[] | null {
  const flat = sds.flatMap((own, term) => own.map((prior, column) => ({prior, term, column})));
  const free = flat.flatMap(({prior}, i) => (prior.family === "flat" ? [i] : []));
  const fixed = flatColumns(precision);
  // Columns of different levels are orthogonal: so many levels are enough for any set.
  const plenty = fixed.length + free.length;
  const few = free.filter((i) => informedLevels(cells, flat[i]) <= plenty);
  if (few.length === 0) return null;
  const terms = [...new Set(few.map((i) => flat[i].term))];
  const own = {...cells, terms: terms.map((t) => cells.terms[t])};
  const levels = levelCoefficients(own);
  const size = levels + cells.p + 1;
  const products = crossProducts(own);
  const starts = terms.map((_, k) => levelCoefficients({terms: own.terms.slice(0, k)}));
  const grows = (set: readonly number[]): boolean => {
    const span = new Span(products, size);
    for (const j of fixed) span.add(levels + j);
    const most = span.rank + set.length;
    for (const i of set) {
      const {term, column} = flat[i];
      const k = terms.indexOf(term);
      const from = starts[k] + column * own.terms[k].levels;
      for (let j = 0; j < own.terms[k].levels; ++j)
        if (span.add(from + j) && span.rank > most) return false;
    }
    return true;
  };
  return setsOf(few).find(grows) ?? null;
}

/** True when sigma has a proper prior, or enough rows beyond the flat coefficients and sds. */
export function isSigmaBounded({cells, precision, sds, sigma}: ScalePriors): boolean {
  if (sigma?.family !== "flat") return true;
  const span = new Span(cells.xx, cells.p);
  for (const j of flatColumns(precision)) span.add(j);
  const free = sds.flat().filter(({family}) => family === "flat").length;
  return cells.n - span.rank > free + 1;
}

function flatColumns(precision: Float64Array): number[] {
  return Array.from(precision.keys()).filter((j) => precision[j] === 0);
}

/** Levels at which a coefficient's column is not all 0. */
function informedLevels(
  {cells, terms, v, zz}: Cells,
  {term, column}: {term: number; column: number}
): number {
  const {columns, codes} = terms[term];
  const plane = columns[column] * (v + 1) * cells;
  const informed = new Set<number>();
  for (let c = 0; c < cells; ++c) if (zz[plane + c] > 0) informed.add(codes[c]);
  return informed.size;
}

/** All sets of up to TRIED_TOGETHER members, smaller ones first, and the whole. */
function setsOf(members: readonly number[]): (readonly number[])[] {
  let last: (readonly number[])[] = [[]];
  const sets: (readonly number[])[] = [];
  for (let count = 1; count <= TRIED_TOGETHER; ++count) {
    last = last.flatMap((set) =>
      members.filter((i) => i > (set.at(-1) ?? -1)).map((i) => [...set, i])
    );
    sets.push(...last);
  }
  return [...sets, members];
}

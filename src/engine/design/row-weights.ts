// What every row counts for: weights and known standard errors as one number.
import {error} from "../error.js";
import {expressionText, namesIn, type Expression} from "../formula/expression.js";
import type {Formula} from "../formula/formula.js";
import {arithmetic} from "./frame.js";
import type {Rows} from "./rows.js";

/**
 * The weight of every row in all sums over rows, w / se²: `w` from weights(), else 1, and `se` from
 * se(), else 1. Null when every row counts once; summed rows count for
 * as many as they stand for.
 * Raises an InputError on text, a negative weight, weights that are all zero, and a standard error
 * that is not positive.
 */
export function rowWeights(
  {weights, errors}: Pick<Formula, "weights" | "errors">,
  rows: Rows
): Float64Array | null {
  // Whether rows are counted or weighted, the likelihood is the same.
  if (!weights && !errors) return rows.counts;
  const out = weights ? checkedWeights(weights, rows) : new Float64Array(rows.n).fill(1);
  if (errors) {
    const se = numbers(errors, rows, "standard error");
    for (let i = 0; i < out.length; ++i) {
      if (!(se[i] > 0))
        error(
          `invalid standard error: ${expressionText(errors)} is ${String(se[i])} in row ${fileRow(rows, i)}; it must be positive, so leave the row out or mend it`
        );
      out[i] /= se[i] * se[i];
    }
  }
  return out;
}

function checkedWeights(tree: Expression, rows: Rows): Float64Array {
  const values = numbers(tree, rows, "weight");
  const wrong = values.findIndex((value) => value < 0);
  if (wrong >= 0)
    error(
      `invalid weight: ${expressionText(tree)} is ${String(values[wrong])} in row ${fileRow(rows, wrong)}; weights must not be negative`
    );
  if (!values.some((value) => value > 0))
    error(
      `invalid weights: ${expressionText(tree)} is 0 in every row; some row must count, so mend the column or leave weights() out`
    );
  return values;
}

function numbers(tree: Expression, rows: Rows, what: string): Float64Array {
  const text = namesIn(tree).find((name) => !(rows.data[name] instanceof Float64Array));
  if (text !== undefined)
    error(
      `invalid ${what}: column ${text} is text ("${String(rows.data[text][0])}"); give a column of numbers`
    );
  return arithmetic(tree, rows.data);
}

/** Counted from 1 in the data as given. */
function fileRow({kept}: Rows, i: number): string {
  return String(kept[i] + 1);
}

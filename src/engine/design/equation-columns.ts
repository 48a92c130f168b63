// The columns of one equation: its terms and its group terms times what it multiplies.
import type {Equation, GroupTerm} from "../formula/formula.js";
import type {Multiplier} from "../formula/linear.js";
import type {Columns} from "../types.js";
import {rowCount} from "./blocks.js";
import {arithmetic} from "./frame.js";
import {termColumns, type NamedColumns, type Recipes} from "./matrix.js";

/** The population columns of an equation on data, its constant first. */
export function populationColumns(
  equation: Equation,
  recipes: Recipes,
  data: Columns
): NamedColumns {
  const constant = equation.intercept !== "none";
  return multiplied(equation, constant, termColumns(equation.terms, constant, recipes, data), data);
}

/** The columns of an equation whose coefficients vary by a group term's levels. */
export function varyingColumns(
  equation: Equation,
  group: GroupTerm,
  recipes: Recipes,
  data: Columns
): NamedColumns {
  const inner = termColumns(group.terms, group.intercept, recipes, data);
  return multiplied(equation, group.intercept, inner, data);
}

/** Puts the constant first and multiplies every column by the equation's multiplier. */
function multiplied(
  {multiplier}: Equation,
  constant: boolean,
  {names, columns}: NamedColumns,
  data: Columns
): NamedColumns {
  const n = rowCount(data);
  const ones = new Float64Array(n).fill(1);
  const all = constant ? [ones, ...columns] : columns;
  const plain = multiplier.sign === 1 && !multiplier.factors.length;
  return {
    names: constant ? ["Intercept", ...names] : names,
    columns: plain ? all : timesEach(all, multiplierOf(multiplier, data, n))
  };
}

function timesEach(columns: readonly Float64Array[], factor: Float64Array): Float64Array[] {
  return columns.map((column) => column.map((x, i) => x * factor[i]));
}

function multiplierOf({factors, sign}: Multiplier, data: Columns, n: number): Float64Array {
  const product = new Float64Array(n).fill(sign);
  for (const factor of factors) {
    const values = arithmetic(factor, data);
    for (let i = 0; i < n; ++i) product[i] *= values[i];
  }
  return product;
}

// Data and formula joined: every population column and every group term, row by row.
import type {Expression} from "../formula/expression.js";
import type {Equation, Formula, GroupTerm} from "../formula/formula.js";
import type {Columns} from "../types.js";
import {crossFactors, factorOf} from "./factors.js";
import {arithmetic, recipe} from "./frame.js";
import {coefficientName, termColumns, type NamedColumns, type Recipes} from "./matrix.js";
import type {Rows} from "./rows.js";

/** A population coefficient's place: its equation, and its name there. */
export interface Coefficient {
  /** "" or the equation's name. */
  readonly equation: string;
  readonly name: string;
}

/** A group term on data: which level each row has, and the columns whose coefficients vary. */
export interface TermDesign {
  readonly equation: string;
  /** brms's name of the grouping factor, such as "white:male". */
  readonly group: string;
  readonly factors: readonly string[];
  readonly coefficients: readonly string[];
  readonly correlated: boolean;
  readonly levels: readonly string[];
  readonly codes: Int32Array;
}

/** What differs when the data change but the model does not: all columns, row by row. */
export interface DesignColumns {
  /** One column per population coefficient. */
  readonly population: readonly Float64Array[];
  /** Per group term, one column per varying coefficient. */
  readonly varying: readonly (readonly Float64Array[])[];
}

/** A model on data, row by row. */
export interface Design {
  readonly formula: Formula;
  readonly rows: Rows;
  readonly outcome: Float64Array;
  readonly coefficients: readonly Coefficient[];
  /** Position of the centred intercept among the coefficients, or -1. */
  readonly centred: number;
  readonly terms: readonly TermDesign[];
  readonly columns: DesignColumns;
  /** The columns for the same rows with other values, coded as the first time. */
  evaluate(data: Columns): DesignColumns;
}

/**
 * Joins a formula and its usable rows. Population columns come equation by equation, the
 * intercept first; group terms in the order of the formula.
 * Raises an InputError when an atom cannot be evaluated.
 */
export function createDesign(formula: Formula, rows: Rows): Design {
  const recipes = recipesOf(formula, rows.data);
  const evaluate = (data: Columns): DesignColumns => ({
    population: formula.equations.flatMap((equation) => [
      ...populationColumns(equation, recipes, data).columns
    ]),
    varying: formula.equations.flatMap((equation) =>
      equation.groups.map((group) => varyingColumns(equation, group, recipes, data).columns)
    )
  });
  const coefficients = formula.equations.flatMap((equation) =>
    populationColumns(equation, recipes, rows.data).names.map((name) => ({
      equation: equation.name,
      name
    }))
  );
  return {
    formula,
    rows,
    outcome: rows.data[formula.response] as Float64Array,
    coefficients,
    centred: formula.equations[0].intercept === "centred" ? 0 : -1,
    terms: formula.equations.flatMap((equation) =>
      equation.groups.map((group) => termDesign(equation, group, recipes, rows))
    ),
    columns: evaluate(rows.data),
    evaluate
  };
}

function recipesOf({equations}: Formula, data: Columns): Recipes {
  const atoms = equations.flatMap(({terms, groups}) =>
    [...terms, ...groups.flatMap((group) => group.terms)].flat()
  );
  const distinct = new Map(atoms.map((atom) => [atom.name, atom]));
  return Object.fromEntries([...distinct].map(([name, atom]) => [name, recipe(atom, data)]));
}

function populationColumns(equation: Equation, recipes: Recipes, data: Columns): NamedColumns {
  const constant = equation.intercept !== "none";
  return multiplied(equation, constant, termColumns(equation.terms, constant, recipes, data), data);
}

function varyingColumns(
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
  const n = Object.values(data)[0].length;
  const factor = productOf(multiplier.factors, data, n).map((x) => x * multiplier.sign);
  const ones = new Float64Array(n).fill(1);
  return {
    names: constant ? ["Intercept", ...names] : names,
    columns: (constant ? [ones, ...columns] : columns).map((column) =>
      column.map((x, i) => x * factor[i])
    )
  };
}

function productOf(factors: readonly Expression[], data: Columns, n: number): Float64Array {
  const product = new Float64Array(n).fill(1);
  for (const factor of factors) {
    const values = arithmetic(factor, data);
    for (let i = 0; i < n; ++i) product[i] *= values[i];
  }
  return product;
}

function termDesign(
  equation: Equation,
  group: GroupTerm,
  recipes: Recipes,
  rows: Rows
): TermDesign {
  const factors = group.factors.map((name) => factorOf(rows.data[name]));
  const {levels, codes} = crossFactors(factors, rows.n);
  return {
    equation: equation.name,
    group: group.factors.map(coefficientName).join(":"),
    factors: group.factors,
    coefficients: varyingColumns(equation, group, recipes, rows.data).names,
    correlated: group.correlated,
    levels,
    codes
  };
}

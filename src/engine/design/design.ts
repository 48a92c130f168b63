// Data and formula joined: every population column and every group term, row by row.
import {expressionText, type Expression} from "../formula/expression.js";
import type {Equation, Formula, GroupTerm} from "../formula/formula.js";
import type {Columns} from "../types.js";
import {BLOCK, rowBlocks, rowRange} from "./blocks.js";
import {populationColumns, varyingColumns} from "./equation-columns.js";
import {crossFactors, factorOf, type Factor} from "./factors.js";
import {arithmetic, recipe} from "./frame.js";
import {coefficientName, type Recipes} from "./matrix.js";
import {rowWeights} from "./row-weights.js";
import type {Rows} from "./rows.js";
import type {SummedRows} from "./summed-rows.js";

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

/** The columns of the rows from `from` up to, not including, `to`. */
export interface DesignBlock {
  readonly from: number;
  readonly to: number;
  readonly columns: DesignColumns;
}

/** A model on data, row by row. */
export interface Design {
  readonly formula: Formula;
  readonly rows: Rows;
  readonly outcome: Float64Array;
  /** What each row counts for, w / se² of the formula times the rows that it stands for; null when
   * every row counts once. */
  readonly weights: Float64Array | null;
  /** Of summed rows, what they hold beside their means; null where there is nothing. */
  readonly within: SummedRows | null;
  readonly coefficients: readonly Coefficient[];
  /** Position of the centred intercept among the coefficients, or -1. */
  readonly centred: number;
  readonly terms: readonly TermDesign[];
  /** All columns in full, made when first asked for; `blocks` needs no such room. */
  readonly columns: DesignColumns;
  /** The columns block by block. */
  blocks(): Iterable<DesignBlock>;
  /** The columns for the same rows with other values, coded as the first time. */
  evaluate(data: Columns): DesignColumns;
}

/**
 * Joins a formula and its usable rows. Population columns come equation by equation, the
 * intercept first; group terms in the order of the formula.
 * Raises an InputError when an atom cannot be evaluated.
 */
export function createDesign(
  formula: Formula,
  rows: Rows,
  within: SummedRows | null = null
): Design {
  checkNumbers(formula, rows.data);
  const recipes = recipesOf(formula, rows.data);
  const evaluate = (data: Columns): DesignColumns => ({
    population: formula.equations.flatMap((equation) => [
      ...populationColumns(equation, recipes, data).columns
    ]),
    varying: formula.equations.flatMap((equation) =>
      equation.groups.map((group) => varyingColumns(equation, group, recipes, data).columns)
    )
  });
  // Names depend on the columns' levels, not on rows.
  const example = rowRange(rows.data, 0, 1);
  const factors = factorsOf(formula, rows);
  let all: DesignColumns | null = null;
  return {
    formula,
    rows,
    outcome: rows.data[formula.response] as Float64Array,
    weights: rowWeights(formula, rows),
    within,
    coefficients: formula.equations.flatMap((equation) =>
      populationColumns(equation, recipes, example).names.map((name) => ({
        equation: equation.name,
        name
      }))
    ),
    centred: formula.equations[0].intercept === "centred" ? 0 : -1,
    terms: formula.equations.flatMap((equation) =>
      equation.groups.map((group) => {
        const coefficients = varyingColumns(equation, group, recipes, example).names;
        return termDesign(equation, group, coefficients, factors, rows.n);
      })
    ),
    get columns() {
      return (all ??= evaluate(rows.data));
    },
    *blocks() {
      // What fits one block is made once for all passes.
      if (rows.n <= BLOCK) yield {from: 0, to: rows.n, columns: this.columns};
      else
        for (const {from, to, data} of rowBlocks(rows.data))
          yield {from, to, columns: evaluate(data)};
    },
    evaluate
  };
}

/** Evaluates what must be finite once over all rows, so that a wrong row is told by its place. */
function checkNumbers({equations}: Formula, data: Columns): void {
  const trees = new Map<string, Expression>();
  for (const {multiplier, terms, groups} of equations) {
    for (const tree of multiplier.factors) trees.set(expressionText(tree), tree);
    for (const {name, tree} of [...terms, ...groups.flatMap((group) => group.terms)].flat())
      if (tree.kind === "call" && tree.name === "I") trees.set(name, tree.argument);
  }
  if (!trees.size) return;
  for (const {from, data: block} of rowBlocks(data))
    for (const tree of trees.values()) arithmetic(tree, block, from);
}

/** The columns that group terms name, as categories. */
function factorsOf({equations}: Formula, {data}: Rows): ReadonlyMap<string, Factor> {
  const names = equations.flatMap(({groups}) => groups.flatMap(({factors}) => factors));
  return new Map([...new Set(names)].map((name) => [name, factorOf(data[name])]));
}

function recipesOf({equations}: Formula, data: Columns): Recipes {
  const atoms = equations.flatMap(({terms, groups}) =>
    [...terms, ...groups.flatMap((group) => group.terms)].flat()
  );
  const distinct = new Map(atoms.map((atom) => [atom.name, atom]));
  return Object.fromEntries([...distinct].map(([name, atom]) => [name, recipe(atom, data)]));
}

function termDesign(
  equation: Equation,
  group: GroupTerm,
  coefficients: readonly string[],
  factors: ReadonlyMap<string, Factor>,
  n: number
): TermDesign {
  const own = group.factors.flatMap((name) => factors.get(name) ?? []);
  return {
    equation: equation.name,
    group: group.factors.map(coefficientName).join(":"),
    factors: group.factors,
    coefficients,
    correlated: group.correlated,
    ...crossFactors(own, n)
  };
}

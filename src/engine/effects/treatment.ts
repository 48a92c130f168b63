// What "the treatment, 1 minus 0" means for a column.
import {error} from "../error.js";
import {factorOf} from "../design/factors.js";
import type {Formula} from "../formula/formula.js";
import {expressionText, namesIn, type Expression} from "../formula/expression.js";
import type {Column, Columns} from "../types.js";

/** The two values of a treatment that an effect compares. */
export interface Treatment {
  readonly name: string;
  readonly low: number | string;
  readonly high: number | string;
  /** True for a 0/1 or otherwise two-valued treatment: arms can be counted. */
  readonly arms: boolean;
}

/**
 * The comparison a column stands for: its larger value minus its smaller one when it has two, a
 * unit of it when it is a number with more.
 * Raises an InputError on a constant, and on text with more than two levels.
 */
export function treatmentOf(name: string, column: Column): Treatment {
  const numeric = column instanceof Float64Array;
  // A number with many values is a slope: there is no need to sort them all.
  if (numeric && hasMoreThanTwo(column)) return {name, low: 0, high: 1, arms: false};
  const {levels} = factorOf(column);
  if (levels.length < 2)
    error(
      `invalid treatment: ${name} is ${levels.join()} in every row; an effect needs two arms to compare`
    );
  if (levels.length === 2) {
    const [low, high] = numeric ? levels.map(Number) : levels;
    return {name, low, high, arms: true};
  }
  return error(
    `ambiguous treatment: ${name} has ${String(levels.length)} levels (${levels.slice(0, 4).join(", ")} …); make a 0/1 column for the comparison you want`
  );
}

function hasMoreThanTwo(column: Float64Array): boolean {
  const first = column[0];
  let second = first;
  for (const value of column) {
    if (value === first || value === second) continue;
    if (second !== first) return true;
    second = value;
  }
  return false;
}

/** True for texts of more than two levels, among which a formula implies no one comparison. */
export function isAmbiguous(column: Column): boolean {
  return !(column instanceof Float64Array) && factorOf(column).levels.length > 2;
}

/** The same columns with the treatment set to one value in every row. */
export function withTreatment(data: Columns, {name}: Treatment, value: number | string): Columns {
  const n = data[name].length;
  const column =
    typeof value === "number" ? new Float64Array(n).fill(value) : Array<string>(n).fill(value);
  return {...data, [name]: column};
}

/**
 * Refuses a treatment without an effect that a formula could tell: one that it does not hold, or
 * that it groups by.
 */
export function checkTreatment(name: string, {equations}: Formula): void {
  const grouping = equations.flatMap(({groups}) => groups.flatMap(({factors}) => factors));
  if (grouping.includes(name))
    error(
      `unsupported treatment: ${name} right of a bar; let its slope vary instead, (1 + ${name} | …)`
    );
  const held = equations.flatMap(({multiplier, terms, groups}) => [
    ...multiplier.factors.flatMap(namesIn),
    ...[...terms, ...groups.flatMap((group) => group.terms)]
      .flat()
      .flatMap(({tree}) => namesIn(tree))
  ]);
  if (!held.includes(name))
    error(`invalid treatment: ${name} is not in the formula; add it, or name a column that is`);
}

/**
 * The treatment and modifiers that a formula implies when nobody names them: the one column whose
 * slope varies by group; null when there is no such column, or several.
 */
export function impliedEffect(formula: Formula): {treatment: string; by: string[]} | null {
  const slopes = new Map<string, Expression>();
  const by = new Set<string>();
  for (const {multiplier, groups} of formula.equations) {
    for (const {factors, terms} of groups) {
      const trees = multiplier.factors.length
        ? multiplier.factors
        : terms.flatMap((term) => term.map((atom) => atom.tree));
      for (const tree of trees) slopes.set(expressionText(tree), tree);
      if (trees.length) for (const f of factors) by.add(f);
    }
  }
  const [slope] = slopes.values();
  return slopes.size === 1 && slope.kind === "name" ? {treatment: slope.name, by: [...by]} : null;
}

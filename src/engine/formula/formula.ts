// One model's text, read: the response, and one linear equation per named part.
import {error} from "../error.js";
import {expressionText, parseExpression, type Expression} from "./expression.js";
import {linearParts, type Multiplier} from "./linear.js";
import {plainAdditions, readResponse} from "./response.js";
import {expandTerms, termKey, type Bar, type Term} from "./terms.js";

/** Coefficients that vary by the levels of one grouping factor. */
export interface GroupTerm {
  /** Columns whose combinations are the levels: one name, or several for `a:b`. */
  readonly factors: readonly string[];
  readonly intercept: boolean;
  readonly terms: readonly Term[];
  readonly correlated: boolean;
}

/** How an equation's constant enters: centred as in brms, as an ordinary coefficient, or not. */
export type Intercept = "centred" | "plain" | "none";

/** A linear equation: what it multiplies, its population terms and its group terms. */
export interface Equation {
  /** "" for an ordinary formula, else the part's name, such as "lambda". */
  readonly name: string;
  readonly multiplier: Multiplier;
  readonly intercept: Intercept;
  readonly terms: readonly Term[];
  readonly groups: readonly GroupTerm[];
}

/** A model's text, read. */
export interface Formula {
  readonly response: string;
  /** How often each row's likelihood counts; null means once. */
  readonly weights: Expression | null;
  /** Each row's known standard error; null when a residual scale is estimated. */
  readonly errors: Expression | null;
  readonly equations: readonly Equation[];
}

/**
 * Reads a formula in brms's language, and the equations of its two-equation form.
 * `formula` is such as "y ~ 1 + x + (1 + t | a*b)", or "y ~ lambda * t + controls" with
 * `equations` "lambda ~ z + (1 | g)" and "controls ~ x"; "y | se(s) + weights(w) ~ …" says what is
 * known of its rows.
 * Raises an InputError, with the position, on text that is no formula.
 */
export function parseFormula(formula: string, equations: readonly string[] = []): Formula {
  const {left, right} = sides(plainAdditions(formula), "formula");
  const {outcome: response, weights, errors} = readResponse(left);
  const shared = {response, weights, errors};
  const one: Multiplier = {sign: 1, factors: []};
  if (!equations.length) return {...shared, equations: [readEquation("", right, one, true)]};
  const parts = equations.map(namedSides);
  const names = parts.map((part) => part.left);
  const repeated = names.find((name, i) => names.indexOf(name) !== i);
  if (repeated) error(`ambiguous equation: "${repeated}"; give one equation for each name`);
  if (names.includes("sigma"))
    error(
      `unsupported equation: "sigma ~ …"; the residual scale is one number in this version, so leave it out`
    );
  const multipliers = linearParts(right, names);
  return {
    ...shared,
    equations: parts.map(({left, right: side}) =>
      readEquation(left, side, multipliers.get(left) ?? one, false)
    )
  };
}

/** An equation's name and right side. */
function namedSides(text: string): {left: string; right: Expression} {
  const {left, right} = sides(text, "equation");
  if (left.kind !== "name")
    error(`invalid equation: "${text}"; left of "~" stands the name it has in the formula`);
  return {left: left.name, right};
}

function sides(text: string, what: string): {left: Expression; right: Expression} {
  if (!text.includes("~"))
    error(`invalid ${what}: "${text}" has no "~"; write it as outcome ~ terms`);
  const tree = parseExpression(text);
  if (tree.kind !== "binary" || tree.operator !== "~")
    error(`invalid ${what}: "${text}"; write it as outcome ~ terms`);
  return {left: tree.left, right: tree.right};
}

function readEquation(
  name: string,
  tree: Expression,
  multiplier: Multiplier,
  centre: boolean
): Equation {
  const {intercept, terms, bars} = expandTerms(tree);
  // brms: `0 + Intercept` asks for a constant that is an ordinary coefficient.
  const plain = terms.some((term) => termKey(term) === "Intercept");
  const kind = plain || (!centre && intercept !== false) ? "plain" : "centred";
  return {
    name,
    multiplier,
    intercept: intercept === false && !plain ? "none" : kind,
    terms: terms.filter((term) => termKey(term) !== "Intercept"),
    groups: bars.flatMap(groupTerms)
  };
}

function groupTerms({inner, factors, correlated}: Bar): GroupTerm[] {
  const {intercept, terms, bars} = expandTerms(inner);
  const groups = expandTerms(factors);
  if (bars.length || groups.bars.length)
    error("invalid group term: a bar inside a bar; write (terms | factors)");
  if (groups.intercept !== null || !groups.terms.length)
    error(
      `invalid group term: "${expressionText(factors)}" right of the bar; name the columns to group by`
    );
  // brms expands on the group side: (1 | a*b) is (1 | a) + (1 | b) + (1 | a:b).
  return groups.terms.map((term) => ({
    factors: term.map(groupFactor),
    intercept: intercept ?? true,
    terms,
    correlated
  }));
}

function groupFactor({name, tree}: Term[number]): string {
  if (tree.kind !== "name")
    error(`unsupported grouping factor: ${name}; group by columns, and bin them beforehand`);
  return name;
}

// The algebra of formulas: a tree of + : * / becomes a list of terms, as in R.
import {error} from "../error.js";
import {expressionText, type Expression} from "./expression.js";
import {orderTerms} from "./order.js";

/** A factor of a term: a column, or a function of columns such as `I(x^2)`. */
export interface Atom {
  /** Canonical text, such as "x" or "scale2(age)". */
  readonly name: string;
  readonly tree: Expression;
}

/** A product of atoms; the intercept is no term but a flag. */
export type Term = readonly Atom[];

/** A group term before its factors are expanded: `(terms | factors)`. */
export interface Bar {
  readonly inner: Expression;
  readonly factors: Expression;
  /** False for "||": the coefficients of a level are independent. */
  readonly correlated: boolean;
}

/** What the right side of a formula says. */
export interface Terms {
  /** True, false, or null when the formula does not say. */
  readonly intercept: boolean | null;
  /**
   * Ordered by the number of atoms, then by appearance; the atoms of each as brms orders them, main
   * effects first: "a + b:a" holds "a:b".
   */
  readonly terms: readonly Term[];
  readonly bars: readonly Bar[];
}

const functions = ["I", "scale2", "factor"];

/**
 * Expands the right side of a formula into terms: `a*b` to `a + b + a:b`, `a/b` to `a + a:b`,
 * `(a + b)^2` to all products of up to two; `- 1`, `+ 0` and `1` set the intercept.
 * Raises an InputError on what is not a formula.
 */
export function expandTerms(tree: Expression): Terms {
  const {intercept, terms, bars} = expand(tree);
  return {intercept, terms: orderTerms(terms, tree), bars};
}

interface Expanded {
  intercept: boolean | null;
  terms: Term[];
  bars: Bar[];
}

function expand(tree: Expression): Expanded {
  switch (tree.kind) {
    case "number":
      return {intercept: oneOrZero(tree.value), terms: [], bars: []};
    case "name":
      return only([{name: tree.name, tree}]);
    case "call":
      if (!functions.includes(tree.name))
        error(`unknown function in formula: ${tree.name}(); use ${functions.join("(), ")}()`);
      return only([{name: expressionText(tree), tree}]);
    case "minus":
      return subtract({intercept: null, terms: [], bars: []}, expand(tree.operand));
    case "binary":
      return combine(tree);
  }
}

function only(term: Term): Expanded {
  return {intercept: null, terms: [term], bars: []};
}

function oneOrZero(value: number): boolean {
  if (value !== 0 && value !== 1)
    error(`invalid term in formula: ${String(value)}; only 0 and 1 stand for an intercept`);
  return value === 1;
}

function combine(tree: Extract<Expression, {kind: "binary"}>): Expanded {
  const {operator, left, right} = tree;
  switch (operator) {
    case "+":
      return add(expand(left), expand(right));
    case "-":
      return subtract(expand(left), expand(right));
    case ":":
      return times(terms(left), terms(right));
    case "*": {
      const a = terms(left);
      const b = terms(right);
      return add(add(wrap(a), wrap(b)), times(a, b));
    }
    case "/": {
      const a = terms(left);
      return add(wrap(a), times([product(a.flat())], terms(right)));
    }
    case "^":
      return power(tree);
    case "|":
    case "||":
      return {
        intercept: null,
        terms: [],
        bars: [{inner: left, factors: right, correlated: operator === "|"}]
      };
    case "~":
      return error(`invalid formula: a second "~"; give one formula or --equation at a time`);
  }
}

/** The terms of a part that can hold neither intercept nor group terms. */
function terms(tree: Expression): Term[] {
  const {intercept, terms: found, bars} = expand(tree);
  if (intercept !== null || bars.length)
    error(
      `invalid product in formula: ${expressionText(tree)}; only columns can be multiplied with : * or /`
    );
  return found;
}

function wrap(list: Term[]): Expanded {
  return {intercept: null, terms: list, bars: []};
}

function power(tree: Extract<Expression, {kind: "binary"}>): Expanded {
  if (tree.right.kind !== "number" || !Number.isInteger(tree.right.value) || tree.right.value < 1)
    error(`invalid power in formula: ${expressionText(tree)}; write a whole number, or I(x^2)`);
  const base = terms(tree.left);
  let all = wrap(base);
  for (let k = 1; k < tree.right.value; ++k) all = add(all, times(all.terms, base));
  return all;
}

function add(a: Expanded, b: Expanded): Expanded {
  const known = new Set(a.terms.map(termKey));
  return {
    intercept: b.intercept ?? a.intercept,
    terms: [...a.terms, ...b.terms.filter((t) => !known.has(termKey(t)))],
    bars: [...a.bars, ...b.bars]
  };
}

function subtract(a: Expanded, b: Expanded): Expanded {
  if (b.bars.length)
    error("invalid term in formula: a group term with a minus; leave it out instead");
  const gone = new Set(b.terms.map(termKey));
  return {
    intercept: b.intercept === null ? a.intercept : !b.intercept,
    terms: a.terms.filter((t) => !gone.has(termKey(t))),
    bars: a.bars
  };
}

function times(a: readonly Term[], b: readonly Term[]): Expanded {
  let all: Expanded = wrap([]);
  for (const left of a) for (const right of b) all = add(all, only(product([...left, ...right])));
  return all;
}

function product(atoms: readonly Atom[]): Term {
  return atoms.filter((atom, i) => atoms.findIndex((other) => other.name === atom.name) === i);
}

/** A key that is equal for terms with the same atoms in any order. */
export function termKey(term: Term): string {
  return term
    .map((atom) => atom.name)
    .sort()
    .join(":");
}

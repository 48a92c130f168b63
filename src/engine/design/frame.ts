// The atoms of a formula evaluated on data, with levels and scales fixed by the data first seen.
import {error} from "../error.js";
import {expressionText, type Expression} from "../formula/expression.js";
import type {Atom} from "../formula/terms.js";
import {power} from "../math/elementary.js";
import type {Columns} from "../types.js";
import {rowBlocks, rowCount} from "./blocks.js";
import {factorOf, type Factor} from "./factors.js";

/** An atom on some rows: numbers, or categories. */
export type AtomValues =
  {readonly kind: "number"; readonly values: Float64Array} | ({readonly kind: "factor"} & Factor);

/** Evaluates an atom on rows of the same columns; levels and scales stay as first seen. */
export type Recipe = (data: Columns) => AtomValues;

/**
 * How to evaluate an atom: a number or text column, `I(arithmetic)`, `factor(x)` or `scale2(x)`
 * (centred, divided by two standard deviations; a 0/1 column is only centred [gelman2008]).
 * Raises an InputError on scaling a constant, and on arithmetic as `arithmetic` does.
 */
export function recipe(atom: Atom, data: Columns): Recipe {
  const {tree} = atom;
  if (tree.kind === "call" && tree.name === "scale2") return scaled(tree.argument, data);
  if (tree.kind === "call" && tree.name === "factor") return categories(tree.argument, data);
  if (tree.kind === "name" && !(data[tree.name] instanceof Float64Array))
    return categories(tree, data);
  const inner = tree.kind === "call" ? tree.argument : tree;
  return (rows) => ({kind: "number", values: arithmetic(inner, rows)});
}

function categories(tree: Expression, data: Columns): Recipe {
  if (tree.kind !== "name")
    error(`unsupported factor(): ${expressionText(tree)}; give it one column`);
  const {name} = tree;
  const {levels} = factorOf(data[name]);
  if (levels.length === 1)
    error(`invalid factor: ${name} is "${levels[0]}" in every row; leave it out`);
  return (rows) => ({kind: "factor", ...factorOf(rows[name], levels)});
}

function scaled(tree: Expression, data: Columns): Recipe {
  const {mean, unit} = scaleOf(tree, data);
  return (rows) => ({
    kind: "number",
    values: arithmetic(tree, rows).map((x) => (x - mean) / unit)
  });
}

function scaleOf(tree: Expression, data: Columns): {mean: number; unit: number} {
  const distinct = new Set<number>();
  let [n, sum, low, high] = [0, 0, Infinity, -Infinity];
  for (const {from, data: block} of rowBlocks(data))
    for (const x of arithmetic(tree, block, from)) {
      if (distinct.size < 3) distinct.add(x);
      sum += x;
      ++n;
      low = Math.min(low, x);
      high = Math.max(high, x);
    }
  if (!(high > low)) error(`invalid scale2(): ${expressionText(tree)} is constant; leave it out`);
  const mean = sum / n;
  if (distinct.size === 2) return {mean, unit: high - low};
  let squares = 0;
  for (const {data: block} of rowBlocks(data))
    for (const x of arithmetic(tree, block)) squares += (x - mean) ** 2;
  return {mean, unit: 2 * Math.sqrt(squares / (n - 1))};
}

/**
 * The value of an arithmetic expression of number columns in every row; `from` is the place of the
 * first of these rows among all, for messages.
 * Raises an InputError on text, on functions, and where a value is not finite.
 */
export function arithmetic(tree: Expression, data: Columns, from = 0): Float64Array {
  const values = valuesOf(tree, data);
  const row = values.findIndex((value) => !Number.isFinite(value));
  if (row >= 0)
    error(
      `invalid arithmetic: ${expressionText(tree)} is ${values[row]} in row ${from + row + 1} of those used; a model needs finite numbers`
    );
  return values;
}

function valuesOf(tree: Expression, data: Columns): Float64Array {
  const n = rowCount(data);
  switch (tree.kind) {
    case "number":
      return new Float64Array(n).fill(tree.value);
    case "name": {
      const column = data[tree.name];
      if (!(column instanceof Float64Array))
        error(`invalid arithmetic: column ${tree.name} is text; use it as a factor instead`);
      return column.slice();
    }
    case "minus":
      return valuesOf(tree.operand, data).map((x) => -x);
    case "call":
      return error(`unsupported function in arithmetic: ${tree.name}(); use + - * / ^`);
    case "binary": {
      const left = valuesOf(tree.left, data);
      const right = valuesOf(tree.right, data);
      const step = operations[tree.operator];
      if (!step) error(`unsupported operator in arithmetic: ${tree.operator}; use + - * / ^`);
      return left.map((x, i) => step(x, right[i]));
    }
  }
}

const operations: Partial<Record<string, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "^": power
};

// The left side of a formula: the outcome, and what is said of its rows behind a bar.
import {error} from "../error.js";
import {expressionText, type Expression} from "./expression.js";

/** An outcome as brms writes it: "y", "y | se(s)", "y | weights(w)" or "y | se(s) + weights(w)". */
export interface Response {
  readonly outcome: string;
  /** How often each row's likelihood counts, an expression of columns; null means once. */
  readonly weights: Expression | null;
  /** Each row's standard error, known beforehand; null when a residual scale is estimated. */
  readonly errors: Expression | null;
}

/**
 * A formula's text without arguments that say what holds anyway: `se(s, sigma = FALSE)` is `se(s)`.
 * Raises an InputError on other second arguments, which change the model.
 */
export function plainAdditions(text: string): string {
  const [left] = text.split("~");
  const plain = left.replace(/(\bse\s*\([^,]*),\s*sigma\s*=\s*F(?:ALSE)?\s*\)/u, "$1)");
  if (/\bse\s*\([^,]*,/u.test(plain))
    error(
      `unsupported se(): "${plain.trim()}"; a residual scale beside known standard errors is a group term with one level per row, such as (1 | row)`
    );
  if (/\bweights\s*\([^,]*,/u.test(plain))
    error(`unsupported weights(): "${plain.trim()}"; give it one column, scaled beforehand`);
  return plain + text.slice(left.length);
}

/**
 * Reads the tree left of "~".
 * Raises an InputError on an outcome that is no column, and on additions other than one se() and
 * one weights().
 */
export function readResponse(tree: Expression): Response {
  const barred = tree.kind === "binary" && tree.operator === "|";
  const outcome = barred ? tree.left : tree;
  if (outcome.kind !== "name")
    error(
      `unsupported outcome: "${expressionText(outcome)}"; name one column left of "~" and transform it beforehand`
    );
  const found = new Map<string, Expression>();
  for (const {name, argument} of barred ? additions(tree.right) : []) {
    if (found.has(name)) error(`ambiguous addition to the outcome: two ${name}(); give one`);
    found.set(name, argument);
  }
  return {
    outcome: outcome.name,
    weights: found.get("weights") ?? null,
    errors: found.get("se") ?? null
  };
}

function additions(tree: Expression): {name: string; argument: Expression}[] {
  if (tree.kind === "binary" && tree.operator === "+")
    return [...additions(tree.left), ...additions(tree.right)];
  if (tree.kind === "call" && (tree.name === "se" || tree.name === "weights")) return [tree];
  return error(
    `unsupported addition to the outcome: "${expressionText(tree)}"; use se(column) or weights(column)`
  );
}

// The two-equation form: an expression that is linear in its named parts becomes their multipliers.
import {error} from "../error.js";
import {expressionText, namesIn, type Expression} from "./expression.js";

/** A product of expressions of data columns, each taken to the power 1 or negated. */
export interface Multiplier {
  readonly sign: 1 | -1;
  /** Expressions to multiply; empty means 1. */
  readonly factors: readonly Expression[];
}

/**
 * Reads `lambda * t + controls` as { lambda → t, controls → 1 }: what each named part is
 * multiplied by. The sum must be linear in the parts and hold nothing else.
 * Raises an InputError when a part is squared, multiplied with another, or missing.
 */
export function linearParts(
  tree: Expression,
  parts: readonly string[]
): ReadonlyMap<string, Multiplier> {
  const found = new Map<string, Multiplier>();
  for (const {part, multiplier} of split(tree, parts)) {
    if (found.has(part))
      error(`ambiguous equation: "${part}" occurs twice in the formula; write it once`);
    found.set(part, multiplier);
  }
  for (const part of parts)
    if (!found.has(part))
      error(`missing name in formula: "${part}"; it has an equation, so use it or leave that out`);
  return found;
}

interface Piece {
  part: string;
  multiplier: Multiplier;
}

function split(tree: Expression, parts: readonly string[]): Piece[] {
  if (tree.kind === "binary" && (tree.operator === "+" || tree.operator === "-")) {
    const right = split(tree.right, parts);
    return [...split(tree.left, parts), ...(tree.operator === "-" ? right.map(negate) : right)];
  }
  if (tree.kind === "minus") return split(tree.operand, parts).map(negate);
  if (tree.kind === "name" && parts.includes(tree.name))
    return [{part: tree.name, multiplier: {sign: 1, factors: []}}];
  if (tree.kind === "binary" && tree.operator === "*") {
    const [left, right] = [mentions(tree.left, parts), mentions(tree.right, parts)];
    if (left !== right) {
      const [linear, factor] = left ? [tree.left, tree.right] : [tree.right, tree.left];
      return split(linear, parts).map(({part, multiplier}) => ({
        part,
        multiplier: {...multiplier, factors: [...multiplier.factors, factor]}
      }));
    }
  }
  return error(
    `unsupported formula: "${expressionText(tree)}" is not linear in ${parts.join(", ")}; each may be multiplied by columns only, and everything else belongs in an equation`
  );
}

function mentions(tree: Expression, parts: readonly string[]): boolean {
  return namesIn(tree).some((name) => parts.includes(name));
}

function negate({part, multiplier}: Piece): Piece {
  return {part, multiplier: {...multiplier, sign: multiplier.sign === 1 ? -1 : 1}};
}

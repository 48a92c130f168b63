// The order of terms, and of the atoms in a term: names of coefficients depend on it.
import {expressionText, type Expression} from "./expression.js";
import type {Term} from "./terms.js";

/**
 * The terms that `tree` was expanded to, fewest atoms first, then by appearance, as R orders them.
 * The atoms of a term are in the order of brms, which reads a formula, writes its terms in R's order
 * and reads that again: main effects first, so that "b:a + a" has "a:b".
 */
export function orderTerms(terms: readonly Term[], tree: Expression): Term[] {
  const byLength = terms.map((term, i) => ({term, i}));
  byLength.sort((a, b) => a.term.length - b.term.length || a.i - b.i);
  const read = sortAtoms(
    byLength.map(({term}) => term),
    atomNames(tree)
  );
  const written = read.flat().map(({name}) => name);
  return sortAtoms(read, written);
}

/** Terms with their atoms in the order of first appearance in `names`. */
function sortAtoms(terms: readonly Term[], names: readonly string[]): Term[] {
  return terms.map((term) =>
    [...term].sort((a, b) => names.indexOf(a.name) - names.indexOf(b.name))
  );
}

/** The names of all atoms outside group terms, from left to right, with repeats. */
function atomNames(tree: Expression): string[] {
  switch (tree.kind) {
    case "number":
      return [];
    case "name":
    case "call":
      return [expressionText(tree)];
    case "minus":
      return atomNames(tree.operand);
    case "binary":
      if (tree.operator === "|" || tree.operator === "||") return [];
      return [...atomNames(tree.left), ...atomNames(tree.right)];
  }
}

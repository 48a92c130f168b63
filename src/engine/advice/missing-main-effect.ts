// W13: a modifier of the effect that is missing from the outcome equation.
import type {Design} from "../design/design.js";
import {namesIn} from "../formula/expression.js";
import type {Equation} from "../formula/formula.js";
import type {Term} from "../formula/terms.js";
import type {Column} from "../types.js";
import {few, named, type Rule} from "./advice.js";

/**
 * Fires when a column modifies the effect (a term of a multiplied equation, or an interaction with
 * the treatment) but neither enters the outcome itself nor is absorbed by a varying intercept
 * whose levels determine it: the effect then takes up differences in the baseline
 * [brambor2006].
 */
export const missingMainEffect: Rule = ({model, effects}) => {
  const {treatment} = effects;
  if (!treatment) return null;
  const {equations} = model.design.formula;
  const modifiers = new Set(equations.flatMap((equation) => modifiersOf(equation, treatment.name)));
  const present = new Set(equations.flatMap((equation) => mainEffects(equation, treatment.name)));
  const missing = [...modifiers].filter(
    (name) => !present.has(name) && !isAbsorbed(model.design, name)
  );
  if (!missing.length) return null;
  const many = missing.length > 1;
  return {
    code: "W13",
    severity: "warning",
    message: `${few(missing, 8)} may change the effect of ${named(treatment.name)} but ${many ? "have" : "has"} no term of ${many ? "their" : "its"} own in the outcome: differences that exist without the treatment are counted as differences of its effect, and signs can reverse.`,
    remedy: `Add ${named(missing.join(" + "))} to the outcome equation and compare the two fits.`
  };
};

function modifiersOf(equation: Equation, treatment: string): string[] {
  const {multiplier, terms} = equation;
  if (multiplier.factors.some((factor) => namesIn(factor).includes(treatment)))
    return terms.flatMap(columnsOf);
  return terms
    .map(columnsOf)
    .filter((columns) => columns.includes(treatment))
    .flatMap((columns) => columns.filter((name) => name !== treatment));
}

function mainEffects({multiplier, terms}: Equation, treatment: string): string[] {
  if (multiplier.factors.length) return [];
  return terms.map(columnsOf).flatMap((columns) => (columns.includes(treatment) ? [] : columns));
}

function columnsOf(term: Term): string[] {
  return term.flatMap((atom) => namesIn(atom.tree));
}

/** True when some varying intercept of the outcome has the column constant within its levels. */
function isAbsorbed(design: Design, name: string): boolean {
  const {equations} = design.formula;
  const column = design.rows.data[name];
  return equations.some(
    ({multiplier, groups}) =>
      !multiplier.factors.length &&
      groups.some(({intercept, factors}) => {
        if (!intercept) return false;
        const term = design.terms.find((t) => t.factors.join() === factors.join());
        return term !== undefined && determines(term.codes, column);
      })
  );
}

function determines(levels: Int32Array, column: Column): boolean {
  const seen = new Map<number, Column[number]>();
  for (let i = 0; i < column.length; ++i) {
    const known = seen.get(levels[i]);
    if (known === undefined) seen.set(levels[i], column[i]);
    else if (known !== column[i]) return false;
  }
  return true;
}

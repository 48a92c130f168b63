// Every parameter of a fit in words, from the words of its study.
import type {FittedModel, StudyDefinition} from "../study.js";
import type {Model} from "../../engine/index.js";
import {capitalised} from "../define/words.js";
import {describedBy, sharedLevels} from "./shared-levels.js";

type Words = Pick<StudyDefinition, "modifiers" | "describe">;
type Term = Model["design"]["terms"][number];

/**
 * Words for `fit.model.variables`, in their order: the study's own where it has some, else made from
 * those of its modifiers and coefficients.
 */
export function parameterWords(study: Words, one: FittedModel): string[] {
  const {model, fit} = one;
  const {design, variables} = fit.model;
  const own = (variable: string): string | undefined => model.words?.[variable];
  const named = (equation: string, name: string): string => coefficientWords(one, equation, name);
  const made = [
    ...design.coefficients.map(({equation, name}) => capitalised(named(equation, name))),
    ...design.terms.flatMap((term) =>
      term.coefficients.map(
        (name) => `${factorWords(study, term)}: ${named(term.equation, name)}, sd`
      )
    ),
    ...design.terms.flatMap((term) =>
      pairsOf(term).map(
        ([a, b]) =>
          `${factorWords(study, term)}: ${named(term.equation, a)} with ${named(term.equation, b)}, correlation`
      )
    ),
    ...(fit.model.priors.sigma ? ["Residual standard deviation"] : []),
    ...design.terms.flatMap((term) => {
      const levels = levelWords(study, one, term);
      return term.coefficients.flatMap((name) =>
        levels.map((level) => `${level}: deviation of the ${named(term.equation, name)}`)
      );
    })
  ];
  return variables.map((variable, v) => own(variable) ?? made[v]);
}

/** The pairs of coefficients that a term has a correlation for, in the order of its names. */
export function pairsOf({
  correlated,
  coefficients
}: Pick<Term, "correlated" | "coefficients">): [string, string][] {
  if (!correlated) return [];
  return coefficients.flatMap((second, i) =>
    coefficients.slice(0, i).map((first): [string, string] => [first, second])
  );
}

/** "effect" for the treatment and the constant of an equation that it multiplies, "baseline" … */
function coefficientWords({model, fit}: FittedModel, equation: string, name: string): string {
  const {treatment} = model.spec;
  const multiplied = fit.model.design.formula.equations
    .find((one) => one.name === equation)
    ?.multiplier.factors.some((factor) => factor.kind === "name" && factor.name === treatment);
  if (name === treatment || (name === "Intercept" && multiplied)) return "effect";
  if (name === "Intercept") return "baseline";
  return (model.words?.[`b_${name}`] ?? name).replace(/: baseline$/, "").toLowerCase();
}

function factorWords({modifiers}: Words, {factors, group}: Term): string {
  const labels = factors.map((name) =>
    Object.hasOwn(modifiers, name) ? modifiers[name].label : ""
  );
  if (labels.includes("")) return group.includes("cell") ? "Cells" : "Groups";
  return labels.map((label, i) => (i > 0 ? label.toLowerCase() : label)).join(" × ");
}

/**
 * A level as its modifiers describe it; as its name in the data where they do not. What a fit knows of its rows
 * counts those that it was fitted to, which may be cells.
 */
function levelWords(study: Words, {model, fit, columns}: FittedModel, term: Term): string[] {
  const {kept} = fit.model.design.rows;
  const {modifiers} = study;
  const plain = term.factors.every((name) => Object.hasOwn(modifiers, name));
  const names = plain ? term.factors : describedBy(model);
  const rows = term.levels.map((): number[] => []);
  term.codes.forEach((level, i) => rows[level].push(kept[i]));
  // A bare number needs the name of what it counts.
  const whole = (name: string, label: string): string =>
    /^\d+$/.test(label) ? `${modifiers[name].label} ${label}` : label;
  return term.levels.map((text, level) => {
    const shared = sharedLevels(study, names, rows[level], columns);
    if (!shared) return capitalised(text);
    if (!plain) return capitalised(study.describe(shared));
    return Object.entries(shared)
      .map(([name, label]) => whole(name, label))
      .join(" · ");
  });
}

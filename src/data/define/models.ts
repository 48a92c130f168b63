// The models of a declared study: effects partly pooled over all combinations of the modifiers.
import {error} from "../../engine/error.js";
import type {OlsComparison, StudyModel} from "../study.js";
import type {Coded} from "./column-codes.js";
import type {Declaration} from "./declaration.js";
import {shiftNames, shiftsText, withShiftPriors} from "./shift-priors.js";
import {inSentence, listed} from "./words.js";

/**
 * Spreads near zero make steps diverge: at 0.8, a third of the fits of a turnout experiment with 20 groups had one
 * transition that did, at 0.95 none had, in the same time and with more effective draws of the tails.
 */
const CAREFUL = 0.95;

/** The name of the column of groups: "group", unless the study has a column of that name. */
export function groupColumn({treatment, ...declared}: Declaration): string {
  const {outcomes, modifiers, controls, clusters} = declared;
  const others = {...outcomes, ...modifiers, ...controls, ...clusters};
  const taken = [treatment.column, ...Object.keys(others)];
  return taken.includes("group") ? "group_of_modifiers" : "group";
}

/**
 * The formula for an outcome: every modifier shifts the effect and, lest its baseline difference be
 * taken for one, the outcome too; what is left varies by group, effects and baselines together, and
 * by cluster, baselines alone.
 */
export function declaredFormula(declaration: Declaration, outcome: string): string {
  const {treatment, modifiers, controls = {}, clusters = {}} = declaration;
  const group = groupColumn(declaration);
  const terms = [
    "1",
    shiftsText(treatment.column, Object.keys(modifiers)),
    ...Object.keys(controls),
    `(1 + ${treatment.column} || ${group})`,
    ...Object.keys(clusters).map((name) => `(1 | ${name})`)
  ];
  return `${outcome} ~ ${terms.join(" + ")}`;
}

/** The author's formula for an outcome, else the usual one. Raises an InputError on one of another outcome. */
function formulaOf(declaration: Declaration, outcome: string): string {
  const own = declaration.formulas?.[outcome];
  if (own === undefined) return declaredFormula(declaration, outcome);
  if (own.split("~")[0].trim() !== outcome)
    error(`invalid formula: ${own}; begin with ${outcome} ~`);
  return own;
}

/** One model per outcome, on cells that a page can refit, with the least squares to compare. */
export function declaredModels(
  declaration: Declaration,
  coded: Readonly<Record<string, Coded>>
): StudyModel[] {
  const {id, treatment, outcomes, modifiers, controls = {}, seed = id} = declaration;
  const t = treatment.column;
  const names = Object.keys(modifiers);
  const group = groupColumn(declaration);
  const more = Object.keys(controls).map((name) => ` + ${name}`);
  const by = listed(names.map((name) => inSentence(declaration)(modifiers[name].label)));
  const words = parameterWords(declaration, coded, group);
  const cluster = olsCluster(declaration);
  return Object.entries(outcomes).map(([outcome, {label}]) => {
    const formula = formulaOf(declaration, outcome);
    const shifts = {formula, treatment: t, modifiers: names, coded};
    const named = shiftNames(shifts).map((name) => `b_${name}`);
    return {
      id: outcome,
      title: `${label}: effects by ${by}`,
      status: "declared",
      origin: originOf(declaration),
      spec: {
        formula,
        priors: withShiftPriors(declaration.priors, shifts),
        treatment: t,
        by: names
      },
      ols: {
        // A group of a few rows has no robust standard error.
        saturated: {
          formula: `${outcome} ~ ${t} * ${group}${more.join("")}`,
          ...(cluster ?? {errors: "classical"})
        },
        additive: {
          formula: `${outcome} ~ ${shiftsText(t, names)}${more.join("")}`,
          ...cluster
        },
        complete: {
          formula: `${outcome} ~ ${[t, ...names].join(" + ")}${more.join("")}`,
          ...cluster
        }
      },
      words,
      curves: {
        parameters: [`b_${t}`, ...named, `sd_${group}__${t}`],
        effects: false,
        ...(Object.hasOwn(declaration.formulas ?? {}, outcome) && {ifThere: true})
      },
      live: {cells: outcome, groups: {kind: "joined", modifiers: names, column: group}},
      sampler: {draws: 2000, seed, targetAcceptance: CAREFUL}
    };
  });
}

/** The first cluster, whose rows err together in least squares; null without one. */
function olsCluster(declaration: Declaration): Pick<OlsComparison, "cluster"> | null {
  const {clusters = {}} = declaration;
  const column = Object.keys(clusters).at(0);
  if (column === undefined) return null;
  return {cluster: {column, label: inSentence(declaration)(clusters[column].label)}};
}

function originOf(declaration: Declaration): string {
  const {modifiers, clusters = {}} = declaration;
  const n = Object.keys(modifiers).length;
  const many = n === 1 ? "one modifier" : `${String(n)} modifiers`;
  const labels = Object.values(clusters).map(({label}) => inSentence(declaration)(label));
  return [
    `Declared for this report: one treatment, ${many}, baselines of their own and partly pooled groups.`,
    ...(labels.length === 0
      ? []
      : [
          `An intercept varies by ${listed(labels)}; least squares beside it has errors clustered by ${labels[0]}.`
        ])
  ].join(" ");
}

function parameterWords(
  declaration: Declaration,
  coded: Readonly<Record<string, Coded>>,
  group: string
): Record<string, string> {
  const {treatment, modifiers, controls = {}, clusters = {}} = declaration;
  const t = treatment.column;
  const words: Record<string, string> = {
    b_Intercept: "Constant",
    [`b_${t}`]: `${treatment.label}, all characteristics at their first level`,
    [`sd_${group}__${t}`]: "Effects beyond the characteristics, sd between groups",
    [`sd_${group}__Intercept`]: "Baselines beyond the characteristics, sd between groups",
    sigma: "Residual standard deviation"
  };
  for (const [name, {label}] of Object.entries(clusters))
    words[`sd_${name}__Intercept`] =
      `Baselines by ${inSentence(declaration)(label)}, sd between them`;
  for (const name of Object.keys({...modifiers, ...controls}))
    for (const [ending, text] of Object.entries(coded[name].coefficients)) {
      words[`b_${name}${ending}`] = `${text}: baseline`;
      if (Object.hasOwn(modifiers, name)) words[`b_${t}:${name}${ending}`] = text;
    }
  return words;
}

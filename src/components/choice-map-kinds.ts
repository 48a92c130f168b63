// The kinds of choice that a set of fits differs by, and how sentences name them.
import {choiceKinds, type ChoiceFit, type ChoiceKind, type ChoiceRows} from "./choice-map-types.js";

/** What each kind of choice is called. */
export const kindLabels: Readonly<Record<ChoiceKind, string>> = {
  model: "Model",
  groups: "Groups",
  spread: "Prior on how effects vary",
  coefficients: "Prior on coefficients",
  likelihood: "Likelihood"
};

/** The kinds that fits differ by, each with its options in the order of the fits. */
export function rowsOfChoices(fits: readonly ChoiceFit[]): ChoiceRows[] {
  return choiceKinds
    .map((kind) => ({
      kind,
      label: kindLabels[kind],
      options: [...new Set(fits.map(({words}) => words[kind]))]
    }))
    .filter(({options}) => options.length > 1);
}

/** A kind inside a sentence: "the choice of groups". */
export function kindText(kind: ChoiceKind): string {
  return kind === "groups" ? "the choice of groups" : `the ${kindLabels[kind].toLowerCase()}`;
}

/** What fits with an option do: "have groups without Gender", "have a prior on coefficients half as wide". */
export function optionText(kind: ChoiceKind, option: string): string {
  if (kind === "model") return `are of the model “${option}”`;
  if (kind === "likelihood") return `have a ${option} likelihood`;
  if (kind === "groups")
    return option.startsWith("without ") ? `have groups ${option}` : `have groups by ${option}`;
  const prior = kindLabels[kind].toLowerCase();
  return /wide|this page/u.test(option) ? `have a ${prior} ${option}` : `have a ${option} ${prior}`;
}

/**
 * What was chosen for a fit: "Corrected; groups without Gender; prior on coefficients half as wide", the
 * model where there are several, and what is changed of it.
 */
export function choicesText({words, published}: ChoiceFit, kinds: readonly ChoiceRows[]): string {
  const parts = kinds.flatMap(({kind, options}) => {
    const own = words[kind];
    if (kind === "model") return [own];
    if (published || own === options[0]) return [];
    if (kind === "likelihood") return [`${own} likelihood`];
    if (kind === "groups")
      return [own.startsWith("without ") ? `groups ${own}` : `groups by ${own}`];
    return [`${kindLabels[kind].toLowerCase()} ${own}`];
  });
  return published ? [...parts, "as on this page"].join("; ") : parts.join("; ");
}

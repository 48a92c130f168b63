// Advice in a study's words: the names it marks, as readers know them.
import type {ModelCard, StudyCard} from "./study-types.js";
import type {EffectRow, ParameterRow} from "./types.js";

/** The words for a name of a model's, or undefined where it has none. */
export type NameWords = (name: string) => string | undefined;

/** The words for what advice on `model` marks: its columns, their combinations, and its groups. */
export function adviceWords(
  {
    outcome,
    modifiers,
    treatment
  }: Pick<StudyCard, "modifiers" | "treatment"> & {outcome: Pick<StudyCard["outcome"], "label">},
  model: Pick<ModelCard, "id" | "formula" | "treatment" | "unshown" | "by">,
  {
    effects = [],
    parameters = []
  }: {
    readonly effects?: readonly EffectRow[];
    readonly parameters?: readonly ParameterRow[];
  } = {}
): NameWords {
  const response = /^\s*([\w.]+)/.exec(model.formula)?.[1] ?? "";
  const own = new Map(
    parameters
      .filter((row) => row.model === model.id)
      .map(({variable, label}) => [variable, label.replace(/: baseline$/, "")])
  );
  const groups = new Map([
    ...Object.entries(model.unshown ?? {}),
    ...effects
      .filter((row) => row.model === model.id)
      .map(({group, label}): [string, string] => [group, label])
  ]);
  return (name) => {
    if (name === model.treatment) return treatment ?? "the treatment";
    if (name === response) return outcome.label;
    return (
      modifiers.find((one) => one.name === name)?.label ??
      own.get(`b_${model.treatment}:${name}`) ??
      own.get(`b_${name}`) ??
      groups.get(name) ??
      groups.get(valuesOf(name, model.by)?.join("_") ?? "")
    );
  };
}

/**
 * The values of a group written out, in the order of the columns `by` that it is told by: "1" and "0" of "white 1 male 0",
 * and texts of several words whole; null of any other text.
 */
export function valuesOf(text: string, by: readonly string[]): string[] | null {
  const values: string[] = [];
  let rest = ` ${text}`;
  for (const [k, name] of by.entries()) {
    const start = ` ${name} `;
    if (!rest.startsWith(start)) return null;
    const next = by.at(k + 1);
    const end = next === undefined ? rest.length : rest.indexOf(` ${next} `, start.length);
    if (end < 0) return null;
    values.push(rest.slice(start.length, end));
    rest = rest.slice(end);
  }
  return values.length > 0 ? values : null;
}

/** A sentence with its marked names: in words, or as code where it has none. */
export function wordedNodes(text: string, words: NameWords): (string | HTMLElement)[] {
  return text.split("`").map((part, i) => {
    if (i % 2 === 0) return part;
    const known = words(part);
    const node = document.createElement(known === undefined ? "code" : "em");
    node.textContent = known ?? part;
    return node;
  });
}

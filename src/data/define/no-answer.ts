// The step that takes codes such as 98 for what they mean, that there is no answer.
import type {Recode} from "../recode.js";
import {derive, type Derivation} from "../recode-steps.js";
import type {Value} from "../table.js";
import type {Declaration} from "./declaration.js";
import {inSentence, listed} from "./words.js";

/** Empties the declared codes; no step where there are none. */
export function noAnswerStep(declaration: Declaration): Recode[] {
  const entries = Object.entries(declaration.noAnswer ?? {});
  if (entries.length === 0) return [];
  const derivations = entries.map(([name, codes]): [string, Derivation] => {
    const isCode = codeTest(codes);
    const value = (own: Value): Value =>
      isCode(own) ? (typeof own === "string" ? null : NaN) : own;
    return [name, {inputs: [name], value: (row) => value(row[name])}];
  });
  const why = `${noAnswerText(declaration)}.`;
  return [derive({name: "No answers", why}, Object.fromEntries(derivations))];
}

/** Whether a value is one of the codes, which a declaration may give as numbers or as texts. */
export function codeTest(codes: readonly (number | string)[]): (value: Value) => boolean {
  const known = new Set(codes.map(String));
  return (value) => known.has(String(value));
}

/** "“98” and “99” of age and “-9” of income mean that there is no answer". */
function noAnswerText(declaration: Declaration): string {
  const {noAnswer = {}, treatment, outcomes, modifiers, controls} = declaration;
  const labels = new Map(
    [
      [treatment.column, treatment] as const,
      ...Object.entries({...outcomes, ...modifiers, ...controls})
    ].map(([name, {from = name, label}]) => [from, inSentence(declaration)(label)])
  );
  const parts = Object.entries(noAnswer).map(([name, codes]) => {
    const quoted = codes.map((code) => `“${String(code)}”`);
    return `${listed(quoted)} of ${labels.get(name) ?? name}`;
  });
  const isOne = Object.values(noAnswer).flat().length === 1;
  return `${listed(parts)} ${isOne ? "means" : "mean"} that there is no answer`;
}

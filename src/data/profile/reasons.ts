// Why a proposed model is as it is, in sentences.
import type {Declaration, DeclaredColumn} from "../define/declaration.js";
import {inSentence, listed} from "../define/words.js";
import type {ColumnProfile} from "./column-profile.js";

/** The reasons for a declaration whose treatment is profiled beside it. */
export function reasonsOf(declaration: Declaration, {label}: ColumnProfile): string[] {
  const {modifiers, outcomes, scale, priors} = declaration;
  const wordOf = ({label: one}: DeclaredColumn): string => inSentence(declaration)(one);
  const binned = Object.entries(modifiers).filter(([, {bins}]) => bins);
  const kept = Object.entries(modifiers).filter(([, {missing}]) => missing !== undefined);
  return [
    `${label} may shift the outcome differently for every level of ${listed(Object.values(modifiers).map(wordOf))}; each of these also has a baseline of its own, so that a difference that was there before is not taken for an effect.`,
    "What the levels leave unexplained varies by group and is partly pooled: small groups lean on the rest.",
    ...(scale.factor === 100
      ? ["The outcome is 0 or 1 and modelled as it is, so that effects are percentage points."]
      : []),
    ...(Object.keys(outcomes).length > 1
      ? ["Each outcome has a model of its own on the rows that answer all of them."]
      : []),
    ...binned.map(
      ([, {label: many}]) => `${many} has many values and is cut into ranges of about equal size.`
    ),
    ...kept.map(
      ([, one]) => `Many rows have no ${wordOf(one)}; they are kept, as a level of their own.`
    ),
    `Priors follow the spread of the outcome: ${priors.join("; ")}. The one on shifts draws effects of different levels towards each other, as far as the data let it.`
  ];
}

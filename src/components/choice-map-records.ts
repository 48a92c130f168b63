// A fit of a map of choices in a sentence and as a row of a table.
import {choicesText} from "./choice-map-kinds.js";
import {fitKey} from "./choice-map-marks.js";
import type {ChoiceRows, LookedFit} from "./choice-map-types.js";
import {capitalise, effectText, intervalText, numberText, type Outcome} from "./format.js";
import {signText} from "./sign-text.js";

/** "Fit 3 of 108 from the lowest: …", with all that was chosen; empty where there is no such fit. */
export function fitSentence(
  sorted: readonly LookedFit[],
  kinds: readonly ChoiceRows[],
  key: string,
  outcome: Outcome
): string {
  const at = sorted.findIndex((fit) => fitKey(fit) === key);
  const fit = sorted.at(at);
  if (at < 0 || !fit) return "";
  const {median, lower95, upper95, p_positive} = fit.estimate;
  const trust = fit.unconverged === "" ? "" : `; not to be trusted: ${fit.unconverged}`;
  return `${capitalise(choicesText(fit, kinds))}: ${effectText(median, outcome)}, 95% interval ${intervalText(lower95, upper95, outcome)}, ${signText(p_positive)}; fit ${numberText(at + 1)} of ${numberText(sorted.length)} from the lowest${trust}`;
}

/** The fits in the unit of the figure, with what was chosen for each. */
export function fitRecords(
  sorted: readonly LookedFit[],
  kinds: readonly ChoiceRows[],
  {factor}: Outcome
): Record<string, string | number>[] {
  return sorted.map(({estimate, words, unconverged, published, draws}, i) => ({
    rank: i + 1,
    ...Object.fromEntries(kinds.map(({kind, label}) => [label.toLowerCase(), words[kind]])),
    published: published ? "yes" : "",
    median: estimate.median * factor,
    lower50: estimate.lower50 * factor,
    upper50: estimate.upper50 * factor,
    lower95: estimate.lower95 * factor,
    upper95: estimate.upper95 * factor,
    p_positive: estimate.p_positive,
    draws_per_chain: draws,
    unconverged
  }));
}

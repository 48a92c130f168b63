// What would have to be true for the sign of an effect to turn.
import {choicesText, optionText} from "./choice-map-kinds.js";
import {isClear} from "./choice-map-readings.js";
import type {ChoiceRows, LookedFit} from "./choice-map-types.js";
import {agree, count, effectText, listText, numberText, type Outcome} from "./format.js";

/**
 * In how many of the other fits the sign is not that of `reference`, and what those have in common; the
 * nearest where there is none. Empty where there is no other fit.
 */
export function turnReading(
  fits: readonly LookedFit[],
  reference: LookedFit,
  kinds: readonly ChoiceRows[],
  outcome: Outcome
): string {
  const sign = reference.estimate.median < 0 ? -1 : 1;
  const others = fits.filter(({fit}) => fit !== reference.fit);
  const turned = others.filter(({estimate}) => sign * estimate.median < 0);
  if (others.length === 0) return "";
  const said = `the sign of ${effectText(reference.estimate.median, outcome)} (${choicesText(reference, kinds) || "as on this page"})`;
  const one = others.length === 1;
  if (turned.length === 0) {
    const nearest = others.reduce((a, b) =>
      sign * b.estimate.median < sign * a.estimate.median ? b : a
    );
    const place = `${effectText(nearest.estimate.median, outcome)} (${choicesText(nearest, kinds)})`;
    return one
      ? `The one other fit does not turn ${said}: it has ${place}.`
      : `None of the ${numberText(others.length)} other fits turns ${said}; nearest to zero comes ${place}.`;
  }
  const only = turned.at(0);
  const how =
    turned.length === others.length
      ? one
        ? "The one other fit turns"
        : `All ${numberText(others.length)} other fits turn`
      : `${numberText(turned.length)} of the ${numberText(others.length)} other fits ${agree(turned.length, "turns", "turn")}`;
  const why =
    turned.length === 1 && only
      ? `: ${choicesText(only, kinds)}, with ${effectText(only.estimate.median, outcome)}.`
      : `. ${commonText(turned, fits, kinds)}`;
  return `${how} ${said}${why}${clearText(turned)}`;
}

/** What fits share that not all have, and whether others share it too. */
function commonText(
  turned: readonly LookedFit[],
  fits: readonly LookedFit[],
  kinds: readonly ChoiceRows[]
): string {
  const has = (fit: LookedFit, {kind, option}: {kind: ChoiceRows["kind"]; option: string}) =>
    fit.words[kind] === option;
  const all = kinds.flatMap(({kind, options}) => options.map((option) => ({kind, option})));
  const shared = all.filter((choice) => turned.every((fit) => has(fit, choice)));
  if (shared.length > 0) {
    const rest = fits.filter(
      (fit) => !turned.includes(fit) && shared.every((choice) => has(fit, choice))
    ).length;
    const what = listText(shared.map(({kind, option}) => optionText(kind, option)));
    const others =
      rest === 0
        ? "and no other fit does"
        : `and so ${agree(rest, "does", "do")} ${numberText(rest)} that ${agree(rest, "keeps", "keep")} the sign`;
    return `All of them ${what}, ${others}.`;
  }
  const often = all
    .map((choice) => ({
      ...choice,
      turned: turned.filter((fit) => has(fit, choice)).length,
      of: fits.filter((fit) => has(fit, choice)).length
    }))
    .reduce((a, b) => (b.turned / b.of > a.turned / a.of ? b : a));
  return `They have no choice in common; the sign turns most often where fits ${optionText(often.kind, often.option)}: in ${numberText(often.turned)} of ${count(often.of, "fit")}.`;
}

function clearText(turned: readonly LookedFit[]): string {
  const clear = turned.filter(isClear).length;
  if (clear === 0)
    return turned.length === 1
      ? " Its 95% interval holds zero."
      : " In none of them is the 95% interval clear of zero.";
  if (turned.length === 1) return " Its 95% interval is clear of zero.";
  return clear === turned.length
    ? " In all of them the 95% interval is clear of zero."
    : ` In ${numberText(clear)} of them the 95% interval is clear of zero.`;
}

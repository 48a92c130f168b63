// What a map of choices says: how far the effect runs over the fits, what moves it, who is not to be trusted.
import {choicesText, kindText} from "./choice-map-kinds.js";
import type {ChoiceFit, ChoiceKind, ChoiceRows, LookedFit} from "./choice-map-types.js";
import {
  agree,
  capitalise,
  count,
  effectText,
  every,
  intervalText,
  listText,
  numberText,
  unitName,
  type Outcome
} from "./format.js";

/** True when the 95% interval leaves zero out. */
export function isClear({estimate: {lower95, upper95}}: LookedFit): boolean {
  return lower95 > 0 || upper95 < 0;
}

/** From where to where the effect runs, and in how many fits its interval is clear of zero. */
export function spanReading(
  fits: readonly LookedFit[],
  {whose, outcome}: {readonly whose: string; readonly outcome: Outcome}
): string {
  const sorted = [...fits].sort((a, b) => a.estimate.median - b.estimate.median);
  const [first, last] = [sorted.at(0), sorted.at(-1)];
  if (!first || !last) return "No choice could be fitted.";
  const text = ({estimate}: LookedFit): string => effectText(estimate.median, outcome);
  const {lower95, upper95} = first.estimate;
  if (first === last)
    return `The one fit puts ${whose} at ${text(first)}, 95% interval ${intervalText(lower95, upper95, outcome)}.`;
  const runs =
    text(first) === text(last)
      ? `In ${every(fits.length, "fit")} ${whose} is ${text(first)}`
      : `Over ${count(fits.length, "fit")} ${whose} runs from ${text(first)} to ${text(last)}`;
  const clear = fits.filter(isClear).length;
  const many =
    clear === 0 ? "none of them" : clear === fits.length ? "all of them" : numberText(clear);
  return `${runs}; the 95% interval is clear of zero in ${many}.`;
}

/** How far each kind of choice moves the effect, others held: the mean distance within sets of such fits. */
export function moves(
  fits: readonly LookedFit[],
  kinds: readonly ChoiceRows[]
): {readonly kind: ChoiceKind; readonly size: number}[] {
  return kinds
    .map(({kind}) => {
      const sets = new Map<string, number[]>();
      for (const {words, estimate} of fits) {
        const rest = JSON.stringify(kinds.map((one) => one.kind !== kind && words[one.kind]));
        sets.set(rest, [...(sets.get(rest) ?? []), estimate.median]);
      }
      const several = [...sets.values()].filter((set) => set.length > 1);
      const total = several.reduce((sum, set) => sum + Math.max(...set) - Math.min(...set), 0);
      return {kind, size: total / several.length};
    })
    .filter(({size}) => Number.isFinite(size))
    .sort((a, b) => b.size - a.size);
}

/** Which kind of choice moves the effect most, and how far the others do. */
export function moversReading(
  fits: readonly LookedFit[],
  kinds: readonly ChoiceRows[],
  outcome: Outcome
): string {
  const all = moves(fits, kinds).map(({kind, size}) => ({kind, size: sizeText(size, outcome)}));
  const most = all.filter(({size}) => size === all.at(0)?.size);
  const rest = all.slice(most.length);
  const first = most.at(0);
  if (!first) return "";
  if (!/[1-9]/u.test(first.size)) return "No kind of choice moves it by a digit that is shown.";
  const names = listText(most.map(({kind}) => kindText(kind)));
  const by = `by ${first.size} on average${most.length > 1 ? " each" : ""}`;
  if (rest.length === 0 && most.length === 1)
    return `${capitalise(names)} is all that differs, and moves it ${by}.`;
  const then = rest.map(({kind, size}) => `${kindText(kind)} by ${size}`);
  return `With the other choices held, ${names} ${agree(most.length, "moves", "move")} it most, ${by}${then.length > 0 ? `; ${listText(then)}` : ""}.`;
}

/** A distance with one digit more than effects have: "0.3 points". */
function sizeText(size: number, outcome: Outcome): string {
  const unit = unitName(outcome).replace(/^percentage /u, "");
  return `${numberText(size * outcome.factor, outcome.digits + 1)} ${unit}`;
}

/** Which fits are not to be trusted, and which could not be made; empty when there are none. */
export function trustReading(fits: readonly ChoiceFit[], kinds: readonly ChoiceRows[]): string {
  const bad = fits.filter(({unconverged}) => unconverged !== "");
  const refused = fits.filter((fit) => fit.refused !== "");
  const first = refused.at(0);
  return [
    bad.length > 0 &&
      `${capitalise(count(bad.length, "fit"))} ${agree(bad.length, "misses", "miss")} a limit of convergence and ${agree(bad.length, "is", "are")} drawn in red.`,
    first &&
      `${capitalise(count(refused.length, "combination"))} could not be fitted (${choicesText(first, kinds)}: ${first.refused}).`
  ]
    .filter((part) => typeof part === "string")
    .join(" ");
}

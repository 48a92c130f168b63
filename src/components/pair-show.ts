// Fetches the draws of a pair and shows its figure, whatever comes of it.
import {PairFigure, type PairFigureOptions} from "./pair-figure.js";
import type {Comparer, DrawnPosterior, Pair} from "./pair-types.js";
import type {EffectRow} from "./types.js";

/** Two groups by their keys; null where none is chosen yet. */
export type Chosen = readonly [string | null, string | null];

/** What is said while no pair is chosen. */
export const pairHint = "Choose two groups, or press a button: their draws are read only then.";

/** Which groups to compare, and how. */
export interface PairShowOptions extends Omit<PairFigureOptions, "labels"> {
  readonly model: string;
  readonly compare: Comparer;
}

/** Where to show the figure and say what happens; a pair that is no longer `current` is dropped. */
export interface PairPlace {
  readonly place: HTMLElement;
  readonly say: (sentence: string) => void;
  readonly isCurrent: () => boolean;
}

/** Shows a pair; until it is there the one before stays, dimmed. */
export async function showPair(
  [a, b]: Chosen,
  rows: readonly EffectRow[],
  options: PairShowOptions,
  {place, say, isCurrent}: PairPlace
): Promise<void> {
  const [first, second] = [a, b].map((key) => rows.find(({group}) => group === key));
  if (!first || !second || first === second) {
    place.replaceChildren();
    say(first && first === second ? "Both fields hold the same group: choose another." : pairHint);
    return;
  }
  place.classList.add("busy");
  say("Reading the draws\u2026");
  try {
    const {model, compare, point = "median"} = options;
    const groups = rows.map(({group}) => group);
    const [m1 = NaN, m2 = NaN] = [first, second].map(({rungs}) => rungs.partial?.mean);
    const pair: Pair = {
      ...{model, groups, point},
      ...{first: first.group, second: second.group, means: [m1, m2]}
    };
    const drawn = await compare(pair);
    if (!isCurrent()) return;
    const result = {
      ...drawn,
      first: whole(drawn.first, first),
      second: whole(drawn.second, second)
    };
    const figure = PairFigure(result, {...options, labels: [first.label, second.label]});
    place.replaceChildren(figure);
    say("");
  } catch {
    if (!isCurrent()) return;
    place.replaceChildren();
    say(
      "The draws could not be read; choose the groups again to try once more. All else on the page is as it was."
    );
  } finally {
    if (isCurrent()) place.classList.remove("busy");
  }
}

/** A group's numbers by the whole run, as every other figure has them; the curve is of the draws that are here. */
function whole(drawn: DrawnPosterior, {rungs, p_positive}: EffectRow): DrawnPosterior {
  return {...drawn, estimate: rungs.partial ?? drawn.estimate, p_positive};
}

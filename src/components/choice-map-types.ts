// What a map of choices is made of, types only.
import type {LiveChoice} from "./live-types.js";

/** A posterior as the map shows it, in units of the outcome. */
export interface MapEstimate {
  readonly median: number;
  readonly lower50: number;
  readonly upper50: number;
  readonly lower95: number;
  readonly upper95: number;
  readonly p_positive: number;
}

/** What can be chosen, in the order in which it is told. */
export const choiceKinds = ["model", "groups", "spread", "coefficients", "likelihood"] as const;

export type ChoiceKind = (typeof choiceKinds)[number];

/** A fit: a row of `choices.arrow`. */
export interface ChoiceFit {
  readonly fit: number;
  /** Fits of one question tell the same effects. */
  readonly question: number;
  readonly model: string;
  readonly choice: LiveChoice;
  /** What was chosen, in words. */
  readonly words: Readonly<Record<ChoiceKind, string>>;
  /** Draws per chain. */
  readonly draws: number;
  /** True when nothing is changed of its model. */
  readonly published: boolean;
  /** Over the rows of the groups shown; null where the model could not be fitted. */
  readonly average: MapEstimate | null;
  readonly unconverged: string;
  readonly refused: string;
}

/** A fit with the effect that is looked at. */
export interface LookedFit extends ChoiceFit {
  readonly estimate: MapEstimate;
}

/** A kind of choice with more than one option, and its options in order. */
export interface ChoiceRows {
  readonly kind: ChoiceKind;
  readonly label: string;
  readonly options: readonly string[];
}

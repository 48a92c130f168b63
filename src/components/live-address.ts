// A changed model in the page's address, written and read back with care.
import {writeAddress} from "./address.js";
import type {LiveEngine} from "./live-answer.js";
import type {LiveCard, LiveChoice} from "./live-types.js";

/** A model and what is changed of it. */
export interface LiveState {
  readonly model: string;
  readonly choice: LiveChoice;
}

/** The names under which parts of a state stand, after "live-". */
export const stateNames = [
  "model",
  "groups",
  "bins",
  "without",
  "spread",
  "coefficients",
  "likelihood",
  "draws"
] as const;

export type StateName = (typeof stateNames)[number];

/** Writes what differs from the published model; nothing when nothing does and the model is the first. */
export function writeState(
  {model, choice}: LiveState,
  card: LiveCard,
  engine: LiveEngine,
  first: string
): void {
  const plain = engine.unchanged(card);
  const {groups, bins, without, spread, coefficients, likelihood, draws} = choice;
  const list = (values: readonly string[]): string | null =>
    values.length > 0 ? values.join("~") : null;
  const spreadText = `${spread.family ?? ""}:${String(spread.factor)}`;
  const entries: Record<StateName, string | null> = {
    model: model === first ? null : model,
    groups: groups.join() === plain.groups.join() ? null : list(groups),
    bins: list(Object.entries(bins).map(([name, n]) => `${name}:${String(n)}`)),
    without: list(without),
    spread: spreadText === ":1" ? null : spreadText,
    coefficients: coefficients.factor === 1 ? null : String(coefficients.factor),
    likelihood: likelihood === plain.likelihood ? null : likelihood,
    draws: draws === null ? null : String(draws)
  };
  writeAddress(
    Object.fromEntries(Object.entries(entries).map(([name, value]) => [`live-${name}`, value]))
  );
}

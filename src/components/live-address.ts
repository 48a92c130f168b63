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

/** What of a choice is as published. */
export type PlainChoice = Pick<LiveChoice, "groups" | "likelihood">;

/** What differs from the published model, by its name in the address; null for what does not. */
export function stateEntries(
  {model, choice}: LiveState,
  plain: PlainChoice,
  first: string
): Record<string, string | null> {
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
  return Object.fromEntries(
    Object.entries(entries).map(([name, value]) => [`live-${name}`, value])
  );
}

/** Writes what differs from the published model; nothing when nothing does and the model is the first. */
export function writeState(
  state: LiveState,
  card: LiveCard,
  engine: LiveEngine,
  first: string
): void {
  writeAddress(stateEntries(state, engine.unchanged(card), first));
}

/** The address of the page at `href` with a state and nothing else that is live, at `place`. */
export function stateAddress(
  entries: Readonly<Record<string, string | null>>,
  href: string,
  place: string
): string {
  const url = new URL(href);
  for (const [name, value] of Object.entries(entries))
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  url.hash = place;
  return url.href;
}

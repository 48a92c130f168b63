// Which fits of a model are too many seconds' work for a map of choices.
import type {LiveCard} from "../../live/live-card.js";
import type {GridModel} from "./grid.js";

/** With more levels of a factor beside its groups a model takes minutes to sample. */
const MANY = 100;

/** What of a group term tells how long its model takes. */
export interface SizedTerm {
  readonly factors: readonly string[];
  readonly levels: readonly string[];
}

/** The terms of other factors than a model's groups are made of. */
export function termsBeside<T extends SizedTerm>(
  terms: readonly T[],
  {modifiers, column}: Pick<LiveCard["groups"], "modifiers" | "column">
): T[] {
  const own = new Set([...modifiers, column]);
  return terms.filter(({factors}) => factors.some((name) => !own.has(name)));
}

/**
 * The fits that take too long, of a model with the terms `beside` its groups: those that NUTS makes as the study asked,
 * or of hundreds of levels, by the method that was taken.
 */
export function slowFits(
  beside: readonly SizedTerm[],
  taken: string,
  asked: string | undefined
): GridModel["slow"] {
  if (asked === "nuts") return "all";
  if (!beside.some(({levels}) => levels.length > MANY)) return undefined;
  return taken === "nuts" ? "all" : "other likelihoods";
}

/**
 * How far other likelihoods of an outcome of 0 and 1 are crossed in a study that declares no question, of a model with
 * the terms `beside` its groups: sampled where the published draws are exact, each is worth ten or more of the others.
 */
export function otherLikelihoods(
  beside: readonly SizedTerm[],
  taken: string
): NonNullable<GridModel["others"]> {
  if (taken === "nuts") return "crossed";
  return beside.length === 0 ? "single changes" : "alone";
}

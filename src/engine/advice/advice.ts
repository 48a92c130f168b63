// What a warning is made of, and what a rule may look at.
import type {Diagnostics} from "../diagnostics/verdict.js";
import type {Effects} from "../effects/effects.js";
import type {Model} from "../model/model.js";

/** A warning or piece of guidance: what is so, why it matters, and what to do. */
export interface Advice {
  /** The rule's code, such as "W13". */
  readonly code: string;
  readonly severity: "note" | "warning" | "error";
  /** Names of columns, groups and terms stand between backticks, in the remedy too. */
  readonly message: string;
  readonly remedy: string;
}

/** What rules look at: the model on its data, its groups and how sampling went. */
export interface Evidence {
  readonly model: Model;
  readonly effects: Effects;
  readonly diagnostics: Diagnostics;
}

/** A rule: advice when its trigger is met, else null. */
export type Rule = (evidence: Evidence) => Advice | null;

/** "1 group", "3 groups". */
export function count(n: number, noun: string): string {
  return `${String(n)} ${noun}${n === 1 ? "" : "s"}`;
}

/** A name of the data's, marked so that a page can put it into words. */
export function named(name: string): string {
  return `\`${name}\``;
}

/** "`a`, `b` and 3 more". */
export function few(names: readonly string[], most = 4): string {
  if (names.length <= most) return names.map(named).join(", ");
  const first = names
    .slice(0, most - 1)
    .map(named)
    .join(", ");
  return `${first} and ${String(names.length - most + 1)} more`;
}

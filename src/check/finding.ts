// What a check has to say: one sentence that tells what is wrong, where, and what to do.

/** The checks, by the names that their findings bear. */
export const checkNames = [
  "convergence",
  "staleness",
  "priors",
  "prose",
  "links",
  "citations",
  "budgets",
  "stand-in"
] as const;

export type CheckName = (typeof checkNames)[number];

/** One thing that is wrong. */
export interface Finding {
  readonly check: CheckName;
  /** A file, a page or a model: `docs/alliances.md:12`, `alliances/scenario-text`. */
  readonly where: string;
  /** What is wrong; what to do. */
  readonly message: string;
}

/** A maker of one check's findings. */
export function finder(check: CheckName): (where: string, message: string) => Finding {
  return (where, message) => ({check, where, message});
}

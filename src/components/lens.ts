// The estimand lens: which question the page's numbers answer, and the numbers that answer it.
import type {EffectRow, Estimate} from "./types.js";

/** What an effect refers to: each observed group, their average, a group not seen yet, a population. */
export type LensKind = "groups" | "average" | "new" | "reweighted";

/** The lenses in the order to offer them; the first one shows what exists. */
export const lensChoices = [
  {value: "groups", label: "these groups"},
  {value: "average", label: "the sample average"},
  {value: "new", label: "a new group"},
  {value: "reweighted", label: "a reweighted population"}
] as const satisfies readonly {value: LensKind; label: string}[];

/** The lens of that name, the first one where there is none. */
export function lensOf(name: string | undefined): LensKind {
  return lensChoices.find(({value}) => value === name)?.value ?? "groups";
}

/** One number beside those of the groups: of all of them, or of those at one level. */
export interface Answer {
  readonly model: string;
  /** Empty for all groups. */
  readonly modifier: string;
  readonly level: string;
  readonly groups: number;
  readonly n: number;
  /** Terms of the model whose levels a new group has to itself. */
  readonly redrawn: number;
  readonly p_positive: number;
  readonly mcse_mean: number;
  /** The draws that it rests on; 0 for all of the fit. */
  readonly draws: number;
  readonly estimate: Estimate;
}

/** What a page shows through the lens. */
export interface Lens {
  readonly kind: LensKind;
  /** The rows for figures of groups: the observed groups, or new ones like them. */
  readonly rows: (model: string) => readonly EffectRow[];
  /** The number for all groups; none for the lens of these groups. */
  readonly overall: (model: string) => Answer | undefined;
  readonly levels: (model: string) => readonly Answer[];
  /** The average over some of a model's groups by their rows, from draws that are fetched for it. */
  readonly together?: (groups: readonly EffectRow[]) => Promise<Answer | undefined>;
}

/** Builds the lens `kind` from the groups' own rows, new groups' rows, and the answers of the kind. */
export function createLens(
  kind: LensKind,
  groups: readonly EffectRow[],
  {renewed = [], answers = []}: {renewed?: readonly EffectRow[]; answers?: readonly Answer[]} = {}
): Lens {
  const shown = kind === "new" ? renewed : groups;
  return {
    kind,
    rows: (model) => shown.filter((row) => row.model === model),
    overall: (model) => answers.find((one) => one.model === model && one.modifier === ""),
    levels: (model) => answers.filter((one) => one.model === model && one.modifier !== "")
  };
}

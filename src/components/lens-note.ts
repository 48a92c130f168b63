// The line under the controls: what the lens means, on which scale, and what went wrong.
import {element} from "./dom.js";
import type {LensKind} from "./lens.js";
import {respondents, type RowWords} from "./row-words.js";
import type {ModelCard} from "./study-types.js";

const oneScale = "Effects are in the outcome’s own unit: it is modelled as it was measured.";

const scaleNames: Readonly<Record<string, string>> = {
  link: "Effects are differences in log-odds.",
  response: "Effects are differences in probability, averaged over a group’s rows."
};

/** Scales to offer for models of this family: two where they differ, none where they are one. */
export function scaleChoices({
  family
}: Pick<ModelCard, "family">): {value: string; label: string}[] {
  if (family !== "bernoulli") return [];
  return [
    {value: "link", label: "log-odds"},
    {value: "response", label: "probability"}
  ];
}

/** The line; a screen reader hears it when the lens changes. */
export function LensNote(
  kind: LensKind,
  {
    model,
    scale = "link",
    problem = "",
    row
  }: {
    model: Pick<ModelCard, "family">;
    scale?: string;
    problem?: string;
    row?: RowWords | undefined;
  }
): HTMLElement {
  const scales = scaleChoices(model).length > 0 ? (scaleNames[scale] ?? "") : oneScale;
  return element(
    "div",
    {class: "lens-note", role: "status"},
    element("p", {}, `${lensMeaning(kind, {row})} ${scales}`),
    problem && element("p", {class: "lens-problem"}, problem)
  );
}

/** What the lens means, for the line under the control. */
export function lensMeaning(kind: LensKind, {row = respondents}: {row?: RowWords} = {}): string {
  const meanings: Readonly<Record<LensKind, string>> = {
    groups:
      "Each observed group’s own effect. Credible intervals with equal tails: uncertainty about the parameters of these groups, given the model.",
    average: `The groups’ effects weighted by their ${row[1]}, shares fixed as in the data. Intervals contain uncertainty about the parameters, not about who was sampled.`,
    new: "The effect in a group not seen yet. What it shares with observed groups is kept; what would be its own is drawn from the variation between groups, which intervals therefore contain beside uncertainty about the parameters.",
    reweighted: `The groups’ effects weighted to the shares below, which you may edit. Intervals contain uncertainty about the parameters; shares are taken as known.`
  };
  return meanings[kind];
}

// The line under the controls: what the lens means, on which scale, and what went wrong.
import {element} from "./dom.js";
import type {LensKind} from "./lens.js";
import {lensMeaning} from "./lens-words.js";
import type {ModelCard} from "./study-types.js";

const oneScale =
  "Link and response scale are one here: the outcome is modelled as it was measured.";

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
  }: {model: Pick<ModelCard, "family">; scale?: string; problem?: string; row?: string}
): HTMLElement {
  const scales = scaleChoices(model).length > 0 ? (scaleNames[scale] ?? "") : oneScale;
  return element(
    "div",
    {class: "lens-note", role: "status"},
    element("p", {}, `${lensMeaning(kind, {row})} ${scales}`),
    problem && element("p", {class: "lens-problem"}, problem)
  );
}

// The model that a reader had fitted, in full.
import type {NameWords} from "./advice-words.js";
import {element} from "./dom.js";
import {capitalise} from "./format.js";
import type {LiveResult} from "./live-answer.js";
import {AdviceList} from "./notices.js";

/** Formula, priors in force, method and advice, its names in `words`; folded away. */
export function LiveDetails(
  {
    formula,
    equations,
    priors,
    reason,
    advice
  }: Pick<LiveResult, "formula" | "equations" | "priors" | "reason" | "advice">,
  words: NameWords
): HTMLElement {
  return element(
    "details",
    {class: "live-details"},
    element("summary", {}, "The model that was fitted, its priors and what the checks say"),
    element("pre", {}, [formula, ...equations].join("\n")),
    element(
      "ul",
      {},
      ...priors.map(({class: kind, coef, group, prior}) =>
        element(
          "li",
          {},
          element("code", {}, [kind, coef, group].filter(Boolean).join(" ")),
          ` ${prior}`
        )
      )
    ),
    element("p", {}, `${capitalise(reason)}.`),
    AdviceList(advice, words)
  );
}

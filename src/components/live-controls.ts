// The form with which a reader changes a model.
import type {Choice} from "./choices.js";
import {element} from "./dom.js";
import {DrawsChoice} from "./live-draws-choice.js";
import {GroupChoice} from "./live-group-choice.js";
import {LeaveOut} from "./live-leave-out.js";
import {LikelihoodChoice} from "./live-likelihood-choice.js";
import {PriorChoice, type PriorChange} from "./live-prior-choice.js";
import type {LiveEngine} from "./live-answer.js";
import type {LiveCard, LiveChoice} from "./live-types.js";

/** What the form is made of. */
export interface LiveControlOptions {
  readonly card: LiveCard;
  readonly choice: LiveChoice;
  readonly engine: LiveEngine;
  /** The published groups, to leave some out. */
  readonly groups: readonly Choice[];
  /** True when the outcome is 0 or 1 in every row. */
  readonly zeroOne: boolean;
  readonly changed: (choice: LiveChoice) => void;
}

/** The controls of one model; every change calls `changed` with the whole choice. */
export function LiveControls(options: LiveControlOptions): HTMLFormElement {
  const {card, engine} = options;
  let {choice} = options;
  const set = (change: Partial<LiveChoice>): void => {
    choice = {...choice, ...change};
    options.changed(choice);
  };
  const priors = (
    legend: string,
    kind: "sd" | "b",
    start: PriorChange,
    told: (next: PriorChange) => void
  ) =>
    engine.hasScale(card.spec.priors, kind) &&
    PriorChoice({
      legend,
      families: kind === "sd" ? Object.keys(engine.spreadFamilies) : [],
      start,
      words: (change) => engine.priorWords(card.spec.priors, kind, change),
      set: told
    });
  const form = element(
    "form",
    {class: "live-controls", "aria-label": "Change the model"},
    GroupChoice(card, choice, (change) => {
      set(change);
    }),
    priors("Prior on how much effects vary", "sd", choice.spread, (spread) => {
      set({spread});
    }),
    priors("Priors on coefficients", "b", {...choice.coefficients, family: null}, ({factor}) => {
      set({coefficients: {factor}});
    }),
    LikelihoodChoice(engine, options.zeroOne, choice.likelihood, (likelihood) => {
      set({likelihood});
    }),
    LeaveOut(options.groups, choice.without, (without) => {
      set({without});
    }),
    DrawsChoice(card, choice.draws, (draws) => {
      set({draws});
    })
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
  });
  return form;
}

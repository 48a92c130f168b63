// The form with which a reader changes a model.
import {Select, type Choice} from "./choices.js";
import {element} from "./dom.js";
import {numberText} from "./format.js";
import {GroupChoice} from "./live-group-choice.js";
import {LeaveOut} from "./live-leave-out.js";
import {PriorChoice} from "./live-prior-choice.js";
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
  const form = element(
    "form",
    {class: "live-controls", "aria-label": "Change the model"},
    GroupChoice(card, choice, (change) => {
      set(change);
    }),
    engine.hasScale(card.spec.priors, "sd") &&
      PriorChoice({
        legend: "Prior on how much effects vary",
        families: engine.spreadFamilies,
        start: choice.spread,
        say: (spread) => engine.scaledPrior(card.spec.priors, "sd", spread),
        set: (spread) => {
          set({spread});
        }
      }),
    engine.hasScale(card.spec.priors, "b") &&
      PriorChoice({
        legend: "Priors on coefficients",
        families: {},
        start: {family: null, factor: choice.coefficients.factor},
        say: (change) => engine.scaledPrior(card.spec.priors, "b", change),
        set: ({factor}) => {
          set({coefficients: {factor}});
        }
      }),
    LikelihoodChoice(options, (likelihood) => {
      set({likelihood});
    }),
    LeaveOut(options.groups, choice.without, (without) => {
      set({without});
    }),
    DrawsChoice(card, choice, (draws) => {
      set({draws});
    })
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
  });
  return form;
}

function LikelihoodChoice(
  {engine, choice, zeroOne}: LiveControlOptions,
  set: (likelihood: string) => void
): HTMLElement | null {
  const list = Select(
    "likelihood",
    "Likelihood",
    Object.entries(engine.likelihoods)
      .filter(([, one]) => zeroOne || !one.zeroOne)
      .map(([value, {label}]) => ({value, label})),
    choice.likelihood
  );
  list?.querySelector("select")?.addEventListener("change", (event) => {
    set((event.target as HTMLSelectElement).value);
  });
  return list && element("fieldset", {}, element("legend", {}, "Outcome"), list);
}

/** All draws, or a quarter of them where that is quicker. */
function DrawsChoice(
  {sampler}: LiveCard,
  choice: LiveChoice,
  set: (draws: number | null) => void
): HTMLElement {
  const few = Math.max(100, Math.round(sampler.draws / 4));
  const list = Select(
    "draws",
    "Draws",
    [
      {value: "", label: `${numberText(sampler.chains * sampler.draws)}, as published`},
      {value: String(few), label: `${numberText(sampler.chains * few)}, quicker`}
    ],
    choice.draws === null ? "" : String(choice.draws)
  );
  list?.querySelector("select")?.addEventListener("change", (event) => {
    const {value} = event.target as HTMLSelectElement;
    set(value === "" ? null : Number(value));
  });
  return element("fieldset", {}, element("legend", {}, "Precision"), list);
}

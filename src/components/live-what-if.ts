// What if every prior were tighter: the first question to a Bayesian model, one press away.
import {element} from "./dom.js";
import type {LiveEngine} from "./live-answer.js";
import type {LiveCard, LiveChoice} from "./live-types.js";

/** What scales every prior, as the end of "What if every prior's standard deviation were …". */
const answers = [
  {factor: 0.5, label: "halved"},
  {factor: 2, label: "doubled"}
] as const;

/** Two buttons that scale all priors of a model at once, and scale them back when pressed again. */
export class WhatIf {
  readonly node: HTMLElement;
  private readonly buttons: readonly HTMLButtonElement[];
  private model: {readonly card: LiveCard; readonly choice: LiveChoice} | null = null;

  constructor(
    private readonly engine: Pick<LiveEngine, "hasScale">,
    private readonly set: (choice: LiveChoice) => void
  ) {
    this.buttons = answers.map(({label, factor}) =>
      element("button", {type: "button", onclick: () => this.press(factor)}, label)
    );
    this.node = element(
      "div",
      {class: "live-what-if", role: "group", "aria-labelledby": "live-what-if"},
      element("span", {id: "live-what-if"}, "What if every prior’s standard deviation were"),
      ...this.buttons
    );
  }

  /** Shows which answer, if any, a choice gives; hidden where a model has no prior to scale. */
  tell(card: LiveCard, choice: LiveChoice): void {
    this.model = {card, choice};
    this.node.hidden = !this.has("sd") && !this.has("b");
    answers.forEach(({factor}, i) => {
      this.buttons[i]?.setAttribute("aria-pressed", String(this.isScaledBy(factor)));
    });
  }

  private press(factor: number): void {
    if (!this.model) return;
    const {choice} = this.model;
    const by = this.isScaledBy(factor) ? 1 : factor;
    this.set({
      ...choice,
      ...(this.has("sd") && {spread: {...choice.spread, factor: by}}),
      ...(this.has("b") && {coefficients: {factor: by}})
    });
  }

  private has(kind: "sd" | "b"): boolean {
    return this.model !== null && this.engine.hasScale(this.model.card.spec.priors, kind);
  }

  private isScaledBy(factor: number): boolean {
    if (!this.model) return false;
    const {spread, coefficients} = this.model.choice;
    const own = [this.has("sd") && spread.factor, this.has("b") && coefficients.factor];
    return own.every((one) => one === false || one === factor);
  }
}

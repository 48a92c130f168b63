// The panel's first lines: its model, the two ways back to what was published, and the first question.
import {element} from "./dom.js";
import type {LiveState} from "./live-address.js";
import type {LiveEngine} from "./live-answer.js";
import type {LiveModels} from "./live-models.js";
import type {LiveChoice} from "./live-types.js";
import {WhatIf} from "./live-what-if.js";

function Button(text: string, onclick: () => void): HTMLButtonElement {
  return element("button", {type: "button", onclick}, text);
}

/** What the lines do when they are pressed. */
export interface LiveHeadActions {
  readonly reset: () => void;
  readonly fit: () => void;
  readonly set: (choice: LiveChoice) => void;
}

/**
 * A list of models, a button that resets, and one that fits the published model, where nothing is to be reset; below
 * them, what if all priors were tighter or wider.
 */
export class LiveHead {
  private readonly back: HTMLButtonElement;
  private readonly again: HTMLButtonElement;

  private readonly whatIf: WhatIf;

  constructor(engine: LiveEngine, {reset, fit, set}: LiveHeadActions) {
    this.whatIf = new WhatIf(engine, set);
    this.again = Button("Fit this page’s model here", fit);
    this.back = Button("Back to this page’s model", () => {
      reset();
      // The button pressed can be pressed no longer, and would leave the keyboard nowhere.
      this.again.focus();
    });
  }

  /** The lines, with the list of models where there is one to choose from. */
  nodes(list: HTMLElement | null): HTMLElement[] {
    const line = element("div", {class: "live-head"}, list, this.back, this.again);
    return [line, this.whatIf.node];
  }

  /** Says whether anything of the model is changed, and whether it is all priors. */
  tell(models: LiveModels, state: LiveState): void {
    const isPlain = models.isPlain(state);
    this.whatIf.tell(models.cardOf(state.model), state.choice);
    this.back.disabled = isPlain;
    this.again.hidden = !isPlain;
  }
}

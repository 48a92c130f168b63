// The panel's first line: its model, and the two ways back to what was published.
import {element} from "./dom.js";

function Button(text: string, onclick: () => void): HTMLButtonElement {
  return element("button", {type: "button", onclick}, text);
}

/** A list of models, a button that resets, and one that fits the published model, where nothing is to be reset. */
export class LiveHead {
  private readonly back: HTMLButtonElement;
  private readonly again: HTMLButtonElement;

  constructor({reset, fit}: {readonly reset: () => void; readonly fit: () => void}) {
    this.again = Button("Fit this page’s model here", fit);
    this.back = Button("Back to this page’s model", () => {
      reset();
      // The button pressed can be pressed no longer, and would leave the keyboard nowhere.
      this.again.focus();
    });
  }

  /** The line, with the list of models where there is one to choose from. */
  node(list: HTMLElement | null): HTMLElement {
    return element("div", {class: "live-head"}, list, this.back, this.again);
  }

  /** Says whether anything of the model is changed. */
  tell(isPlain: boolean): void {
    this.back.disabled = isPlain;
    this.again.hidden = !isPlain;
  }
}

// The live line under the field that finds groups: what was found, and a way there.
import {element, setText} from "./dom.js";

/** A reader who types is told once the words stand still for this long, in milliseconds. */
const STILL = 300;

/** What is said of words that are no group's whole label. */
export interface Offer {
  readonly text: string;
  /** Goes to what was found; null where there is nowhere to go. */
  readonly action: (() => void) | null;
  /** More to say, once it is known; empty where there is nothing. */
  readonly more: () => Promise<string>;
}

/** A status line with a button. */
export class PickerLine {
  readonly node: HTMLElement;
  private readonly words = element("span", {role: "status"});
  private readonly button = element("button", {type: "button"}, "Show these");
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private newest: object = {};

  constructor() {
    this.node = element("p", {class: "picker-status"}, this.words, this.button);
    this.say("");
  }

  /** Says `text` at once, and offers nothing. */
  say(text: string): void {
    clearTimeout(this.waiting);
    this.newest = {};
    this.write(text, null);
  }

  /** Says what words were found to mean, once the reader has stopped typing. */
  offer(offer: Offer): void {
    clearTimeout(this.waiting);
    const own = (this.newest = {});
    this.waiting = setTimeout(() => {
      this.write(offer.text, offer.action);
      void offer.more().then((more) => {
        if (more !== "" && this.newest === own) this.write(`${offer.text} ${more}`, offer.action);
      });
    }, STILL);
  }

  private write(text: string, action: (() => void) | null): void {
    setText(this.words, text);
    this.button.hidden = action === null;
    this.button.onclick = action;
    this.node.hidden = text === "";
  }
}

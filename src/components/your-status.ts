// What the workshop is doing, how far it is, and a way to stop it; or what is wrong, and a way on.
import {element} from "./dom.js";
import {capitalise, ended} from "./format.js";
import {sentence} from "./live-readings.js";

/** A way on from a fault, or another way than the one taken. */
export interface WayOn {
  readonly label: string;
  readonly go: () => void;
}

function wayButton({label, go}: WayOn): HTMLElement {
  return element("button", {type: "button", onclick: go}, label);
}

/** One line for work, one for faults; the line of progress keeps its place. */
export class YourStatus {
  readonly node: HTMLElement;
  private readonly words = element("p", {class: "your-said", role: "status"});
  private readonly bar = element("progress", {max: 1, value: 0, "aria-label": "Share done"});
  private readonly line: HTMLElement;
  private readonly offer = element("p", {hidden: true});
  private readonly problem = element("div", {class: "your-problem", role: "alert"});

  constructor(stop: () => void) {
    const button = element("button", {type: "button", onclick: stop}, "Stop");
    this.line = element("p", {class: "your-progress", hidden: true}, this.bar, button);
    this.node = element(
      "div",
      {class: "your-status"},
      this.words,
      this.offer,
      this.line,
      this.problem
    );
  }

  /** Work begins. */
  begin(what: string): void {
    this.problem.replaceChildren();
    this.offer.hidden = true;
    this.line.hidden = false;
    this.advance(what, 0);
  }

  /** So much of it is done. */
  advance(what: string, share: number): void {
    const text = `${what} …`;
    if (this.words.textContent !== text) this.words.textContent = text;
    this.bar.value = share;
  }

  /** It is done, and this is to be said; `other` could have been done as well. */
  say(text: string, other?: WayOn): void {
    this.line.hidden = true;
    this.problem.replaceChildren();
    this.words.textContent = text;
    this.offer.hidden = !other;
    this.offer.replaceChildren(...(other ? [wayButton(other)] : []));
  }

  /** What was wrong may be mended by now: the next try will tell. */
  forget(): void {
    this.problem.replaceChildren();
  }

  /** It was stopped, or cannot be done; `uneven` is the way on from rows of another length. */
  fail(reason: unknown, uneven?: WayOn): void {
    const text = sentence(reason);
    if (reason instanceof DOMException && reason.name === "AbortError")
      this.say("Stopped. What you set is kept.");
    else this.refuse(text, text.includes("leave out rows of another length") ? uneven : undefined);
  }

  private refuse(text: string, way?: WayOn): void {
    this.line.hidden = true;
    this.offer.hidden = true;
    this.words.textContent = "";
    const sentence = capitalise(text.replace(/[.\s]+$/u, ""));
    this.problem.replaceChildren(
      element("p", {}, ended(sentence)),
      ...(way ? [wayButton(way)] : [])
    );
    // Where it does not stay in sight by itself.
    this.node.scrollIntoView({block: "nearest"});
  }
}

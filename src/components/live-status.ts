// What a live fit is doing, in words, with a line of progress and a way to stop it.
import {element} from "./dom.js";
import {capitalise, ended} from "./format.js";

/** Shorter fits are over before a line of progress would be read. */
const TELL_AFTER = 300;

/** From one step of the line to the next, in milliseconds: each has the page's many marks painted again. */
const STEP_EVERY = 200;

/** Says what is going on; `dims` is what the fit will replace. */
export class LiveStatus {
  /** What is told, to stand beside the controls where there is room for both. */
  readonly node: HTMLElement;
  private readonly words = element("p", {class: "live-status", role: "status"});
  private readonly bar = element("progress", {
    max: 1,
    value: 0,
    "aria-label": "Share of draws done"
  });
  private readonly progress: HTMLElement;
  private late: ReturnType<typeof setTimeout> | undefined;
  private nextStep = 0;

  constructor(
    private readonly dims: HTMLElement,
    stop: () => void
  ) {
    const button = element("button", {type: "button", onclick: stop}, "Stop");
    this.progress = element("p", {class: "live-progress", hidden: true}, this.bar, button);
    this.node = element("div", {class: "live-said"}, this.words, this.progress);
  }

  /** A fit begins; words and progress come when it takes long enough to read them. */
  begin(): void {
    this.end();
    this.dims.classList.add("fitting");
    this.bar.value = 0;
    this.nextStep = 0;
    this.late = setTimeout(() => {
      this.progress.hidden = false;
      this.words.textContent = "Fitting; what is drawn is the fit before.";
    }, TELL_AFTER);
  }

  /** The share of draws done; the line follows a few times a second. */
  advance(done: number): void {
    const now = performance.now();
    if (now < this.nextStep) return;
    this.nextStep = now + STEP_EVERY;
    this.bar.value = done;
  }

  /** The fit is over, and this is to be said of it. */
  say(text: string): void {
    this.end();
    this.words.textContent = text;
  }

  /** The fit came to nothing, and this is why. */
  stay(why: string): void {
    this.say(`${ended(capitalise(why))} What is drawn is the fit before.`);
  }

  private end(): void {
    clearTimeout(this.late);
    this.progress.hidden = true;
    this.dims.classList.remove("fitting");
  }
}

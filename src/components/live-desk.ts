// The live panel at work: controls and address in, status and figure out.
import {element} from "./dom.js";
import {writeState, type LiveState} from "./live-address.js";
import type {LiveEngine} from "./live-answer.js";
import {LiveControls} from "./live-controls.js";
import {LiveView} from "./live-figure.js";
import {LiveFits, type LiveAnswer} from "./live-fits.js";
import {LiveModels, ModelList} from "./live-models.js";
import type {LivePanelOptions} from "./live-panel.js";
import {readState} from "./live-read-address.js";
import {answerReading} from "./live-change-readings.js";
import {sentence} from "./live-readings.js";
import {LiveStatus} from "./live-status.js";

function Button(text: string, onclick: () => void): HTMLButtonElement {
  return element("button", {type: "button", onclick}, text);
}

/** A panel whose engine is there. */
export class LiveDesk {
  private readonly fits: LiveFits;
  private readonly models: LiveModels;
  private readonly controls = element("div");
  private readonly output = element("div", {class: "live-result"});
  private readonly status: LiveStatus;
  private readonly reset: HTMLButtonElement;
  private readonly again: HTMLButtonElement;
  private state: LiveState;

  constructor(
    private readonly options: LivePanelOptions,
    private readonly engine: LiveEngine
  ) {
    this.fits = new LiveFits(engine);
    this.models = new LiveModels(options, engine);
    this.status = new LiveStatus(this.output, () => {
      this.fits.stop();
    });
    this.reset = Button("Reset to published", () => {
      this.turnTo(this.state.model);
      this.again.focus();
    });
    this.again = Button("Fit the published model here", () => void this.run());
    this.state = this.models.plain(this.models.first);
  }

  /** Fills `body` with the state that the address asks for. */
  async open(body: HTMLElement): Promise<void> {
    const keys = (id: string): Set<string> =>
      new Set(this.models.published(id).map(({group}) => group));
    const {complaint, ...asked} = readState(this.models.cards, this.engine, keys);
    this.state = asked;
    const list = ModelList(this.options.models, asked.model, (model) => {
      this.turnTo(model);
    });
    body.replaceChildren(
      element("p", {class: "live-note", role: "alert", hidden: complaint === ""}, complaint),
      element("div", {class: "live-head"}, list, this.reset, this.again),
      this.controls,
      ...this.status.nodes,
      this.output
    );
    await this.drawControls();
    this.show(null);
    if (!this.models.isPlain(this.state)) await this.run();
  }

  /** Another model, or the same, as it was published. */
  private turnTo(model: string): void {
    this.change(this.models.plain(model));
    void this.drawControls();
  }

  private change(next: LiveState): void {
    this.state = next;
    writeState(next, this.models.cardOf(next.model), this.engine, this.models.first);
    this.fits.stop();
    if (this.models.isPlain(this.state)) this.show(null);
    else void this.run();
  }

  private async drawControls(): Promise<void> {
    const {model, choice} = this.state;
    const {card, groups} = this.models.of(model);
    const {zeroOne} = (await this.options.cells(card.cells)).outcome;
    if (this.state.model !== model) return;
    const changed = (next: LiveState["choice"]): void => this.change({model, choice: next});
    const own = {card, choice, engine: this.engine, zeroOne, groups, changed};
    this.controls.replaceChildren(LiveControls(own));
  }

  private async run(): Promise<void> {
    const {options, state, status} = this;
    const card = this.models.cardOf(state.model);
    const name = `${options.name} ${state.model}`;
    const task = {...state, name, card, cells: () => options.cells(card.cells)};
    const isCurrent = (): boolean => this.state === state;
    status.begin();
    try {
      const answer = await this.fits.fit(task, (done) => {
        if (isCurrent()) status.advance(done);
      });
      if (!isCurrent()) return;
      if (answer) this.show(answer);
      else status.stay("Stopped");
    } catch (reason) {
      if (isCurrent()) status.stay(sentence(reason));
    }
  }

  private show(answer: LiveAnswer | null): void {
    const {engine, options, state} = this;
    const {card, published} = this.models.of(state.model);
    this.reset.disabled = this.models.isPlain(state);
    this.again.hidden = !this.reset.disabled;
    this.status.say(answerReading(card, state.choice, engine, answer));
    const words = {card, choice: state.choice, binOf: engine.binOf};
    this.output.replaceChildren(...LiveView(published, answer?.result ?? null, words, options));
  }
}

// The live panel at work: controls and address in, status and figure out.
import {element} from "./dom.js";
import {writeState, type LiveState} from "./live-address.js";
import type {LiveEngine} from "./live-answer.js";
import {LiveControls} from "./live-controls.js";
import {LiveHead} from "./live-head.js";
import {LiveFits, type LiveAnswer} from "./live-fits.js";
import {LiveModels, ModelList} from "./live-models.js";
import type {LivePanelOptions} from "./live-panel.js";
import {readState} from "./live-read-address.js";
import {answerReading} from "./live-change-readings.js";
import {sentence} from "./live-readings.js";
import {LiveStatus} from "./live-status.js";
import {LiveView} from "./live-view.js";

/** A panel whose engine is there. */
export class LiveDesk {
  private readonly fits: LiveFits;
  private readonly models: LiveModels;
  private readonly controls = element("div");
  private readonly view: LiveView;
  private readonly status: LiveStatus;
  private readonly head: LiveHead;
  private state: LiveState;

  constructor(
    private readonly options: LivePanelOptions,
    private readonly engine: LiveEngine
  ) {
    this.fits = new LiveFits(engine);
    this.models = new LiveModels(options, engine);
    this.view = new LiveView(options);
    this.status = new LiveStatus(this.view.node, () => {
      this.fits.stop();
    });
    this.head = new LiveHead(engine, {
      reset: () => this.turn(this.models.plain(this.state.model)),
      fit: () => void this.run(),
      set: (choice) => this.turn({model: this.state.model, choice})
    });
    this.state = this.models.plain(this.models.first);
  }

  /** Fills `body` with the state that the address asks for. */
  async open(body: HTMLElement): Promise<void> {
    const keys = (id: string): Set<string> => this.models.keys(id);
    const {complaint, ...asked} = readState(this.models.cards, this.engine, keys);
    this.state = asked;
    const list = ModelList(this.options.models, asked.model, (model) =>
      this.turn(this.models.plain(model, this.state.choice))
    );
    body.replaceChildren(
      element("p", {class: "live-note", role: "alert", hidden: complaint === ""}, complaint),
      ...this.head.nodes(list),
      element("div", {class: "live-desk"}, this.controls, this.status.node),
      this.view.node
    );
    await this.drawControls();
    this.head.tell(this.models, this.state);
    await this.show(null);
    if (!this.models.isPlain(this.state)) await this.run();
  }

  /** A change that was not made in the controls, which follow it. */
  private turn(next: LiveState): void {
    this.change(next);
    void this.drawControls();
  }

  private change(next: LiveState): void {
    this.state = next;
    writeState(next, this.models.cardOf(next.model), this.engine, this.models.first);
    this.fits.stop();
    this.view.cancel();
    this.status.begin();
    this.head.tell(this.models, this.state);
    if (this.models.isPlain(next)) void this.show(null);
    else void this.run();
  }

  private async drawControls(): Promise<void> {
    const {model, choice} = this.state;
    const {card, groups} = this.models.of(model);
    const {zeroOne} = (await this.options.cells(card.cells)).outcome;
    if (this.state.model !== model) return;
    const changed = (next: LiveState["choice"]): void => this.change({model, choice: next});
    const form = LiveControls({card, choice, engine: this.engine, zeroOne, groups, changed});
    this.controls.replaceChildren(form);
  }

  private async run(): Promise<void> {
    const {options, state, status} = this;
    const card = this.models.cardOf(state.model);
    const name = `${options.key ?? options.name} ${state.model}`;
    const task = {...state, name, card, cells: () => options.cells(card.cells)};
    const isCurrent = (): boolean => this.state === state;
    status.begin();
    try {
      const answer = await this.fits.fit(task, (done) => {
        if (isCurrent()) status.advance(done);
      });
      if (!isCurrent()) return;
      if (answer) await this.show(answer);
      else status.stay("Stopped");
    } catch (reason) {
      if (isCurrent()) status.stay(sentence(reason));
    }
  }

  /** Words and figure of an answer, or of the published model, take the place of the old together. */
  private async show(answer: LiveAnswer | null): Promise<void> {
    const {engine, state} = this;
    const {card, published} = this.models.of(state.model);
    const words = {card, choice: state.choice, binOf: engine.binOf};
    await this.view.show(published, answer?.result ?? null, words, () => {
      this.status.say(answerReading(card, state.choice, engine, answer, this.options.words));
    });
  }
}

// What the panel shows of an answer, made in pieces that a reader does not feel.
import {adviceWords, type NameWords} from "./advice-words.js";
import {element} from "./dom.js";
import type {Outcome} from "./format.js";
import type {LiveResult} from "./live-answer.js";
import {LiveDetails} from "./live-details.js";
import {drawingOf, LiveFigure} from "./live-figure.js";
import type {LivePanelOptions} from "./live-panel.js";
import {isComparable, liveRows} from "./live-rows.js";
import type {LiveCard} from "./live-types.js";
import {nextTask} from "./next-task.js";
import {drawnAhead, widthAhead} from "./stage.js";
import type {EffectRow} from "./types.js";

/**
 * The place of a panel's answers. A view is made in several tasks, none of them long, and takes the place
 * of the one before as a whole; one that is overtaken meanwhile comes to nothing.
 */
export class LiveView {
  readonly node = element("div", {class: "live-result"});
  private newest: object = {};

  constructor(private readonly options: LivePanelOptions) {}

  /** What is being made is not wanted any longer. */
  cancel(): void {
    this.newest = {};
  }

  /**
   * Draws a live fit's figure and details, or the published figure alone where nothing was fitted; `say` is
   * called when they are there.
   */
  async show(
    published: readonly EffectRow[],
    result: LiveResult | null,
    words: Parameters<typeof liveRows>[2],
    say: () => void
  ): Promise<void> {
    const {node, options} = this;
    const own = (this.newest = {});
    await nextTask();
    if (this.newest !== own) return;
    const rows = result ? liveRows(result, published, words) : published;
    const {outcome} = options.words;
    const scale = result ? scaleOf(result, words.card, outcome) : outcome;
    const drawing = drawingOf(rows, result, {...options.words, outcome: scale});
    const draw = drawnAhead(drawing, widthAhead("live-title", node));
    await nextTask();
    if (this.newest !== own) return;
    const figure = LiveFigure(rows, result, {...options, scale, draw});
    node.replaceChildren(
      figure,
      ...(result ? [LiveDetails(result, this.wordsFor(result, published, words.card))] : [])
    );
    say();
  }

  private wordsFor(
    {formula}: LiveResult,
    published: readonly EffectRow[],
    {spec: {treatment}}: LiveCard
  ): NameWords {
    const {modifiers} = this.options;
    const id = published.at(0)?.model ?? "";
    const study = {modifiers, outcome: {label: "the outcome"}};
    return adviceWords(study, {id, formula, treatment}, {effects: published});
  }
}

/** The unit of live effects: that of the published ones wherever they are the same quantity. */
function scaleOf(result: LiveResult, card: LiveCard, outcome: Outcome): Outcome {
  if (isComparable(result, card)) return outcome;
  return {
    ...outcome,
    factor: 1,
    digits: 2,
    unit:
      result.scale === "link" && result.family === "bernoulli" ? "log-odds" : "units of the outcome"
  };
}

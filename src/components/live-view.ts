// What the panel shows of an answer, made in pieces that a reader does not feel.
import {adviceWords, valuesOf, type NameWords} from "./advice-words.js";
import {element} from "./dom.js";
import type {Outcome} from "./format.js";
import type {LiveResult} from "./live-answer.js";
import {LiveDetails} from "./live-details.js";
import {drawingOf, LiveFigure} from "./live-figure.js";
import type {LivePanelOptions} from "./live-panel.js";
import {groupLabel} from "./live-labels.js";
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
    const details = result ? [LiveDetails(result, this.wordsFor(result, rows, words))] : [];
    await nextTask();
    if (this.newest !== own) return;
    const figure = LiveFigure(rows, result, {...options, scale, draw});
    node.replaceChildren(figure, ...details);
    say();
  }

  /** Words for what advice on a live fit marks: its own groups, those that no figure shows among them. */
  private wordsFor(
    {formula, groups}: LiveResult,
    rows: readonly EffectRow[],
    words: Parameters<typeof liveRows>[2]
  ): NameWords {
    const {treatment} = words.card.spec;
    const by = Object.keys(groups.at(0)?.values ?? {});
    const study = {modifiers: this.options.modifiers, outcome: {label: "the outcome"}};
    const effects = groups.map(({key}, k) => ({...rows[k], group: key}));
    const known = adviceWords(study, {id: "live", formula, treatment, by}, {effects});
    return (name) => {
      const values = valuesOf(name, by);
      if (!values) return known(name);
      const own = Object.fromEntries(by.map((column, k) => [column, values[k]]));
      return known(name) ?? groupLabel({key: values.join("_"), values: own}, words);
    };
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

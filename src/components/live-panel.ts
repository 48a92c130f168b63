// What would change it: a model that the reader changes, fitted while the page stands.
import {element} from "./dom.js";
import type {Highlight} from "./highlight.js";
import {LiveDesk} from "./live-desk.js";
import {sentence} from "./live-readings.js";
import type {LiveEngine} from "./live-answer.js";
import type {LiveCard, LiveCells} from "./live-types.js";
import type {ReadingOptions} from "./readings.js";
import type {EffectRow, Modifier} from "./types.js";
import {whenNear} from "./when-near.js";

/** What the panel is made of. */
export interface LivePanelOptions {
  /** The models of the study that can be refitted. */
  readonly models: readonly {
    readonly id: string;
    readonly title: string;
    readonly live: LiveCard;
  }[];
  /** The published effects of all models. */
  readonly effects: readonly EffectRow[];
  readonly modifiers: readonly Modifier[];
  /** Loads the engine, once something asks for it. */
  readonly engine: () => Promise<LiveEngine>;
  /** Loads the cells of a name. */
  readonly cells: (name: string) => Promise<LiveCells>;
  readonly words: ReadingOptions;
  readonly highlight: Highlight;
  /** The study's, for file names. */
  readonly name: string;
  /** What tells its fits from those of other data under that name. */
  readonly key?: string;
  readonly number?: number;
  readonly standIn: boolean;
}

/**
 * Controls, progress with a stop button, and published and live posteriors together. The engine is
 * loaded when the panel comes near the window, or at once when the address says what to change.
 */
export function LivePanel(options: LivePanelOptions): HTMLElement {
  const body = element(
    "div",
    {class: "live"},
    element("p", {class: "live-status"}, "The engine is fetched when you come here.")
  );
  const start = (): void => {
    options
      .engine()
      .then((engine) => new LiveDesk(options, engine).open(body))
      .catch((reason: unknown) => {
        const text = `Nothing can be refitted here: ${sentence(reason)}. What was published stands above.`;
        body.replaceChildren(element("p", {class: "live-note", role: "alert"}, text));
      });
  };
  const asked = [...new URLSearchParams(location.search).keys()];
  if (asked.some((name) => name.startsWith("live-"))) start();
  else whenNear(body, start);
  return body;
}

// Makes a drawn figure listen and answer: pointer, keyboard, pin, dimming, live readout.
import {element} from "./dom.js";
import {numberText} from "./format.js";
import type {Highlight} from "./highlight.js";
import {listen} from "./listen.js";
import {focusTargets, makeReachable} from "./reach.js";

/** What `connect` needs besides the figure and the store. */
export interface Connection {
  /** The sentence with the exact numbers of a group; empty when it has none here. */
  readonly readout: (group: string) => string;
  /** Where the sentence is said; its text stays as it is while no group is current. */
  readonly output?: HTMLElement | undefined;
  /** All groups in order, drawn or not: a reader may then drag over a run of them. */
  readonly order?: (() => readonly string[]) | undefined;
}

/** What an output says while no group is current: what it held when a drawing was first joined to it. */
const hints = new WeakMap<HTMLElement, readonly ChildNode[]>();

function hintOf(output: HTMLElement): readonly ChildNode[] {
  const known = hints.get(output) ?? [...output.childNodes];
  hints.set(output, known);
  return known;
}

/** What a figure that draws its groups anew, as one that scrolls does, says of it: an event's name. */
export const redrawn = "redrawn";

/**
 * Joins every element of `figure` that carries `data-group` to the store. Pointing at or focusing a
 * group leaves it full and dims the rest; a click or Enter pins it, Escape unpins; with Shift, arrows
 * and clicks hold a run of groups, with Ctrl a click adds one. The figure is one tab stop; arrows,
 * Home and End move among its groups in document order. Returns the way to undo the subscription.
 */
export function connect(figure: Element, highlight: Highlight, options: Connection): () => void {
  const {output} = options;
  const hint = output ? hintOf(output) : [];
  let marks: readonly Element[] = [];
  let targets: ReadonlyMap<string, Element> = new Map();

  const say = (): void => {
    const {lit, selected, current} = highlight;
    const all = options.order ? new Set(options.order()) : targets;
    const here = [...lit].filter((group) => all.has(group));
    figure.classList.toggle("dim", here.length > 0);
    for (const mark of marks) {
      const own = mark.getAttribute("data-group") ?? "";
      mark.classList.toggle("on", lit.has(own));
      mark.classList.toggle("pinned", selected.has(own));
    }
    for (const [own, target] of targets) {
      target.setAttribute("aria-pressed", String(selected.has(own)));
    }
    const sentence =
      here.length === 0
        ? ""
        : current === null
          ? several(here.length, lit.size)
          : options.readout(current);
    // In an element of its own, which the style sheet lays over the place that is kept.
    if (sentence !== "") output?.replaceChildren(element("span", {}, sentence));
    else if (output?.classList.contains("told")) output.replaceChildren(...hint);
    output?.classList.toggle("told", sentence !== "");
  };
  const look = (): void => {
    marks = [...figure.querySelectorAll("[data-group]")];
    // An overview repeats what stands beside it at full size.
    targets = focusTargets(marks.filter((mark) => !mark.closest(".overview")));
    makeReachable(targets, options.readout);
    if (output) keepRoom(output, targets.values());
    say();
  };

  listen(figure, highlight, {...options, targets: () => targets});
  figure.addEventListener(redrawn, look);
  look();
  return highlight.subscribe(say);
}

/** How much room is kept at most, in letters: names may be endless. */
const mostKept = 600;

/** Has the style sheet keep the place of the longest sentence, so that none moves what stands below. */
function keepRoom(output: HTMLElement, targets: Iterable<Element>): void {
  let longest = output.dataset.longest ?? "";
  for (const target of targets) {
    const sentence = target.getAttribute("aria-label") ?? "";
    if (sentence.length > longest.length) longest = sentence.slice(0, mostKept);
  }
  output.dataset.longest = longest;
}

function several(here: number, all: number): string {
  const what = `${numberText(all)} groups are highlighted`;
  const where = here === all ? "" : `, ${numberText(here)} of them in this figure`;
  return `${what}${where}; point at one for its numbers, Escape lets go.`;
}

// Makes a drawn figure listen and answer: pointer, keyboard, pin, dimming, live readout.
import type {Highlight} from "./highlight.js";
import {focusTargets, makeReachable} from "./reach.js";
import {hideTip, showTip} from "./tip.js";

/** What `connect` needs besides the figure and the store. */
export interface Connection {
  /** The sentence with the exact numbers of a group; empty when it has none here. */
  readonly readout: (group: string) => string;
  /** Where the sentence is said; its text stays as it is while no group is current. */
  readonly output?: HTMLElement | undefined;
}

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
  Home: -Infinity,
  End: Infinity
};

/**
 * Joins every element of `figure` that carries `data-group` to the store. Pointing at or focusing a
 * group leaves it full and dims the rest; a click or Enter pins it, Escape unpins. The figure is one
 * tab stop; arrows, Home and End move among its groups in document order. Returns the way to undo
 * the subscription.
 */
export function connect(figure: Element, highlight: Highlight, options: Connection): () => void {
  const marks = [...figure.querySelectorAll("[data-group]")];
  const targets = focusTargets(marks);
  const hint = options.output?.textContent ?? "";
  makeReachable(targets, options.readout);

  const say = (): void => {
    const group = highlight.current;
    const known = group !== null && targets.has(group);
    figure.classList.toggle("dim", known);
    for (const mark of marks) {
      const own = mark.getAttribute("data-group");
      mark.classList.toggle("on", own === group);
      mark.classList.toggle("pinned", own === highlight.pinned);
    }
    for (const [own, target] of targets) {
      target.setAttribute("aria-pressed", String(own === highlight.pinned));
    }
    const sentence = known ? options.readout(group) : "";
    if (options.output) options.output.textContent = sentence || hint;
    options.output?.classList.toggle("told", sentence !== "");
  };

  listen(figure, targets, highlight, options.readout);
  say();
  return highlight.subscribe(say);
}

function listen(
  figure: Element,
  targets: ReadonlyMap<string, Element>,
  highlight: Highlight,
  readout: (group: string) => string
): void {
  const groupOf = (event: Event): string | null =>
    (event.target as Element).closest("[data-group]")?.getAttribute("data-group") ?? null;
  const look = (group: string | null, mark: EventTarget | null): void => {
    highlight.hover(group);
    if (group === null) hideTip(figure);
    else showTip(figure, mark as Element, readout(group));
  };
  const pin = (group: string | null): void =>
    highlight.pin(group === highlight.pinned ? null : group);

  figure.addEventListener("pointerover", (event) => look(groupOf(event), event.target));
  figure.addEventListener("pointerleave", () => look(null, null));
  figure.addEventListener("focusin", (event) => {
    const group = groupOf(event);
    if (group === null) return;
    for (const [own, target] of targets) {
      target.setAttribute("tabindex", own === group ? "0" : "-1");
    }
    look(group, event.target);
  });
  figure.addEventListener("focusout", () => look(null, null));
  figure.addEventListener("click", (event) => {
    const group = groupOf(event);
    if (group !== null) pin(group);
  });
  figure.addEventListener("keydown", (event) => {
    const {key} = event as KeyboardEvent;
    const group = groupOf(event);
    if (key === "Escape") {
      highlight.pin(null);
      look(null, null);
    } else if (group !== null && (key === "Enter" || key === " ")) pin(group);
    else if (group !== null && key in steps) {
      const reach = [...targets.keys()];
      const to = reach.indexOf(group) + (steps[key] ?? 0);
      const next = targets.get(reach[Math.max(0, Math.min(reach.length - 1, to))] ?? group);
      (next as SVGElement | undefined)?.focus();
    } else return;
    event.preventDefault();
  });
}

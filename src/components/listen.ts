// What pointer and keyboard do to the groups of a drawn figure.
import {followMouse, isCarried} from "./carried.js";
import {followDrag, groupOf} from "./follow-drag.js";
import type {Highlight} from "./highlight.js";
import {createRange} from "./range.js";
import {hideTip, showTip} from "./tip.js";

/** A figure's groups as they are drawn at the time. */
export interface Reach {
  /** The element of each group that takes the focus, in document order. */
  readonly targets: () => ReadonlyMap<string, Element>;
  readonly readout: (group: string) => string;
  /** All groups in order, when a reader may drag over a run of them. */
  readonly order?: (() => readonly string[]) | undefined;
}

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
  Home: -Infinity,
  End: Infinity
};

type Look = (group: string | null, mark: EventTarget | null) => void;

/** Looks at the group under the pointer, if the pointer has moved there. */
function followPointer(figure: Element, look: Look, dragged: () => boolean): void {
  let under: string | null = null;
  const pass = (group: string | null, mark: EventTarget | null): void => {
    under = group;
    look(group, mark);
  };
  followMouse();
  figure.addEventListener("pointerover", (event) => {
    if (dragged()) return;
    if (isCarried(event as PointerEvent)) pass(null, null);
    else pass(groupOf(event), event.target);
  });
  // After the page was scrolled the mouse may move within a group that it has entered without moving.
  figure.addEventListener("pointermove", (event) => {
    const group = groupOf(event);
    if (group !== null && group !== under && !dragged()) pass(group, event.target);
  });
  figure.addEventListener("pointerleave", () => pass(null, null));
}

/** Listens on `figure` for all that `connect` promises. */
export function listen(figure: Element, highlight: Highlight, reach: Reach): void {
  const range = createRange(highlight, reach.order ?? (() => [...reach.targets().keys()]));
  const look: Look = (group, mark) => {
    highlight.hover(group);
    if (group === null) hideTip(figure);
    else showTip(figure, mark as Element, reach.readout(group));
  };
  const pin = (group: string): void => highlight.pin(group === highlight.pinned ? null : group);
  const dragged = reach.order ? followDrag(figure, range, look) : () => false;

  followPointer(figure, look, dragged);
  figure.addEventListener("focusin", (event) => {
    const group = groupOf(event);
    if (group === null) return;
    for (const [own, target] of reach.targets()) {
      target.setAttribute("tabindex", own === group ? "0" : "-1");
    }
    look(group, event.target);
  });
  figure.addEventListener("focusout", (event) => {
    const next = (event as FocusEvent).relatedTarget;
    // From group to group all others stay dim: to light and dim them again would style every mark of the page twice.
    const stays = next instanceof Element && figure.contains(next) && next.closest("[data-group]");
    if (!stays) look(null, null);
  });
  figure.addEventListener("click", (event) => {
    const group = groupOf(event);
    const {shiftKey, ctrlKey, metaKey} = event as MouseEvent;
    if (group === null || dragged()) return;
    if (shiftKey) range.reach(group);
    else if (ctrlKey || metaKey) range.toggle(group);
    else {
      range.begin(group);
      pin(group);
    }
  });
  figure.addEventListener("keydown", (event) => {
    const {key, shiftKey} = event as KeyboardEvent;
    const group = groupOf(event);
    if (key === "Escape") {
      highlight.pin(null);
      look(null, null);
    } else if (group !== null && (key === "Enter" || key === " ")) pin(group);
    else if (group !== null && key in steps) {
      const next = move(reach.targets(), group, steps[key] ?? 0);
      if (shiftKey) {
        if (!highlight.selected.has(group)) range.begin(group);
        range.reach(next);
      } else range.begin(next);
    } else return;
    event.preventDefault();
  });
}

/** Focuses the group `step` places on, or the last one that way, and returns it. */
function move(targets: ReadonlyMap<string, Element>, group: string, step: number): string {
  const groups = [...targets.keys()];
  const to = Math.max(0, Math.min(groups.length - 1, groups.indexOf(group) + step));
  const next = groups[to] ?? group;
  (targets.get(next) as SVGElement | undefined)?.focus();
  return next;
}

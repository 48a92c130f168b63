// A box that scrolls over more rows than it draws.
import {redrawn} from "./connect.js";
import {element} from "./dom.js";

/** Rows drawn beyond each end of the window, in windows: a scroll then seldom draws. */
const beyond = 1;

/** The box, and the way to bring a row into sight. */
export interface ScrollRows {
  readonly box: HTMLElement;
  readonly show: (top: number, bottom: number) => void;
}

/**
 * A box `window` pixels high over rows that take `height` pixels. `draw` makes the rows between two
 * heights; it is called again when a reader scrolls out of what is drawn, and the box then says
 * `redrawn`. The focus stays on its group, and Home and End reach the first and the last row.
 */
export function scrollRows(
  height: number,
  window: number,
  draw: (from: number, to: number) => Node
): ScrollRows {
  const slice = element("div", {class: "many-slice"});
  const space = element("div", {class: "many-space", style: `height:${height}px`}, slice);
  const style = `height:${Math.min(window, height)}px`;
  const box = element("div", {class: "many-window", style}, space);
  let drawn: readonly [number, number] = [0, 0];

  const fill = (): void => {
    const top = box.scrollTop;
    if (top >= drawn[0] && Math.min(top + window, height) <= drawn[1]) return;
    const from = Math.max(0, Math.floor(top - beyond * window));
    const to = Math.min(height, Math.ceil(top + (1 + beyond) * window));
    const focused = slice.contains(document.activeElement)
      ? document.activeElement?.getAttribute("data-group")
      : undefined;
    drawn = [from, to];
    slice.replaceChildren(draw(from, to));
    slice.style.transform = `translateY(${from}px)`;
    box.dispatchEvent(new Event(redrawn, {bubbles: true}));
    if (typeof focused === "string") focus(focused);
  };
  const focus = (group: string): void => {
    const target = [...slice.querySelectorAll<SVGElement>("[data-focus]")].find(
      (mark) => mark.getAttribute("data-group") === group
    );
    target?.focus({preventScroll: true});
  };
  const show = (top: number, bottom: number): void => {
    const inSight = top >= box.scrollTop && bottom <= box.scrollTop + window;
    if (!inSight) box.scrollTop = Math.max(0, (top + bottom - window) / 2);
    fill();
  };
  box.addEventListener("scroll", fill);
  box.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Home" && event.key !== "End") return;
      box.scrollTop = event.key === "Home" ? 0 : height;
      fill();
    },
    true
  );
  fill();
  return {box, show};
}

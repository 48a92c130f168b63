// Keeps a drawing at the width of its place on the page.
import {connect, type Connection} from "./connect.js";
import {element} from "./dom.js";
import type {Highlight} from "./highlight.js";
import {followPrinting, paperWidth} from "./paper.js";

/** A drawing, or the way to make one for a width in pixels. */
export type Drawable = Node | ((width: number) => Node);

const widest = 960;

/** The width each figure was last drawn at, so that one that replaces it is full at once. */
const lastWidths = new Map<string, number>();

/** The widths of the still drawings that the page came with, by the ids of their figures' titles. */
let stillWidths: ReadonlyMap<string, number> | undefined;

/**
 * The width of the still drawing that stands where this one will. Drawn at once, nothing below it moves. All are
 * asked for together, the first time: between one figure and the next the page would be laid out anew to answer.
 */
function stillWidth(title: string): number {
  stillWidths ??= new Map(
    [...document.querySelectorAll(".still .chart")].map((chart) => [
      chart.closest(".figure")?.getAttribute("aria-labelledby") ?? "",
      Math.min(widest, Math.floor(chart.clientWidth))
    ])
  );
  return stillWidths.get(title) ?? 0;
}

/**
 * The width at which the figure with that title will be drawn: the one it was last drawn at, that of its still
 * drawing, or, the first time, that of the `place` where it will stand; 0 where that has none.
 */
export function widthAhead(title: string, place: HTMLElement): number {
  const known = lastWidths.get(title) ?? stillWidth(title);
  if (known > 0) return known;
  const width = Math.min(widest, Math.floor(place.clientWidth));
  if (width > 0) lastWidths.set(title, width);
  return width;
}

/** A drawing that is made before it is asked for, so that placing it is little work; other widths when asked. */
export function drawnAhead(draw: (width: number) => Node, width: number): (width: number) => Node {
  let ahead = width > 0 ? draw(width) : null;
  return (asked) => {
    const node = asked === width && ahead ? ahead : draw(asked);
    ahead = null;
    return node;
  };
}

/**
 * Draws into `chart` at its width, again whenever that changes or paper asks, and joins each drawing to the store
 * of `connection`. Without layout, as in Node, it draws once, `firstWidth` wide.
 */
export function keepDrawn(
  chart: HTMLElement,
  drawing: Drawable,
  options: {
    labelledBy: string;
    firstWidth: number;
    connection: (Connection & {highlight: Highlight}) | undefined;
  }
): void {
  const {labelledBy, firstWidth, connection} = options;
  let drawn = 0;
  let disconnect: (() => void) | undefined;
  const draw = (width: number): void => {
    if (width === drawn) return;
    disconnect?.();
    drawn = width;
    // A figure taken off the page has no width; it must not listen to the store any longer.
    if (width === 0) return;
    lastWidths.set(labelledBy, width);
    const focused = chart.contains(document.activeElement)
      ? document.activeElement?.getAttribute("data-group")
      : null;
    const node = typeof drawing === "function" ? drawing(width) : drawing;
    const stage = element(
      "div",
      {class: "stage", role: "group", "aria-labelledby": labelledBy},
      node
    );
    unlabelGroups(stage);
    chart.replaceChildren(stage);
    if (!connection) return;
    disconnect = connect(stage, connection.highlight, connection);
    const again = [...stage.querySelectorAll<SVGElement>("[data-group][tabindex]")].find(
      (mark) => mark.getAttribute("data-group") === focused
    );
    again?.focus();
  };
  if (typeof ResizeObserver === "undefined") draw(firstWidth);
  else {
    const fit = (): void => draw(Math.min(widest, Math.floor(chart.clientWidth)));
    draw(lastWidths.get(labelledBy) ?? stillWidth(labelledBy));
    new ResizeObserver(fit).observe(chart);
    followPrinting(chart, (printed) => {
      if (printed) draw(paperWidth);
      else fit();
    });
  }
}

/** Plot names the groups of its marks, which without a role is not allowed and says nothing. */
function unlabelGroups(stage: HTMLElement): void {
  for (const group of stage.querySelectorAll("g[aria-label]:not([role])")) {
    group.setAttribute("data-mark", group.getAttribute("aria-label") ?? "");
    group.removeAttribute("aria-label");
  }
}

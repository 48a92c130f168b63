// Several small drawings with a heading each, in as many columns as have room.
import {phone} from "./drawing.js";
import {element} from "./dom.js";

/** One small drawing, made for a width in pixels, and the words above it. */
export interface Panel {
  readonly heading: string;
  readonly note?: string;
  readonly draw: (width: number) => Node;
}

const gap = 24;

/** The panels in reading order; at most `columns` beside each other, one on a phone unless `small`. */
export function Panels(
  panels: readonly Panel[],
  {width, columns, small = false}: {width: number; columns: number; small?: boolean}
): HTMLElement {
  const across = width < phone ? (small ? 2 : 1) : Math.min(columns, panels.length);
  const own = Math.floor((width - (across - 1) * gap) / across);
  return element(
    "div",
    {class: "panels", style: `grid-template-columns: repeat(${across}, minmax(0, 1fr))`},
    ...panels.map(({heading, note, draw}) =>
      element(
        "div",
        {class: "panel"},
        element("p", {class: "panel-heading"}, heading),
        note && element("p", {class: "panel-note"}, note),
        draw(own)
      )
    )
  );
}

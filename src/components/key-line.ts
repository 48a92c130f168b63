// Says, above the marks, what each series of them is.
import type {Markish} from "@observablehq/plot";
import {dot, text} from "../vendor/plot.js";
import type {SeriesLook} from "./estimate-marks.js";
import {palette} from "./palette.js";
import {textWidth} from "./text-width.js";

/** A series and its name. */
export interface KeyItem {
  readonly label: string;
  readonly look: SeriesLook;
}

const lineHeight = 20;

/** The lines that the items need in a frame `width` pixels wide, and where each item stands. */
function flow(items: readonly KeyItem[], width: number): readonly {dx: number; line: number}[] {
  let dx = 0;
  let line = 0;
  return items.map(({label}) => {
    const size = textWidth(label) + 32;
    if (dx > 0 && dx + size > width) {
      dx = 0;
      line += 1;
    }
    const place = {dx, line};
    dx += size;
    return place;
  });
}

/** Pixels of height that `keyLine` takes. */
export function keyHeight(items: readonly KeyItem[], width: number): number {
  return items.length === 0 ? 0 : ((flow(items, width).at(-1)?.line ?? 0) + 1) * lineHeight;
}

/**
 * A point and a name per series, from left to right, in the top left corner of the drawing:
 * `left` and `top` say how far the frame's corner lies from it.
 */
export function keyLine(
  items: readonly KeyItem[],
  {width, left, top}: {width: number; left: number; top: number}
): Markish[] {
  const places = flow(items, width);
  return items.flatMap(({label, look}, i) => {
    const {dx, line} = places[i] ?? {dx: 0, line: 0};
    const at = {
      facet: "super",
      frameAnchor: "top-left",
      dy: line * lineHeight + 9 - top
    } as const;
    return [
      dot([label], {
        ...at,
        dx: dx + 6 - left,
        r: 4.5,
        symbol: look.symbol ?? "circle",
        fill: look.hollow ? palette.paper : look.color,
        stroke: look.color,
        strokeWidth: 1.6
      }),
      text([label], {...at, dx: dx + 16 - left, textAnchor: "start", lineAnchor: "middle"})
    ];
  });
}

// Every group as a point in one strip, with the part that a window below it shows.
import {areaX, dot, rect} from "../vendor/plot.js";
import type {CaterpillarOptions} from "./caterpillar-series.js";
import {element} from "./dom.js";
import {drawing, pixels, zeroLine} from "./drawing.js";
import {tagGroups} from "./highlight.js";
import {palette, tint} from "./palette.js";
import type {PlacedRow, Stack} from "./panel-stack.js";

const height = 190;
const marginTop = 22;

/** The strip, and how it is told where its window stands. */
export interface OverviewStrip {
  readonly node: HTMLElement;
  /** Marks what a window shows that is scrolled to `top`. */
  readonly follow: (top: number) => void;
}

/** Rows of any height squeezed into a strip: intervals as a band, points, and an area to point at. */
export function Overview(
  stack: Stack,
  options: CaterpillarOptions & {frame: object; windowHeight: number}
): OverviewStrip {
  const {outcome, interval = 95, point = "median", rung = "partial", frame, windowHeight} = options;
  const squeeze = height / stack.height;
  const at = (pick: "y" | "top" | "bottom") => (d: PlacedRow) => d[pick] * squeeze;
  const limit = (side: "lower" | "upper") => (d: PlacedRow) =>
    (d.row.rungs[rung]?.[side][interval] ?? NaN) * outcome.factor;
  const render = tagGroups(stack.rows.map(({row}) => row.group));
  const picture = drawing(options, {
    ...frame,
    marginTop,
    marginBottom: 4,
    height: marginTop + height + 4,
    y: pixels(height),
    marks: [
      areaX(stack.rows, {
        y: at("y"),
        x1: limit("lower"),
        x2: limit("upper"),
        fill: tint(palette.partial, 0.22)
      }),
      zeroLine(),
      dot(stack.rows, {
        x: (d: PlacedRow) => (d.row.rungs[rung]?.[point] ?? NaN) * outcome.factor,
        y: at("y"),
        r: 1.4,
        fill: palette.partial,
        render
      }),
      rect(stack.rows, {y1: at("top"), y2: at("bottom"), fill: "transparent", render})
    ]
  });
  const mark = element("div", {class: "overview-window", "aria-hidden": "true"});
  const node = element("div", {class: "overview"}, picture, mark);
  return {
    node,
    follow(top) {
      mark.style.transform = `translateY(${(marginTop + top * squeeze).toFixed(1)}px)`;
      mark.style.height = `${Math.max(3, windowHeight * squeeze).toFixed(1)}px`;
    }
  };
}

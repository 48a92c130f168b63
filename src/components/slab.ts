// A density standing on a line, with the part inside an interval shaded.
import type {Markish} from "@observablehq/plot";
import {areaY, lineY} from "../vendor/plot.js";
import type {SeriesLook} from "./estimate-marks.js";
import {tagGroups} from "./highlight.js";
import {tint} from "./palette.js";
import type {Curve} from "./types.js";

/** Where a slab stands and how tall it is. */
export interface SlabPlace {
  readonly group: string | null;
  /** Pixels from the top of the frame. */
  readonly base: number;
  /** Pixels per unit of density. */
  readonly rise: number;
  /** Multiplies the curve's `x`. */
  readonly factor: number;
  /** The interval to shade, in the curve's own unit. */
  readonly shade?: readonly [number, number];
}

/** Outline and shading; a hollow look has the outline alone, dashed. */
export function slabMarks(curve: Curve, look: SeriesLook, place: SlabPlace): Markish[] {
  const {group, base, rise, factor, shade = [NaN, NaN]} = place;
  const grid = Array.from(curve.x, (x, i) => ({
    at: x,
    x: x * factor,
    y: base - (curve.density[i] ?? 0) * rise
  }));
  const inside = grid.filter(({at}) => at >= shade[0] && at <= shade[1]);
  const render = tagGroups(grid.map(() => group));
  const channels = {x: "x", y1: base, y2: "y", render};
  return [
    look.hollow ? null : areaY(grid, {...channels, fill: tint(look.color, 0.18)}),
    look.hollow ? null : areaY(inside, {...channels, fill: tint(look.color, 0.42)}),
    lineY(grid, {
      x: "x",
      y: "y",
      stroke: look.color,
      strokeWidth: 1.4,
      ...(look.dashed && {strokeDasharray: "4 3"}),
      render
    })
  ];
}

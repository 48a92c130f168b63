// A labelled band behind the groups: an average with its interval, to read them against.
import type {Markish} from "@observablehq/plot";
import {rect, ruleX, text} from "../vendor/plot.js";
import {fontSize, type DrawingOptions} from "./drawing.js";
import {effectNumber} from "./format.js";
import {palette, tint} from "./palette.js";
import type {Estimate} from "./types.js";

/** An estimate to mark across a figure, and its name. */
export interface Band {
  readonly label: string;
  readonly estimate: Estimate;
}

/** Pixels above the frame that the band's label takes, over that of the line at zero. */
export const bandLabelHeight = 18;

/**
 * The interval as a band over the whole height, the point as a dashed line; `dy` says how far above the
 * frame the label stands, null for none. Nothing for no band.
 */
export function referenceBand(
  band: Band | undefined,
  {outcome, interval = 95, point = "median"}: DrawingOptions,
  {dy = -5 - bandLabelHeight}: {dy?: number | null} = {}
): Markish[] {
  if (!band) return [];
  const {estimate, label} = band;
  const at = estimate[point] * outcome.factor;
  const name = `${label} ${effectNumber(estimate[point], outcome)}`;
  return [
    rect([estimate], {
      x1: estimate.lower[interval] * outcome.factor,
      x2: estimate.upper[interval] * outcome.factor,
      fill: tint(palette.partial, 0.16),
      className: "reference-band"
    }),
    ruleX([at], {stroke: palette.partial, strokeWidth: 1.5, strokeDasharray: "5 3"}),
    dy === null
      ? null
      : text([name], {
          x: at,
          text: [name],
          frameAnchor: "top",
          dy,
          lineAnchor: "bottom",
          fill: palette.partial,
          fontWeight: 600,
          fontSize: fontSize.note
        })
  ];
}

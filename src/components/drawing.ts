// What all figures share: their options, the plot they are drawn in, and what an empty one says.
import type {Markish, Plot, PlotOptions} from "@observablehq/plot";
import {axisX, gridX, plot, ruleX, text} from "../vendor/plot.js";
import {signedTick} from "./format.js";
import type {Outcome} from "./format.js";
import {palette} from "./palette.js";
import {balanceText} from "./text-width.js";
import type {Point, Width} from "./types.js";

/** What every figure can be told. */
export interface DrawingOptions {
  /** The quantity, its unit in words, and the factor that brings an effect to the unit. */
  readonly outcome: Outcome;
  /** Pixels; 640 by default. */
  readonly width?: number;
  /** The thin interval, in percent: 95 by default. The thick one inside it is always 50. */
  readonly interval?: Width;
  /** What stands for a posterior as a point: the median by default. */
  readonly point?: Point;
  /** Where to make the elements, when there is no global document. */
  readonly document?: Document;
}

/** A drawn figure; a sentence instead of a plot has no scales. */
export type Drawing = (SVGSVGElement | HTMLElement) & Partial<Pick<Plot, "scale">>;

/** Below this width, in pixels, labels stand above what they name instead of beside it. */
export const phone = 560;

/** Pixels of type in figures: what is read first, and what is read at leisure. */
export const fontSize = {label: 13, note: 12} as const;

const style = [
  `--plot-background: ${palette.paper}`,
  "background: none",
  `font: ${String(fontSize.label)}px/1.3 ${palette.sans}`,
  "font-variant-numeric: tabular-nums",
  "overflow: visible"
].join("; ");

/**
 * A plot in the house style; `options` go to Plot. Plot's own style element is left out, and the page's style sheet
 * has its rules: a sheet that comes or goes with each figure has a browser look through the whole page.
 */
export function drawing(
  {width = 640, document}: Pick<DrawingOptions, "width" | "document">,
  options: PlotOptions
): Drawing {
  const drawn = plot({style, width, className: "plot", ...(document && {document}), ...options});
  drawn.querySelector("style")?.remove();
  return drawn;
}

/**
 * A scale whose values are pixels from the top of a frame of the given height, so that rows of
 * different heights can be stacked.
 */
export function pixels(height: number): NonNullable<PlotOptions["y"]> {
  return {axis: null, type: "linear", domain: [height, 0]};
}

/** The axis of effects, in the study's unit, with signed ticks, a quiet grid and a title in words. */
export function effectAxis(
  width: number,
  title: string,
  {ticks = width / 65, signed = true}: {ticks?: number; signed?: boolean} = {}
): Markish[] {
  const lines = balanceText(title, width - 16, fontSize.note);
  return [
    gridX({ticks, stroke: palette.grid, strokeOpacity: 1}),
    axisX({
      ticks,
      tickSize: 0,
      ...(signed && {tickFormat: signedTick}),
      fontSize: fontSize.note,
      color: palette.muted,
      label: null
    }),
    text([lines.join("\n")], {
      facet: "super",
      frameAnchor: "bottom",
      // A long title takes two lines in the room of one.
      dy: lines.length > 1 ? 25 : 34,
      fill: palette.ink,
      fontSize: fontSize.note,
      lineAnchor: "top"
    })
  ];
}

/** The line at zero, its label so many pixels above what else is written over the figure. */
export function zeroLine(label = "no effect", above = 0): Markish[] {
  return [
    ruleX([0], {stroke: palette.complete, strokeWidth: 1}),
    text([0], {
      x: 0,
      text: [label],
      frameAnchor: "top",
      dy: -5 - above,
      lineAnchor: "bottom",
      fill: palette.muted,
      fontSize: fontSize.note
    })
  ];
}

/** A sentence in place of a figure that has nothing to show. */
export function nothing(
  {document = globalThis.document}: Pick<DrawingOptions, "document">,
  sentence: string
): Drawing {
  const note = document.createElement("p");
  note.className = "empty";
  note.textContent = sentence;
  return note;
}

// The colour of a tile, and the key that says what colour and size mean.
import type {Markish} from "@observablehq/plot";
import {rect, ruleX, text} from "../vendor/plot.js";
import {fontSize} from "./drawing.js";
import type {DrawingOptions} from "./drawing.js";
import {effectNumber} from "./format.js";
import {palette, tint} from "./palette.js";

/** At full strength ink on the tile still has a contrast above 4.5, in both themes. */
const strongest = 0.52;

/** The fill for a share from −1 (largest effect below zero) over 0 (paper) to 1. */
export function tileColor(share: number): string {
  return tint(share < 0 ? palette.negative : palette.partial, Math.abs(share) * strongest);
}

/** What the key must know besides the figure's options. */
export interface TileKeyOptions extends DrawingOptions {
  readonly title?: string;
  /** The smallest effect, or 0 when none is below zero. */
  readonly low: number;
  /** The largest size of an effect. */
  readonly largest: number;
  /** Whether any tile is small. */
  readonly some: boolean;
  /** Pixels from the top of the drawing to its frame. */
  readonly top: number;
  readonly narrow: boolean;
}

const start = 84;
const step = 4;
const steps = 24;

/** A ramp from the smallest to the largest effect, and what its line and small tiles mean. */
export function tileKey(options: TileKeyOptions): Markish[] {
  const {outcome, title = outcome.unit, interval = 95, low, largest, some, top, narrow} = options;
  const ramp = Array.from({length: steps}, (_, i) => i);
  const effect = (i: number): number => low + ((largest - low) * (i + 0.5)) / steps;
  const zero = start + (steps * step * -low) / (largest - low || 1);
  const line = {frameAnchor: "top-left", fontSize: fontSize.note, fill: palette.ink} as const;
  const say = (words: string, dx: number, dy: number, anchor: "start" | "end" = "start"): Markish =>
    text([words], {...line, textAnchor: anchor, lineAnchor: "middle", dx, dy: dy - top});
  const notes = [
    low < 0 ? "line: no effect" : "",
    some ? `small, slanted: the ${String(interval)}% interval includes no effect` : ""
  ];
  const ends = {y1: 3 - top, y2: 15 - top};
  return [
    rect(ramp, {
      ...ends,
      x1: (i: number) => start + i * step,
      x2: (i: number) => start + (i + 1) * step + 0.3,
      fill: (i: number) => tileColor(effect(i) / (largest || 1))
    }),
    rect([0], {
      ...ends,
      x1: start,
      x2: start + steps * step,
      stroke: palette.muted,
      strokeOpacity: 0.5
    }),
    low < 0 ? ruleX([zero], {y1: -top, y2: 18 - top, stroke: palette.ink}) : null,
    say(low < 0 ? effectNumber(low, outcome) : "0 no effect", start - 6, 9, "end"),
    say(`${effectNumber(largest, outcome)} ${narrow ? "" : title}`, start + steps * step + 6, 9),
    say(notes.filter((note) => note !== "").join("; "), 0, 28)
  ];
}

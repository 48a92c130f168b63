// Axes of quantities that span powers of ten.
import type {Markish} from "@observablehq/plot";
import {axisX, axisY, gridX, gridY} from "../vendor/plot.js";
import {fontSize} from "./drawing.js";
import {palette} from "./palette.js";

/** The powers of ten from below the least to above the greatest of the positive `values`. */
export function powersOfTen(values: readonly number[]): number[] {
  const known = values.filter((value) => value > 0 && Number.isFinite(value));
  if (known.length === 0) return [1, 10];
  // log10 of a power may miss it by a rounding error.
  const lowest = Math.floor(Math.log10(Math.min(...known)) + 1e-9);
  const highest = Math.max(lowest + 1, Math.ceil(Math.log10(Math.max(...known)) - 1e-9));
  return Array.from({length: highest - lowest + 1}, (_, i) => Number(`1e${lowest + i}`));
}

/** A power of ten in figures, from ten thousand on in words that fit a small axis: `10k`, `1M`. */
export function powerText(value: number): string {
  if (value >= 1e6) return `${(value / 1e6).toLocaleString("en-US")}M`;
  if (value >= 1e4) return `${(value / 1e3).toLocaleString("en-US")}k`;
  return value.toLocaleString("en-US", {maximumFractionDigits: 9});
}

const look = {tickSize: 0, fontSize: fontSize.note, color: palette.muted, label: null} as const;
const quiet = {stroke: palette.grid, strokeOpacity: 1} as const;

/** Grid and labels along x at the powers that have room in `width` pixels. */
export function logAxisX(powers: readonly number[], width: number): Markish[] {
  const ticks = spaced(powers, width / 44);
  return [gridX(ticks, quiet), axisX(ticks, {...look, tickFormat: powerText})];
}

/** Grid and labels along y at the powers that have room in `height` pixels. */
export function logAxisY(powers: readonly number[], height: number): Markish[] {
  const ticks = spaced(powers, height / 22);
  return [gridY(ticks, quiet), axisY(ticks, {...look, tickFormat: powerText})];
}

function spaced(powers: readonly number[], most: number): number[] {
  const step = Math.ceil(powers.length / Math.max(2, most));
  return powers.filter((_, i) => i % step === 0);
}

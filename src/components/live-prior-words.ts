// Priors and their changes in words.
import {agree, listText, numberText} from "./format.js";
import type {PriorWords} from "./live-answer.js";

/** "half-normal with scale 0.5", "normal with standard deviations 1 and 0.25"; a normal's scale by its everyday name. */
export function priorText({family, measure, sizes}: PriorWords): string {
  const named = family === "normal" ? "standard deviation" : measure;
  return `${family} with ${agree(sizes.length, named, `${named}s`)} ${sizesText(sizes)}`;
}

const sizesText = (sizes: readonly number[]): string => listText(sizes.map(sizeText));

/** "half-normal with scale 0.5 rather than 1", or rather than another family. */
export function priorChangeText(after: PriorWords, before: PriorWords): string {
  const same = after.family === before.family;
  return `${priorText(after)} rather than ${same ? sizesText(before.sizes) : priorText(before)}`;
}

/** "half as wide", "twice as wide", "1.5 times as wide". */
export function timesText(factor: number): string {
  if (factor === 0.25) return "a quarter as wide";
  if (factor === 0.5) return "half as wide";
  if (factor === 2) return "twice as wide";
  return `${sizeText(factor)} times as wide`;
}

/** Two decimals at most, and more for what they would make nothing of. */
function sizeText(size: number): string {
  const rounded = Number(size >= 0.1 ? size.toFixed(2) : size.toPrecision(2));
  return numberText(rounded, /\.(\d+)$/u.exec(String(rounded))?.[1]?.length ?? 0);
}

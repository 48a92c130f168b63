// The words of coefficient pairs: names, numbers, and what the correction changes.
import type {Markish} from "@observablehq/plot";
import {text} from "../vendor/plot.js";
import {changeText} from "./coefficient-change.js";
import type {CoefficientPair} from "./coefficient-change.js";
import {fontSize} from "./drawing.js";
import type {DrawingOptions} from "./drawing.js";
import {effectNumber} from "./format.js";
import {tagGroups} from "./highlight.js";
import {palette} from "./palette.js";

/** How to draw the pairs. */
export interface CoefficientPairsOptions extends DrawingOptions {
  readonly title?: string;
}

/** A name beside or above each pair, and to the right its numbers and the change in words. */
export function coefficientLabels(
  pairs: readonly CoefficientPair[],
  {middle, beside}: {middle: (i: number) => number; beside: boolean},
  {outcome, interval, point = "median"}: CoefficientPairsOptions
): Markish[] {
  const common = {
    y: (_: CoefficientPair, i: number) => middle(i),
    fill: palette.ink,
    render: tagGroups(pairs.map(({key}) => key))
  };
  const numbers = ({published, corrected}: CoefficientPair): string =>
    `${effectNumber(published[point], outcome)} \u2192 ${effectNumber(corrected[point], outcome)}`;
  const right = {
    ...common,
    frameAnchor: "right",
    textAnchor: beside ? "start" : "end",
    dx: beside ? 14 : 0,
    fontSize: fontSize.note
  } as const;
  const above = beside ? 0 : -34;
  return [
    text(pairs, {
      ...common,
      text: "label",
      frameAnchor: "left",
      textAnchor: beside ? "end" : "start",
      dx: beside ? -14 : 0,
      dy: above,
      stroke: palette.paper,
      strokeWidth: 4
    }),
    text(pairs, {...right, text: numbers, dy: above - (beside ? 8 : 0)}),
    text(pairs, {
      ...right,
      text: (d: CoefficientPair) => changeText(d, {interval, point}),
      fontWeight: 600,
      dy: beside ? 8 : above + 15
    })
  ];
}

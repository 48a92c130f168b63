// The estimates for whole levels, over the points of their groups.
import type {Markish} from "@observablehq/plot";
import {dot, ruleY} from "../vendor/plot.js";
import type {BoxAnswer} from "./box-layout.js";
import type {DrawingOptions} from "./drawing.js";
import {palette} from "./palette.js";

/** Thin and thick interval and a diamond, in ink on a rim of paper, so that no point hides them. */
export function levelAnswers(
  answers: readonly BoxAnswer[],
  columns: number,
  {outcome, interval = 95, point = "median"}: DrawingOptions
): Markish[] {
  const {factor} = outcome;
  const place = {y: "slot", ...(columns > 1 && {fx: "fx"})} as const;
  const rule = (width: typeof interval, stroke: string, strokeWidth: number): Markish =>
    ruleY(answers, {
      ...place,
      x1: ({estimate}: BoxAnswer) => estimate.lower[width] * factor,
      x2: ({estimate}: BoxAnswer) => estimate.upper[width] * factor,
      stroke,
      strokeWidth
    });
  return [
    rule(interval, palette.paper, 6),
    rule(interval, palette.ink, 1.75),
    interval > 50 ? rule(50, palette.ink, 4.5) : null,
    dot(answers, {
      ...place,
      x: ({estimate}: BoxAnswer) => estimate[point] * factor,
      r: 6,
      symbol: "diamond",
      fill: palette.ink,
      stroke: palette.paper,
      strokeWidth: 1.5,
      className: "level-answers"
    })
  ];
}

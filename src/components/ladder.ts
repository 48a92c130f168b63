// One group's effect on every rung, from complete pooling to none.
import type {Markish} from "@observablehq/plot";
import {link} from "../vendor/plot.js";
import {drawing, effectAxis, phone, pixels, zeroLine} from "./drawing.js";
import type {Drawing} from "./drawing.js";
import {estimateMarks, looks} from "./estimate-marks.js";
import type {SeriesLook} from "./estimate-marks.js";
import {isKnown, pointOf, rungOrder, signTurns} from "./ladder-rows.js";
import {stepWords, type LadderOptions, type Step} from "./ladder-words.js";
import {palette} from "./palette.js";
import {rungNames} from "./sentence.js";
import {targets} from "./targets.js";
import {textWidth} from "./text-width.js";
import type {EffectRow, Rung} from "./types.js";

/** How each rung looks: colour and shape of its kind of estimate. */
export const rungLooks: Readonly<Record<Rung, SeriesLook>> = {
  complete: looks.complete,
  additive: {color: palette.ols, symbol: "triangle", hollow: true},
  partial: looks.partial,
  saturated: looks.ols,
  published: looks.published,
  live: looks.live,
  before: looks.before
};

/** A row per rung, tagged by the rung's name; an arrow from the raw estimate to the pooled one. */
export function Ladder(row: EffectRow, options: LadderOptions): Drawing {
  const {width = 640, outcome, point = "median", title = outcome.unit} = options;
  const beside = width >= phone;
  const rowHeight = beside ? 40 : 58;
  const turned = new Set(signTurns(row, point).map(([, rung]) => rung));
  const steps = rungOrder.map((rung, i): Step => {
    const top = i * rowHeight;
    return {
      rung,
      top,
      bottom: top + rowHeight,
      y: top + rowHeight / 2 + (beside ? 0 : 12),
      turned: turned.has(rung)
    };
  });
  const marginLeft = beside
    ? 24 + Math.max(...rungOrder.map((rung) => textWidth(rungNames[rung])))
    : 8;
  const marginRight = beside ? 96 : 12;
  const height = rowHeight * steps.length;
  return drawing(options, {
    marginLeft,
    marginRight,
    marginTop: 24,
    marginBottom: 56,
    height: height + 80,
    x: {nice: true, zero: true},
    y: pixels(height),
    marks: [
      effectAxis(width - marginLeft, title),
      zeroLine(),
      shrinkage(row, steps, options),
      steps.map(({rung, y}) => {
        const estimate = row.rungs[rung];
        const data = estimate && isKnown(row, rung) ? [{group: rung, y, estimate}] : [];
        return estimateMarks(data, {...rungLooks[rung], r: 4.5}, options);
      }),
      stepWords(row, steps, beside, options),
      targets(
        steps,
        steps.map(({rung}) => rung),
        {y1: "top", y2: "bottom", insetLeft: beside ? 8 - marginLeft : 0}
      )
    ]
  });
}

/** The arrow from the raw estimate to the pooled one, between their two rows. */
function shrinkage(
  row: EffectRow,
  steps: readonly Step[],
  {outcome, point}: LadderOptions
): Markish {
  const place = (rung: Rung) => ({
    x: pointOf(row, rung, point) * outcome.factor,
    y: steps.find((step) => step.rung === rung)?.y ?? NaN
  });
  const [from, to] = [place("saturated"), place("partial")];
  if (!Number.isFinite(from.x - to.x)) return null;
  return link([from], {
    x1: from.x,
    x2: to.x,
    y1: from.y - 7,
    y2: to.y + 8,
    stroke: palette.ink,
    strokeWidth: 1.2,
    markerEnd: "arrow"
  });
}

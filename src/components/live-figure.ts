// Published and live posteriors in one figure.
import {Caterpillar} from "./caterpillar.js";
import {Figure} from "./figure.js";
import {capitalise, unitName, type Outcome} from "./format.js";
import type {LivePanelOptions} from "./live-panel.js";
import {shiftReading} from "./live-readings.js";
import type {LiveRow} from "./live-rows.js";
import type {LiveResult} from "./live-answer.js";
import type {ReadingOptions} from "./readings.js";
import {effectRecords} from "./records.js";
import {groupSentence} from "./sentence.js";
import type {EffectRow, Rung} from "./types.js";

function rungsOf(
  rows: readonly (EffectRow | LiveRow)[],
  result: LiveResult | null
): readonly [Rung] | readonly [Rung, Rung] {
  const compared = rows.some(({rungs: {published}}) => published);
  return compared ? ["live", "published"] : [result ? "live" : "partial"];
}

/** The way to draw the groups for a width. */
export function drawingOf(
  rows: readonly (EffectRow | LiveRow)[],
  result: LiveResult | null,
  words: ReadingOptions
): (width: number) => Node {
  const [rung, compare] = rungsOf(rows, result);
  return (width) =>
    Caterpillar(rows, {
      ...words,
      width,
      rung,
      ...(compare && {compare}),
      title: words.outcome.unit
    });
}

/** The groups of a live fit beside the published ones; those alone where nothing was fitted. */
export function LiveFigure(
  rows: readonly (EffectRow | LiveRow)[],
  result: LiveResult | null,
  {
    words,
    highlight,
    modifiers,
    name,
    number,
    standIn,
    scale,
    draw
  }: LivePanelOptions & {readonly scale: Outcome; readonly draw: (width: number) => Node}
): HTMLElement {
  const rungs = rungsOf(rows, result);
  const {outcome, interval = 95, point = "median"} = words;
  const own = {...words, outcome: scale};
  return Figure(draw, {
    id: "live",
    ...(number !== undefined && {number}),
    name: `${name}-live`,
    title: !result
      ? "As on this page"
      : rungs.length > 1
        ? "As you set it, beside this page’s"
        : "As you set it",
    caption: result
      ? `${drawnText(rows as readonly LiveRow[], outcome, scale)} ${capitalise(point)}, 50% (thick) and ${String(interval)}% (thin) equal-tailed credible intervals, which hold the uncertainty of the parameters. ${shiftReading(rows as readonly LiveRow[], own)}`
      : `Each group’s effect as on this page; ${point}, 50% (thick) and ${String(interval)}% (thin) equal-tailed credible intervals.`,
    rows: () =>
      effectRecords(rows, {outcome: scale, modifiers, rungs, interval}).map((record, i) => ({
        ...record,
        ...(result && {shift_in_sds: (rows[i] as LiveRow).shift})
      })),
    highlight,
    readout: (group) => {
      const row = rows.find((one) => one.group === group);
      return row ? groupSentence(row, {...own, rungs}) : "";
    },
    standIn,
    unconverged: result?.unconverged ?? ""
  });
}

/** What is drawn, and what of the published effects beside it. */
function drawnText(rows: readonly LiveRow[], published: Outcome, own: Outcome): string {
  if (own !== published)
    return `Each group’s effect as refitted here, in ${unitName(own)}; the published effects, in ${unitName(published)}, cannot be drawn on this scale.`;
  const joined = rows.filter(({shift}) => !Number.isFinite(shift)).length;
  const average = "hollow points average the published effects of the same people";
  if (joined === rows.length) return `Each group’s effect as refitted here (solid); ${average}.`;
  const rest = joined === 0 ? "" : `; where groups are joined, ${average}`;
  return `Each group’s effect as refitted here (solid) and as on this page (hollow, dashed)${rest}.`;
}

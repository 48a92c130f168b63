// The frames of the two ladder figures: titles, captions, tables, readouts.
import {Figure, type FigureOptions} from "./figure.js";
import {capitalise, effectNumber, effectText} from "./format.js";
import {createHighlight, type Highlight} from "./highlight.js";
import {
  ladderReading,
  laddersReading,
  whyMissing,
  type LadderReadingOptions
} from "./ladder-readings.js";
import {fittedRungs, isKnown, pointOf, rungOrder, signTurns} from "./ladder-rows.js";
import {LadderSlopes} from "./ladder-slopes.js";
import {Ladder} from "./ladder.js";
import {effectRecords, estimateRecords} from "./records.js";
import {estimatesSentence, groupSentence, rungNames} from "./sentence.js";
import type {EffectRow, Modifier, Rung} from "./types.js";

/** What the ladder is told beside the groups. */
export interface LadderFigureOptions
  extends LadderReadingOptions, Pick<FigureOptions, "standIn" | "unconverged"> {
  readonly highlight: Highlight;
  readonly modifiers: readonly Modifier[];
  /** The first of two consecutive numbers of figures. */
  readonly number: number;
  /** The first part of the downloads' names. */
  readonly name: string;
  /** The model's title, small, and what errors OLS has. */
  readonly of: string;
}

/** One group at length; `byDefault` when no reader has asked for it. */
export function oneLadder(
  row: EffectRow,
  rows: readonly EffectRow[],
  options: LadderFigureOptions,
  byDefault: boolean
): HTMLElement {
  const {
    outcome,
    interval = 95,
    point = "median",
    name,
    number,
    of,
    standIn,
    unconverged
  } = options;
  const fitted = fittedRungs(rows);
  const known = rungOrder.filter((rung) => isKnown(row, rung));
  const named = known.flatMap((rung) => {
    const estimate = row.rungs[rung];
    return estimate ? [{label: rungNames[rung], estimate}] : [];
  });
  const values = known.map((rung) => pointOf(row, rung, point)).sort((a, b) => a - b);
  const span = `${effectNumber(values[0] ?? NaN, outcome)} to ${effectText(values.at(-1) ?? NaN, outcome)}`;
  const which = byDefault
    ? "The group with the largest effect is shown; pin another to see its ladder."
    : "The pinned group is shown.";
  const marks = [
    isKnown(row, "saturated") ? "; the arrow leads from the raw estimate to the pooled one" : "",
    signTurns(row, point).length > 0 ? "; \u21c4 marks a sign that differs from the one above" : ""
  ].join("");
  return Figure((width) => Ladder(row, {outcome, interval, point, width, fitted}), {
    id: "ladder",
    number,
    name: `${name}-ladder`,
    title: `${capitalise(row.label)}: ${span}, depending on how much is pooled`,
    caption: `The same effect on every rung, ${of}; ${point}, 50% (thick) and ${String(interval)}% (thin) intervals, of OLS confidence intervals, of the model equal-tailed credible ones${marks}. ${ladderReading(row, fitted, options)} ${which}`,
    rows: estimateRecords(named, outcome, interval),
    // A rung is no group: what is pinned here stays here.
    highlight: createHighlight(),
    readout: (rung) =>
      estimatesSentence(named, rungNames[rung as Rung], {outcome, interval, point}) ||
      `${capitalise(rungNames[rung as Rung])}: ${whyMissing(row, fitted, rung as Rung)}.`,
    standIn,
    unconverged
  });
}

/** Every group as a line over the rungs. */
export function allLadders(rows: readonly EffectRow[], options: LadderFigureOptions): HTMLElement {
  const {
    outcome,
    interval = 95,
    point = "median",
    modifiers,
    highlight,
    name,
    number,
    of
  } = options;
  const rungs = fittedRungs(rows);
  const byGroup = new Map(rows.map((row) => [row.group, row]));
  return Figure((width) => LadderSlopes(rows, {outcome, interval, point, width}), {
    id: "slopes",
    number: number + 1,
    name: `${name}-slopes`,
    title: "How far does each step move the groups?",
    caption: `Every group\u2019s ${point} effect on every rung, ${of}. ${laddersReading(rows, options)}`,
    rows: effectRecords(rows, {outcome, modifiers, rungs, interval}),
    highlight,
    readout: (group) => {
      const row = byGroup.get(group);
      const order: readonly Rung[] = ["partial", ...rungs.filter((rung) => rung !== "partial")];
      return row ? groupSentence(row, {outcome, interval, point, rungs: order}) : "";
    },
    standIn: options.standIn,
    unconverged: options.unconverged
  });
}

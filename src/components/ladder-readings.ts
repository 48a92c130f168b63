// Sentences about the ladder: what specification does to an estimate, and what pooling does.
import {lowerFirst} from "./filter-words.js";
import {agree, capitalise, count, effectText, listText, numberText} from "./format.js";
import {fittedRungs, isKnown, pointOf, poolingTurns, signTurns} from "./ladder-rows.js";
import type {ReadingOptions} from "./readings.js";
import {rungNames} from "./sentence.js";
import type {EffectRow, Rung} from "./types.js";

/** How many groups a sentence names before it counts the rest. */
const named = 2;

/** How the ladder is said; `names` are first words of labels that keep their capital. */
export interface LadderReadingOptions extends ReadingOptions {
  readonly names?: readonly string[] | undefined;
}

/** Why a group has no estimate on a rung. */
export function whyMissing(row: EffectRow, fitted: readonly Rung[], rung: Rung): string {
  if (!fitted.includes(rung)) return "not fitted for this model";
  if (row.n_treated === 0 || row.n_control === 0) return "not estimable: nobody in one arm";
  return "not estimable from these data";
}

/**
 * One group: from additive to saturated OLS is specification, from saturated OLS to the model is
 * pooling; then the rungs between which the sign turns.
 */
export function ladderReading(
  row: EffectRow,
  fitted: readonly Rung[],
  {outcome, point = "median"}: ReadingOptions
): string {
  const text = (rung: Rung): string => effectText(pointOf(row, rung, point), outcome);
  const move = (from: Rung, to: Rung): string =>
    effectText(pointOf(row, to, point) - pointOf(row, from, point), outcome);
  const step = (what: string, from: Rung, to: Rung): string =>
    `${what} moves it by ${move(from, to)} (${rungNames[from]} ${text(from)}, ${rungNames[to]} ${text(to)})`;
  const parts: string[] = [];
  if (isKnown(row, "saturated")) {
    const steps = [
      ...(isKnown(row, "additive") ? [step("specification", "additive", "saturated")] : []),
      step("pooling", "saturated", "partial")
    ];
    parts.push(`${capitalise(listText(steps))}.`);
  } else {
    const why = whyMissing(row, fitted, "saturated");
    const apart = isKnown(row, "additive")
      ? ` From ${rungNames.additive} to partial pooling the estimate moves by ${move("additive", "partial")} (${text("additive")} to ${text("partial")}), which mixes specification and pooling.`
      : "";
    parts.push(`${capitalise(rungNames.saturated)} has no estimate here (${why}).${apart}`);
  }
  const turns = signTurns(row, point);
  parts.push(
    turns.length === 0
      ? "The sign is the same on every rung."
      : `The sign turns between ${listText(
          turns.map(([from, to]) => `${rungNames[from]} and ${rungNames[to]}`),
          "and between"
        )}.`
  );
  return parts.join(" ");
}

/** All groups: which of the two moves estimates further, whose sign pooling turns, who has no estimate. */
export function laddersReading(
  rows: readonly EffectRow[],
  {outcome, point = "median", names}: LadderReadingOptions
): string {
  const fitted = fittedRungs(rows);
  if (!fitted.includes("saturated"))
    return `This model has no ${rungNames.saturated}, so that specification and pooling cannot be told apart.`;
  const raw = rows.filter((row) => isKnown(row, "saturated") && isKnown(row, "partial"));
  const both = raw.filter((row) => isKnown(row, "additive"));
  const size = (row: EffectRow, from: Rung, to: Rung): number =>
    Math.abs(pointOf(row, to, point) - pointOf(row, from, point));
  const further = both.filter(
    (row) => size(row, "additive", "saturated") > size(row, "saturated", "partial")
  ).length;
  const most = raw
    .toSorted((a, b) => size(b, "saturated", "partial") - size(a, "saturated", "partial"))
    .at(0);
  const parts = [
    both.length > 0 &&
      `Specification (all interactions instead of none) moves the estimate further than pooling does in ${share(further, both.length)}.`,
    most &&
      `Pooling moves none further than that of ${lowerFirst(most.label, names)}: from ${effectText(pointOf(most, "saturated", point), outcome)} to ${effectText(pointOf(most, "partial", point), outcome)}.`,
    turnsReading(
      raw.filter((row) => poolingTurns(row, point)),
      raw.length,
      names
    ),
    missingReading(rows.length - raw.length, rows.length)
  ];
  return parts.filter((part) => typeof part === "string" && part !== "").join(" ");
}

function turnsReading(
  turned: readonly EffectRow[],
  of: number,
  names: readonly string[] = []
): string {
  if (turned.length === 0) return "It turns the sign of no estimate.";
  const some = turned.slice(0, named).map(({label}) => lowerFirst(label, names));
  const rest = turned.length - some.length;
  const list = [...some, ...(rest > 0 ? [`${numberText(rest)} more`] : [])].join("; ");
  return `It turns the sign of ${numberText(turned.length)} of ${count(of, "estimate")}: ${list}.`;
}

function missingReading(missing: number, all: number): string {
  if (missing === 0) return "";
  return `${capitalise(numberText(missing))} of ${count(all, "group")} ${agree(missing, "has", "have")} no raw estimate to pool.`;
}

function share(n: number, of: number): string {
  if (n === 0) return `none of ${count(of, "group")}`;
  return n === of ? `all ${count(of, "group")}` : `${numberText(n)} of ${count(of, "group")}`;
}

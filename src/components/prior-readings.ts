// Sentences about priors: who set them, and how far the data moved the posterior from them.
import {count, listText, numberText, percentText} from "./format.js";
import type {PriorRow} from "./fit-types.js";
import {roundText} from "./trust-readings.js";

/** Who set a prior. */
export function sourceText({source}: Pick<PriorRow, "source">): string {
  return source === "user" ? "set by the author" : "brms default";
}

/** Whether a prior is on a correlation, which data seldom move far. */
function isCorrelation(row: PriorRow): boolean {
  return row.class.startsWith("cor");
}

/** A copy in the order of how little the data moved the prior: flat ones late, correlations last. */
export function leastMovedFirst(rows: readonly PriorRow[]): PriorRow[] {
  const place = (row: PriorRow): number =>
    (Number.isNaN(row.kept) ? -1 : row.kept) - (isCorrelation(row) ? 1e6 : 0);
  return [...rows].sort((a, b) => place(b) - place(a));
}

/** What a figure of priors shows, for its table. */
export function priorRecords(rows: readonly PriorRow[]): Record<string, string | number>[] {
  return rows.map((row) => {
    const {label, prior, prior_low, prior_high, mean, sd, low, high, kept} = row;
    return {
      label,
      prior,
      source: sourceText(row),
      prior_low,
      prior_high,
      mean,
      sd,
      low,
      high,
      kept
    };
  });
}

/** One prior and its posterior in numbers. */
export function priorSentence(row: PriorRow): string {
  const {label, prior, low, high, prior_low, prior_high, kept, measure} = row;
  const posterior = `the posterior’s 95% interval is ${number(low)} to ${number(high)}`;
  if (Number.isNaN(kept))
    return `${label}: flat, ${sourceText(row)}, so that the data alone decide; ${posterior}.`;
  const width = measure === "sd" ? "standard deviation" : "middle half";
  return `${label}: ${prior}, ${sourceText(row)}, with 95% of it from ${number(prior_low)} to ${number(prior_high)}; ${posterior}, its ${width} ${percentText(kept)} of the prior’s.`;
}

/** How many priors there are, whose, and which of them matter most. */
export function priorsReading(rows: readonly PriorRow[]): string {
  if (rows.length === 0) return "This model has no prior.";
  const own = rows.filter(({source}) => source === "user").length;
  const sources = [
    own > 0 && `${numberText(own)} set by the author`,
    own < rows.length &&
      `${numberText(rows.length - own)} brms ${rows.length - own === 1 ? "default" : "defaults"}`
  ].filter((part) => part !== false);
  const flat = rows.filter(({kept}) => Number.isNaN(kept)).length;
  const moved = leastMovedFirst(rows).filter(
    (row) => !Number.isNaN(row.kept) && !isCorrelation(row)
  );
  const [least, most] = [moved.at(0), moved.slice(1).at(-1)];
  const half = rows.filter(({kept}) => kept > 0.5);
  const correlations = half.filter(isCorrelation).length;
  const which =
    correlations === 0
      ? ""
      : `, ${count(correlations, "of them a correlation", "of them correlations")}`;
  const sentences = [
    `${count(rows.length, "prior")}: ${listText(sources)}${flat > 0 ? `; ${numberText(flat)} ${flat === 1 ? "is" : "are"} flat` : ""}.`,
    least &&
      `Correlations aside, the data moved least ${quoted(least)}, which keeps ${percentText(least.kept)} of its prior’s width${most ? `; most, ${quoted(most)}, which keeps ${percentText(most.kept)}` : ""}.`,
    half.length === 0
      ? "No posterior is more than half as wide as its prior."
      : `${count(half.length, "posterior is", "posteriors are")} more than half as wide as the prior${which}: what is said of ${half.length === 1 ? "it" : "them"} leans on the prior.`
  ];
  return sentences.filter(Boolean).join(" ");
}

function quoted({label}: PriorRow): string {
  return `“${label}”`;
}

function number(value: number): string {
  const text = roundText(Math.abs(value), 2);
  return value < 0 && /[1-9]/.test(text) ? `\u2212${text}` : text;
}

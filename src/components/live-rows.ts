// A live fit's groups as rows of figures, each beside what was published of the same people.
import type {LiveEngine, LiveResult} from "./live-answer.js";
import type {LiveCard, LiveChoice, LiveSummary} from "./live-types.js";
import {groupLabel} from "./live-labels.js";
import type {EffectRow, Estimate} from "./types.js";

/** A group, live and published, and how far its mean moved in posterior sds of the published. */
export interface LiveRow extends EffectRow {
  readonly shift: number;
}

/** A summary as figures take it. */
export function toEstimate(summary: LiveSummary): Estimate {
  return {
    median: summary.q50,
    mean: summary.mean,
    sd: summary.sd,
    lower: {50: summary.q25, 80: summary.q10, 90: summary.q5, 95: summary["q2.5"]},
    upper: {50: summary.q75, 80: summary.q90, 90: summary.q95, 95: summary["q97.5"]}
  };
}

/**
 * One row per live group. Where it is a published group, that one's estimate stands beside it; where it
 * joins several there is none to compare with but the mean of theirs, weighted by rows, without interval;
 * where effects have another scale there is none.
 */
export function liveRows(
  result: LiveResult,
  published: readonly EffectRow[],
  words: {card: LiveCard; choice: LiveChoice; binOf: LiveEngine["binOf"]}
): LiveRow[] {
  const byKey = new Map(published.map((row) => [row.group, row]));
  const comparable = isComparable(result, words.card);
  return result.groups.map((group) => {
    const members = group.published.flatMap(({key, n}) => {
      const row = byKey.get(key);
      return row ? [{row, n}] : [];
    });
    const [one] = members;
    const same = members.length === 1 && one.row.group === group.key ? one.row : null;
    const before = comparable ? (same?.rungs.partial ?? joinedEstimate(members)) : null;
    const live = toEstimate(group);
    return {
      model: "live",
      // Else it would be taken for the published group of its name, in every figure of the page.
      group: same ? group.key : `live ${group.key}`,
      label: same?.label ?? groupLabel(group, words),
      levels: same?.levels ?? {},
      n: group.n,
      n_treated: group.n_treated,
      n_control: group.n_control,
      p_positive: group.p_positive,
      pooling: NaN,
      rhat: group.rhat,
      ess_bulk: group.ess_bulk,
      rungs: {live, ...(before && {published: before})},
      shift: before && same ? (live.mean - before.mean) / before.sd : NaN
    };
  });
}

/**
 * True when live effects are differences in what published ones are: under the same likelihood, or in
 * probability, which is what a normal likelihood makes of a 0/1 outcome.
 */
export function isComparable(
  {family, scale}: Pick<LiveResult, "family" | "scale">,
  {spec}: {readonly spec: Pick<LiveCard["spec"], "family">}
): boolean {
  return family === spec.family || (spec.family === "gaussian" && scale === "response");
}

/** The mean of several published groups, weighted by rows; how sure it is cannot be told from them. */
function joinedEstimate(members: readonly {row: EffectRow; n: number}[]): Estimate | null {
  const known = members.flatMap(({row, n}) =>
    row.rungs.partial ? [{of: row.rungs.partial, n}] : []
  );
  if (known.length === 0) return null;
  const total = known.reduce((sum, {n}) => sum + n, 0);
  const mean = (pick: (estimate: Estimate) => number): number =>
    known.reduce((sum, {of, n}) => sum + (n / total) * pick(of), 0);
  const none = {50: NaN, 80: NaN, 90: NaN, 95: NaN};
  return {
    median: mean((e) => e.median),
    mean: mean((e) => e.mean),
    sd: NaN,
    lower: none,
    upper: none
  };
}

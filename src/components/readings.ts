// Sentences about a figure, made from the numbers it draws.
import {
  agree,
  capitalise,
  count,
  effectNumber,
  effectText,
  intervalText,
  listText,
  numberText,
  type Outcome
} from "./format.js";
import type {RowWords} from "./row-words.js";
import type {Claim} from "./claim-types.js";
import type {EffectRow, Estimate, Point, Rung, Width} from "./types.js";

/** How numbers are said. */
export interface ReadingOptions {
  readonly outcome: Outcome;
  readonly interval?: Width;
  readonly point?: Point;
  readonly rung?: Rung;
  readonly row?: RowWords;
}

/**
 * How many groups have an interval clear of zero, and which have the largest and the smallest
 * effect. A sentence of its own when there is no group or only one.
 */
export function effectsReading(rows: readonly EffectRow[], options: ReadingOptions): string {
  const {outcome, interval = 95, point = "median", rung = "partial"} = options;
  const known = rows.flatMap((row) => {
    const estimate = row.rungs[rung];
    return estimate && Number.isFinite(estimate[point]) ? [{row, estimate}] : [];
  });
  const sorted = known.sort((a, b) => a.estimate[point] - b.estimate[point]);
  const [first, last] = [sorted.at(0), sorted.at(-1)];
  if (!first || !last) return "No group has an estimate here.";
  if (first === last) return `The one group, ${first.row.label}: ${said(first.estimate, options)}.`;
  const above = known.filter(({estimate}) => estimate.lower[interval] > 0).length;
  const below = known.filter(({estimate}) => estimate.upper[interval] < 0).length;
  const clear =
    above + below === 0
      ? `In none of ${numberText(known.length)} groups is the ${String(interval)}% interval clear of zero`
      : `The ${String(interval)}% interval lies above zero in ${someOf(above)} of ${count(known.length, "group")} and below it in ${someOf(below)}`;
  const place = (one: typeof first): string =>
    `${effectText(one.estimate[point], outcome)} (${one.row.label})`;
  return first.estimate[point] < 0
    ? `${clear}. Effects run from ${place(first)} to ${place(last)}.`
    : `${clear}. The largest effect is ${place(last)}, the smallest ${place(first)}.`;
}

function someOf(n: number): string {
  return n === 0 ? "none" : numberText(n);
}

/** "+33 points, 95% interval +18 to +49". */
export function said(estimate: Estimate, options: ReadingOptions): string {
  const {outcome, interval = 95, point = "median"} = options;
  const limits = intervalText(estimate.lower[interval], estimate.upper[interval], outcome);
  return `${effectText(estimate[point], outcome)}, ${String(interval)}% interval ${limits}`;
}

/** "widened by 0.66 points more for Germany than for Russia (95% interval +0.21 to +1.11)". */
export function gapReading(
  estimate: Estimate,
  options: ReadingOptions & {readonly than: string}
): string {
  const {outcome, interval = 95, point = "median", than} = options;
  const size = effectText(estimate[point], outcome);
  const limits = intervalText(estimate.lower[interval], estimate.upper[interval], outcome);
  const verb = estimate[point] < 0 ? "narrowed" : "widened";
  return `${verb} by ${size.replace(/^[+\u2212]/, "")} more ${than} (${String(interval)}% interval ${limits})`;
}

/** "100 posteriors, from +6 to +53 points", as a title. */
export function rangeTitle(rows: readonly EffectRow[], options: ReadingOptions): string {
  const {outcome, point = "median", rung = "partial"} = options;
  const points = rows.map(({rungs}) => rungs[rung]?.[point] ?? NaN).filter(Number.isFinite);
  if (points.length === 0) return "No posterior to show";
  const [low, high] = [Math.min(...points), Math.max(...points)];
  return `${capitalise(count(points.length, "posterior"))}, from ${effectNumber(low, outcome)} to ${effectText(high, outcome)}`;
}

/** "Of 7 published claims, 2 survive, 2 are weakened and 3 do not survive"; of `about`, where they are some of a page's. */
export function claimsReading(claims: readonly Claim[], about = ""): string {
  if (claims.length === 0) return "Published claims are tried on the real data only.";
  const n = (verdict: Claim["verdict"]): number =>
    claims.filter((claim) => claim.verdict === verdict).length;
  const [kept, weak, lost] = [n("survives"), n("weakened"), n("does not survive")];
  const parts = [
    kept > 0 && `${numberText(kept)} ${agree(kept, "survives", "survive")}`,
    weak > 0 && `${numberText(weak)} ${agree(weak, "is", "are")} weakened`,
    lost > 0 && `${numberText(lost)} ${agree(lost, "does", "do")} not survive`
  ].filter((part) => part !== false);
  const subject = about === "" ? "" : ` about ${about}`;
  const whole =
    claims.length === 1
      ? `The one published claim${subject}`
      : `Of ${count(claims.length, "published claim")}${subject}`;
  if (claims.length === 1) return `${whole} ${parts[0]?.replace(/^1 /, "") ?? ""}.`;
  return `${whole}, ${listText(parts)}.`;
}

// Numbers as readers see them: in the study's unit, signed, with a true minus and no "-0".
import {numberFormat} from "./number-format.js";
import type {StudyCard} from "./study-types.js";
import type {Estimate, Point, Width} from "./types.js";

export {aPercent, agree, capitalise, ended, listText} from "./plain-words.js";

/** What an effect is measured in: the `outcome` of a study card. */
export type Outcome = StudyCard["outcome"];

const minus = "\u2212";
const unknown = "not estimable";

/** A number with `digits` decimals, thousands separated, `−` for negative; NaN in words. */
export function numberText(value: number, digits = 0): string {
  if (!Number.isFinite(value)) return unknown;
  const text = numberFormat(digits).format(Math.abs(value));
  return value < 0 && /[1-9]/.test(text) ? minus + text : text;
}

/** As `numberText`, with a plus before what rounds above zero. */
export function signedText(value: number, digits = 0): string {
  const text = numberText(value, digits);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** An axis tick on a signed scale already in the unit: `−10`, `0`, `+0.5`; no trailing zeros. */
export function signedTick(value: number): string {
  const decimals = /\.(\d+)$/.exec(String(Number(Math.abs(value).toFixed(6))));
  return signedText(value, decimals?.[1]?.length ?? 0);
}

/** An effect in the study's unit, signed, without the unit's name: `+33`. */
export function effectNumber(value: number, outcome: Outcome): string {
  return signedText(value * outcome.factor, outcome.digits);
}

/**
 * The unit's name without its direction: `percentage points` of "percentage points more willing
 * to use force".
 */
export function unitName(outcome: Outcome): string {
  return outcome.unit.split(/ (?:more|less|higher|lower|greater|fewer|on|of|in)\b/)[0] ?? "";
}

/** An effect with its unit, short as in running text: `+33 points`, `−1 point`. */
export function effectText(value: number, outcome: Outcome): string {
  const number = effectNumber(value, outcome);
  if (number === unknown) return unknown;
  const name = unitName(outcome).replace(/^percentage /, "");
  const one = /^[+\u2212]?1$/.test(number);
  return `${number} ${one ? name.replace(/s$/, "") : name}`;
}

/** So many digits more an end may have, rather than be said to be zero. */
const MORE_DIGITS = 3;

/**
 * The two ends of an interval in the study's unit: `+18 to +49`. One that leaves zero out has no end that is printed as
 * zero: `+0.3 to +5`.
 */
export function intervalText(lower: number, upper: number, outcome: Outcome): string {
  if (!Number.isFinite(lower) || !Number.isFinite(upper)) return unknown;
  const end = lower > 0 || upper < 0 ? clearEnd : effectNumber;
  return `${end(lower, outcome)} to ${end(upper, outcome)}`;
}

function clearEnd(value: number, outcome: Outcome): string {
  for (let more = 0; more <= MORE_DIGITS; ++more) {
    const text = signedText(value * outcome.factor, outcome.digits + more);
    if (/[1-9]/.test(text)) return text;
  }
  return value > 0 ? "just above 0" : "just below 0";
}

/** A point with its interval: `+33 percentage points, 95% interval +18 to +49`. */
export function estimateText(
  estimate: Estimate,
  outcome: Outcome,
  {width = 95, point = "median"}: {width?: Width; point?: Point} = {}
): string {
  if (!Number.isFinite(estimate[point])) return unknown;
  const interval = intervalText(estimate.lower[width], estimate.upper[width], outcome);
  return `${effectNumber(estimate[point], outcome)} ${unitName(outcome)}, ${width}% interval ${interval}`;
}

/** A fraction as a percentage: 0.374 gives `37%`. */
export function percentText(fraction: number, digits = 0): string {
  return Number.isFinite(fraction) ? `${numberText(fraction * 100, digits)}%` : "unknown";
}

/** A probability, never certain: `97%`, `more than 99%`, `less than 1%`. */
export function probabilityText(probability: number): string {
  if (probability > 0.99) return "more than 99%";
  if (probability < 0.01) return "less than 1%";
  return percentText(probability);
}

/** A probability as a natural frequency, `19 of 20`, of the smallest total that rounds to the same percentage. */
export function frequencyText(probability: number): string {
  if (!Number.isFinite(probability)) return "unknown";
  for (const total of [20, 100, 1000]) {
    const hits = Math.round(probability * total);
    const isSame = percentText(hits / total) === percentText(probability);
    if (isSame && hits > 0 && hits < total) return `${numberText(hits)} of ${numberText(total)}`;
  }
  return probability < 0.5 ? "fewer than 1 of 1,000" : "more than 999 of 1,000";
}

/** A count with its noun: `87 groups`, `1 group`, `no groups`. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n === 0 ? "no" : numberText(n)} ${n === 1 ? noun : plural}`;
}

/** All of a count: `the model`, `both models`, `all 4 models`. */
export function every(n: number, noun: string, plural = `${noun}s`): string {
  return n === 1 ? `the ${noun}` : `${n === 2 ? "both" : `all ${numberText(n)}`} ${plural}`;
}

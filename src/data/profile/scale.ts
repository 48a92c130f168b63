// The unit of effects, and priors that suit it.
import {error} from "../../engine/error.js";
import type {Declaration, DeclaredColumn} from "../define/declaration.js";
import {lowered} from "../define/words.js";
import type {ColumnProfile} from "./column-profile.js";
import {answersOf} from "./declare-column.js";

/** The unit that the outcomes share. Raises an InputError where they share none. */
export function scaleOf(profiles: readonly ColumnProfile[], unit?: string): Declaration["scale"] {
  const scales = profiles.map((profile) => scaleOfOne(profile));
  const [first] = scales;
  const other = scales.findIndex((scale) => scale.unit !== first.unit);
  if (other > 0 && unit === undefined)
    error(
      `ambiguous unit: ${profiles[0].name} counts in ${first.unit} and ${profiles[other].name} in ${scales[other].unit}; make a study of each`
    );
  return unit === undefined ? first : {...first, unit};
}

function scaleOfOne(profile: ColumnProfile): Declaration["scale"] {
  const {levels, kind, min, max, label, sd, isText} = profile;
  const values = levels.map(([value]) => value);
  const [lowest, highest] = isText ? [1, answersOf(profile).length] : [min, max];
  if (kind === "two values" && (isText || (values[0] === 0 && values[1] === 1)))
    return {unit: "percentage points", factor: 100, digits: 0};
  if (isText || kind === "steps" || kind === "two values")
    return {
      unit: `points on the scale from ${String(lowest)} to ${String(highest)}`,
      factor: 1,
      digits: 2
    };
  const digits = Math.min(4, Math.max(0, 1 - Math.floor(Math.log10(sd > 0 ? sd / 10 : 1))));
  return {unit: `units of ${lowered(label)}`, factor: 1, digits};
}

/** The standard deviation of a declared outcome. */
function sdOf({levels = [], sd}: DeclaredColumn): number {
  if (sd !== undefined) return sd;
  const numbers = levels.map(([value, , n], k) => [typeof value === "number" ? value : k, n]);
  const rows = numbers.reduce((sum, [, n]) => sum + n, 0);
  const mean = numbers.reduce((sum, [x, n]) => sum + x * n, 0) / rows;
  return Math.sqrt(numbers.reduce((sum, [x, n]) => sum + n * (x - mean) ** 2, 0) / rows);
}

/**
 * Priors on the outcome's scale: a coefficient beyond two of the outcome's standard deviations would be a surprise, and
 * so would groups that differ by more than one, or levels whose effects differ by more than half of one: effects
 * differ by less than they are large [gelman2020]. What the prior on shifts gains is measured by bench/defaults.ts.
 */
export function priorsFor(outcomes: Readonly<Record<string, DeclaredColumn>>): string[] {
  const sds = Object.values(outcomes).map(sdOf);
  const sd = Math.max(...sds);
  return [
    `b: normal(0, ${rounded(sd)})`,
    `shift: normal(0, ${rounded(sd / 4)})`,
    `sd: normal(0, ${rounded(sd / 2)})`
  ];
}

function rounded(value: number): string {
  if (!(value > 0)) return "1";
  // 0.5, 1, 2, 2.5, 5, 10: a prior is no measurement.
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 2.5, 5, 10].find((one) => value <= one * power * 1.2) ?? 10;
  return String(Number((step * power).toPrecision(2)));
}

// A made-up lens.arrow: averages and new groups with estimates that are easy to tell apart.
import {toArrow} from "../../src/data/arrow.js";
import {columnsOf, type Cell} from "../../src/data/report/rows.js";
import type {Answer, LensKind} from "../../src/components/lens.js";
import {createLens, type Lens} from "../../src/components/lens.js";
import type {EffectRow} from "../../src/components/types.js";
import {estimate, groups, tie, voter} from "./effect-rows.js";

const widths = [50, 80, 90, 95] as const;

/** A row of the table with the estimate `estimate(median, half)`. */
export function lensRow(
  estimand: string,
  median: number,
  half: number,
  rest: Readonly<Record<string, Cell>> = {}
): Record<string, Cell> {
  const {mean, sd, lower, upper} = estimate(median, half);
  return {
    ...{model: "m", scale: "link", estimand, modifier: null, level: null, group: null},
    ...{groups: 4, n: 38, redrawn: estimand === "new" ? 1 : 0, p_positive: 0.9, mcse_mean: 0.001},
    ...{median, mean, sd},
    ...Object.fromEntries(
      widths.flatMap((w) => [
        [`lower${w}`, lower[w]],
        [`upper${w}`, upper[w]]
      ])
    ),
    ...rest
  };
}

/** The bytes of a table of such rows. */
export function lensBytes(rows: readonly Record<string, Cell>[]): ArrayBuffer {
  return Uint8Array.from(toArrow(columnsOf(rows))).buffer;
}

/** Two voters by two ties, four groups: effects of −10, −8, −6 and −4 points. */
export const rows: readonly EffectRow[] = groups(voter, tie);

/** An answer for all groups, +20 points. */
export const answer: Answer = {
  ...{model: "m", modifier: "", level: "", groups: 4, n: 1200, redrawn: 1},
  ...{p_positive: 0.99, mcse_mean: 0.0012, draws: 0, estimate: estimate(0.2, 0.05)}
};

/** A lens of this kind on the four groups. */
export function lensAs(kind: LensKind, change: Partial<Answer> = {}): Lens {
  if (kind === "groups") return createLens(kind, rows);
  const level = {...answer, modifier: "voter", level: "Trump", estimate: estimate(0.1, 0.05)};
  const renewed = rows.map((row) => ({...row, rungs: {partial: estimate(0.05, 0.3)}}));
  return createLens(kind, rows, {renewed, answers: [{...answer, ...change}, level]});
}

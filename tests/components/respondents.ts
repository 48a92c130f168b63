// Respondents in the words of a real study: four modifiers, two of which count.
import type {EffectRow, Modifier} from "../../src/components/types.js";
import {estimate} from "./effect-rows.js";

const steps = ["1", "2", "3", "4", "5"];

export const modifiers: readonly Modifier[] = [
  {name: "white", label: "Race", levels: ["Non-white", "White"]},
  {name: "male", label: "Gender", levels: ["Women", "Men"]},
  {name: "intl", label: "Internationalism", levels: steps},
  {name: "hawk", label: "Militant assertiveness", levels: steps}
];

/** All 100 combinations; effects climb from −10 points by one a group. */
export const respondents: readonly EffectRow[] = ["Non-white", "White"].flatMap((white, a) =>
  ["Women", "Men"].flatMap((male, b) =>
    steps.flatMap((intl, c) =>
      steps.map((hawk, d): EffectRow => {
        const i = 50 * a + 25 * b + 5 * c + d;
        return {
          model: "m",
          group: `${a}_${b}_${intl}_${hawk}`,
          label: `${white} ${male.toLowerCase()}, internationalism ${intl}, assertiveness ${hawk}`,
          levels: {white, male, intl, hawk},
          n: 20 + i,
          n_treated: 10,
          n_control: 10 + i,
          p_positive: i < 10 ? 0.02 : i < 60 ? 0.5 : 0.99,
          pooling: i / 100,
          rhat: 1,
          ess_bulk: 4000,
          // One interval is wider than the others.
          rungs: {partial: estimate(-0.1 + 0.01 * i, i === 7 ? 0.2 : 0.1)}
        };
      })
    )
  )
);

/** `n` groups that differ in one number. */
export function crowd(n: number): EffectRow[] {
  return Array.from({length: n}, (_, i) => ({
    ...respondents[i % respondents.length],
    group: `g${i}`,
    label: `Village ${i}`,
    levels: {village: String(i)},
    rungs: {partial: estimate(0.5 - i / n)}
  }));
}

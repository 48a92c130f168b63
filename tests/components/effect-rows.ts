// Made-up groups for figures: small numbers whose places in a drawing can be worked out by hand.
import type {Curve, EffectRow, Estimate, Modifier, Width} from "../../src/components/types.js";

export const outcome = {
  label: "support",
  unit: "percentage points more willing",
  factor: 100,
  digits: 0
};

/** An estimate whose interval of width w reaches w / 50 times `half` to both sides. */
export function estimate(median: number, half = 0.1): Estimate {
  const ends = (sign: number): Record<Width, number> => {
    const end = (width: number): number => median + (sign * half * width) / 50;
    return {50: end(50), 80: end(80), 90: end(90), 95: end(95)};
  };
  return {median, mean: median + 0.01, sd: half, lower: ends(-1), upper: ends(1)};
}

export const voter: Modifier = {name: "voter", label: "Voter", levels: ["Trump", "Clinton"]};
export const tie: Modifier = {name: "tie", label: "Tie", levels: ["trade", "investment"]};
export const age: Modifier = {name: "age", label: "Age", levels: ["1", "2", "3"]};
export const news: Modifier = {name: "news", label: "News", levels: ["low", "high"]};

/** Every combination of the levels: effects climb by 2 points a group, from −10 points. */
export function groups(...modifiers: readonly Modifier[]): EffectRow[] {
  const combinations = modifiers.reduce<Record<string, string>[]>(
    (all, {name, levels}) =>
      all.flatMap((left) => levels.map((level) => ({...left, [name]: level}))),
    [{}]
  );
  return combinations.map((levels, i) => ({
    model: "m",
    group: `g${i}`,
    label: Object.values(levels).join(", "),
    levels,
    n: 5 + ((i * 7) % 11),
    n_treated: 2,
    n_control: 3,
    p_positive: 0.5,
    pooling: 0.5,
    rhat: 1,
    ess_bulk: 1000,
    rungs: {
      partial: estimate(-0.1 + 0.02 * i),
      saturated: estimate(-0.3 + 0.06 * i, 0.2)
    }
  }));
}

/** A triangle that peaks at 1 over `middle`. */
export function triangle(variable: string, middle: number): Curve {
  const x = Float32Array.from([-0.2, -0.1, 0, 0.1, 0.2], (step) => middle + step);
  return {model: "m", variable, x, density: Float32Array.from([0, 0.5, 1, 0.5, 0])};
}

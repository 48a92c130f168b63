// Simulated experiments whose effects differ by three modifiers, in known ways.
import {createGenerator, type Columns, type Generator} from "../../src/engine/index.js";

/** How effects differ, in standard deviations of the outcome's error. */
export interface World {
  readonly name: string;
  /** By how much each modifier's levels differ: the range of two, of three twice their sd. */
  readonly shifts: readonly [number, number, number];
  /** The sd between groups of what the modifiers leave. */
  readonly rest: number;
}

/** The rows of an experiment and the true effect in each group, by the levels joined with "_". */
export interface Experiment {
  readonly columns: Columns;
  readonly effects: ReadonlyMap<string, number>;
}

/** The modifiers, by the names of their columns. */
export const modifiers = {
  m1: ["a", "b"],
  m2: ["a", "b", "c"],
  m3: ["a", "b"]
} as const;

/** Experiments of one kind, by what is true of them. */
export const worlds: readonly World[] = [
  {name: "no difference", shifts: [0, 0, 0], rest: 0},
  {name: "three small shifts", shifts: [0.1, 0.1, 0.1], rest: 0},
  {name: "one large shift", shifts: [0.4, 0, 0], rest: 0},
  {name: "shifts and groups", shifts: [0.15, 0.15, 0.15], rest: 0.15},
  {name: "large shifts and groups", shifts: [0.3, 0.3, 0.3], rest: 0.2}
];

/** A number around zero for each of n levels, their sd half of `range`. */
function levelsOf(n: number, range: number, generator: Generator): number[] {
  const raw = Array.from({length: n}, () => generator.normal());
  const mean = raw.reduce((sum, x) => sum + x, 0) / n;
  const sd = Math.sqrt(raw.reduce((sum, x) => sum + (x - mean) ** 2, 0) / n);
  return raw.map((x) => ((x - mean) / sd) * (range / 2));
}

/** A level for every row, of shares that differ by up to more than four times. */
function assign(levels: readonly string[], rows: number, generator: Generator): string[] {
  const weights = levels.map(() => 0.3 + generator.uniform());
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return Array.from({length: rows}, () => {
    let left = generator.uniform() * total;
    const at = weights.findIndex((weight) => (left -= weight) < 0);
    return levels[Math.max(0, at)];
  });
}

/** One experiment of so many rows: half of them treated, an average effect of 0.2, errors of sd 1. */
export function experiment({shifts, rest}: World, rows: number, seed: string): Experiment {
  const generator = createGenerator(seed);
  const lists = Object.values(modifiers);
  const shift = lists.map((levels, m) => levelsOf(levels.length, shifts[m], generator));
  const effects = new Map<string, number>();
  const baselines = new Map<string, number>();
  lists[0].forEach((a, i) => {
    lists[1].forEach((b, j) => {
      lists[2].forEach((c, k) => {
        const key = [a, b, c].join("_");
        const own = rest * generator.normal();
        effects.set(key, 0.2 + shift[0][i] + shift[1][j] + shift[2][k] + own);
        baselines.set(key, 0.3 * generator.normal());
      });
    });
  });
  const [m1, m2, m3] = lists.map((levels) => assign(levels, rows, generator));
  const group = m1.map((a, i) => [a, m2[i], m3[i]].join("_"));
  const t = Float64Array.from(group, () => Number(generator.uniform() < 0.5));
  const y = Float64Array.from(
    group,
    (key, i) => (baselines.get(key) ?? 0) + t[i] * (effects.get(key) ?? 0) + generator.normal()
  );
  return {columns: {y, t, m1, m2, m3, group}, effects};
}

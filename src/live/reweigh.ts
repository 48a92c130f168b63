// What a population with other shares would show, from the thinned draws that a page has fetched.
import {
  averageEffects,
  reweight,
  shareAbove,
  sharesOf,
  summarize,
  type Margin,
  type Summary
} from "../engine/index.js";

/** Draws of the effects in some groups, and the population to average them over. */
export interface Population {
  /** One array [chains × iterations] per group, chain after chain. */
  readonly effects: readonly Float64Array[];
  readonly chains: number;
  /** The groups' rows in the sample. */
  readonly sizes: readonly number[];
  readonly margins: readonly Margin[];
}

/** The average effect over all groups, or over those at one level of one margin. */
export interface PopulationAverage extends Summary {
  /** Positions among the margins and their levels; -1 for all groups. */
  readonly margin: number;
  readonly level: number;
  readonly p_positive: number;
}

/**
 * Averages over the population in which every margin has the shares asked for: all groups first, then
 * each level that has a share. Raises an InputError as `reweight` does.
 */
export function reweighEffects(population: Population): PopulationAverage[] {
  const {effects, chains, sizes, margins} = population;
  const weights = Array.from(reweight(sizes, margins));
  const iterations = effects[0].length / chains;
  const draws = {
    variables: effects.map((_, g) => String(g)),
    chains,
    iterations,
    values: joined(effects)
  };
  const average = (margin: number, level: number, own: readonly number[]): PopulationAverage => {
    const values = averageEffects(draws, sharesOf(own));
    return {
      ...summarize(values, chains, iterations),
      ...{margin, level, p_positive: shareAbove(values)}
    };
  };
  return [
    average(-1, -1, weights),
    ...margins.flatMap(({levels, codes}, m) =>
      levels.flatMap((_, l) => {
        const own = weights.map((weight, g) => (codes[g] === l ? weight : 0));
        return own.some((weight) => weight > 0) ? [average(m, l, own)] : [];
      })
    )
  ];
}

function joined(effects: readonly Float64Array[]): Float64Array {
  const values = new Float64Array(effects.length * effects[0].length);
  effects.forEach((own, g) => {
    values.set(own, g * own.length);
  });
  return values;
}

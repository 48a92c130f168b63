// The effect in a group that nobody has seen yet.
import {variableView} from "../draws/draws.js";
import type {Model} from "../model/model.js";
import {createGenerator} from "../random/generator.js";
import type {Draws, Generator} from "../types.js";
import {sharesOf} from "./average.js";
import {drawEffects, type Effects} from "./effects.js";
import {drawNewLevels} from "./new-levels.js";
import {ownTerms} from "./own-terms.js";
import type {EffectScale} from "./scale.js";

/** Effects in new groups, and what they are made of. */
export interface NewGroups {
  /** For each observed group, a new one with its characteristics. */
  readonly effects: Effects;
  /** Names of the grouping factors whose levels were drawn anew, in the order of the formula. */
  readonly redrawn: readonly string[];
  /** A stream of random numbers that is the new groups' own, at the end of those used. */
  readonly generator: Generator;
}

/** Where the new groups' random numbers come from. */
export interface NewGroupOptions {
  /** The seed of the fit. */
  readonly seed: string;
  /** The number of streams that the fit's chains use: the next one is taken. */
  readonly chains: number;
  readonly scale?: EffectScale;
}

/**
 * The effect in a new group with the characteristics of each observed one: the same weighted sum of
 * parameters, draw by draw, with the levels of the group's own terms replaced by new ones from their
 * distribution. Terms whose levels it shares with other groups keep the observed coefficients. Where no
 * term is a group's own, a new group is like the observed one, draw by draw.
 */
export function newGroupEffects(
  model: Model,
  draws: Draws,
  {groups}: Effects,
  {seed, chains, scale}: NewGroupOptions
): NewGroups {
  const generator = createGenerator(seed, chains);
  const terms = ownTerms(model.design, groups);
  const renewed = drawNewLevels(model, draws, terms, generator);
  return {
    effects: drawEffects(model, renewed, scale),
    redrawn: [...new Set(terms.map((k) => model.design.terms[k].group))],
    generator
  };
}

/**
 * The effect in a new group whose characteristics are not named: in every draw those of one of the
 * variables of `effects`, chosen with probabilities in proportion to `sizes` [chains × iterations].
 * Raises an InputError as {@link sharesOf} does.
 */
export function mixEffects(
  effects: Draws,
  sizes: readonly number[],
  generator: Generator
): Float64Array {
  const shares = sharesOf(sizes);
  const known = [...shares.keys()].filter((g) => shares[g] > 0);
  const mixed = new Float64Array(effects.chains * effects.iterations);
  for (let i = 0; i < mixed.length; ++i) {
    let left = generator.uniform();
    // The last one with a share takes what rounding leaves.
    const g = known.find((one) => (left -= shares[one]) < 0) ?? known[known.length - 1];
    mixed[i] = variableView(effects, g)[i];
  }
  return mixed;
}

// Which way of drawing exactly suits a model, and one chain of it.
import {power} from "../math/elementary.js";
import type {GaussianModel} from "../posterior/gaussian.js";
import type {ChainHooks, ChainResult} from "../sampler/chain.js";
import type {SamplerOptions} from "../sampler/options.js";
import type {Generator} from "../types.js";
import {levelCoefficients} from "./cross-products.js";
import {CrossedChain} from "./crossed-chain.js";
import {Gibbs, SWEEPS} from "./gibbs.js";
import {leadOf} from "./lead-term.js";
import {IndependenceChain} from "./independence-chain.js";
import {runMarginalChain} from "./marginal-chain.js";
import {gatherClasses, hasOneFactor} from "./one-factor.js";
import {OneFactorMarginal} from "./one-factor-marginal.js";
import {recordChain} from "./record.js";
import {refuseImproper} from "./refuse-improper.js";
import {VarianceCoordinates} from "./variance-coordinates.js";

/**
 * How variances are drawn. With all coefficients integrated out: "independent" from a table of their
 * density, "marginal" by NUTS, "collapsed" term by term. "blocked" goes term by term given the other
 * terms' coefficients.
 */
export type Scheme = "independent" | "marginal" | "collapsed" | "blocked";

/** Which scheme suits a model that `isExact`, what it does, and its cost where that may be too much. */
export interface Plan {
  readonly scheme: Scheme;
  /** Why, as the end of a sentence. */
  readonly reason: string;
  /** Multiplications per draw, six times, of the factorisations; 0 where they do not matter. */
  readonly cost: number;
}

/** Variances at most whose density is tabulated. */
const MOST = 3;

/** Chooses by structure, and between the crossed schemes by the cost of a draw. */
export function planOf(model: GaussianModel): Plan {
  const {cells} = model;
  const {variances} = new VarianceCoordinates(model, "log");
  const terms = cells.terms.length;
  if (hasOneFactor(cells)) {
    return variances <= MOST
      ? {
          scheme: "independent",
          reason: `all coefficients are integrated out, and the ${terms ? "scales" : "residual scale"} left drawn independently from a table`,
          cost: 0
        }
      : {
          scheme: "marginal",
          reason: `one grouping factor: all coefficients are integrated out, and the ${String(variances)} scales and correlations left sampled by NUTS`,
          cost: 0
        };
  }
  const coefficients = levelCoefficients(cells) + cells.p;
  const lead = leadOf(cells);
  // A term that leads adds little, since each of its levels meets few of the rest's.
  const rest = levelCoefficients({terms: cells.terms.filter((_, t) => t !== lead)}) + cells.p;
  // Trying scales costs as much as twenty eliminations at the most.
  const collapsed = (terms + 20) * power(rest, 3);
  const blocked = SWEEPS * power(cells.cells * cells.v, 3);
  const isCollapsed = collapsed < blocked;
  return {
    scheme: isCollapsed ? "collapsed" : "blocked",
    reason: `${String(terms)} crossed terms: ${
      isCollapsed
        ? `each one's scales are drawn with all ${String(coefficients)} coefficients integrated out`
        : "all coefficients are drawn at once, and each term's scales with its own coefficients integrated out"
    }`,
    cost: Math.min(collapsed, blocked)
  };
}

/** Runs one chain. Raises an InputError when the posterior is improper. */
export function runExactChain(
  model: GaussianModel,
  options: SamplerOptions,
  generator: Generator,
  hooks: ChainHooks = {}
): ChainResult {
  const {cells, variables} = model;
  const classes = hasOneFactor(cells) ? gatherClasses(cells) : null;
  refuseImproper(model, classes);
  const {scheme} = planOf(model);
  if (classes && scheme === "marginal") {
    const marginal = new OneFactorMarginal(classes, cells.terms);
    return runMarginalChain(model, marginal, options, generator, hooks);
  }
  return recordChain(variables.length, options, hooks, () => {
    if (classes) return new IndependenceChain(model, classes, generator);
    return new (scheme === "blocked" ? Gibbs : CrossedChain)(model, generator);
  });
}

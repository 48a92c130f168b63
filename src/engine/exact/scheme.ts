// Which way of drawing exactly suits a model, and one chain of it.
import type {GaussianModel} from "../posterior/gaussian.js";
import type {ChainHooks, ChainResult} from "../sampler/chain.js";
import type {SamplerOptions} from "../sampler/options.js";
import type {Generator} from "../types.js";
import {levelCoefficients} from "./cross-products.js";
import {CrossedChain} from "./crossed-chain.js";
import {Gibbs} from "./gibbs.js";
import {IndependenceChain, MOST_TABULATED} from "./independence-chain.js";
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

/** Beyond this many coefficients a dense factor costs more than blocked updates. */
const DENSE = 64;

/** The scheme for a model that `isExact`. */
export function schemeOf(model: GaussianModel): Scheme {
  const {cells} = model;
  if (!hasOneFactor(cells))
    return levelCoefficients(cells) + cells.p > DENSE ? "blocked" : "collapsed";
  const {variances} = new VarianceCoordinates(model, "log");
  return variances <= MOST_TABULATED ? "independent" : "marginal";
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
  if (!classes)
    return recordChain(variables.length, options, hooks, () =>
      schemeOf(model) === "blocked"
        ? new Gibbs(model, generator)
        : new CrossedChain(model, generator)
    );
  const createMarginal = () => new OneFactorMarginal(classes, cells.terms);
  if (schemeOf(model) === "marginal")
    return runMarginalChain(model, createMarginal(), options, generator, hooks);
  return recordChain(
    variables.length,
    options,
    hooks,
    () => new IndependenceChain(model, createMarginal, generator)
  );
}

// The door: every public name, in pipeline order.

// Nouns
export {CancelledError, InputError, error, sentenceOf} from "./error.js";
export {suggestion} from "./nearest.js";
export type {Column, Columns, Draws, Generator, Posterior} from "./types.js";

// A model's text, joined with data
export {parseFormula} from "./formula/formula.js";
export {createModel, type Model, type ModelSpec} from "./model/model.js";
export type {PriorRow} from "./model/priors.js";
export {parsePrior} from "./model/prior-text.js";
export {correlationShape, priorShape, type PriorShape} from "./density/prior-shape.js";

// Rows summed within cells, which models can be fitted to in their place
export {sumModels, type SummedModels} from "./model/sum-models.js";
export {
  isSummed,
  keepCells,
  sumRows,
  type OutcomeFacts,
  type SummedRows
} from "./design/summed-rows.js";

// Draws
export {createPosterior, sampledModel, type SampledModel} from "./posterior/sampled-model.js";
export {resolveOptions, defaultSamplerOptions, type SamplerOptions} from "./sampler/options.js";
export type {ChainHooks, ChainResult} from "./sampler/chain.js";
export {
  areQuick,
  attemptChain,
  resultOf,
  runChainsInTurn,
  runModelChain,
  type ChainOutcome,
  type ChainTask
} from "./run-chains.js";
export {createGenerator} from "./random/generator.js";
export {variableIndex, variableView} from "./draws/draws.js";

// The whole path
export {fit, type ChainRunner, type Fit} from "./fit.js";
export {gatherDraws} from "./sampler/sample.js";

// Answers
export {limits, type Diagnostics} from "./diagnostics/verdict.js";
export {energyBfmi} from "./diagnostics/energy.js";
export {drawEffects, shareAbove, type Effect, type Effects} from "./effects/effects.js";
export {parseScale, scalesOf, type EffectScale} from "./effects/scale.js";
export {averageEffects, sharesOf} from "./effects/average.js";
export {mixEffects, newGroupEffects, type NewGroups} from "./effects/new-group.js";
export {reweight, sharesByLevel, type Margin} from "./effects/reweight.js";
export {rankCounts, type RankCounts} from "./diagnostics/rank-counts.js";
export {describeVariation, type Variation} from "./effects/variation.js";
export {meanPredictors} from "./effects/means.js";
export {olsEffects, olsJointly, type OlsEffect, type OlsSpec} from "./effects/ols-effects.js";
export {
  classicalTest,
  compareEffects,
  type Comparison,
  type DrawnEffect,
  type GroupDraws
} from "./effects/comparison.js";
export {retrodesign, type Retrodesign} from "./effects/retrodesign.js";
export {summarize, type Summary} from "./summary/summarize.js";
export type {ParameterSummary} from "./summary/parameters.js";
export {quantiles} from "./summary/quantile.js";
export {densityCurve} from "./summary/density-curve.js";
export {leastSquares} from "./ols/least-squares.js";
export {welchTest, pooledTest, type TTest} from "./ols/t-test.js";
export type {Contrast} from "./ols/contrasts.js";
export {studentTQuantile} from "./math/student-t.js";
export {normalCdf} from "./math/special.js";
export type {Advice} from "./advice/advise.js";

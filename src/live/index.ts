// The door for pages that fit models themselves: the engine, and Web Workers to run its chains in.
// Of the engine only what pages and workers use, since all of it that is named here is sent to readers.
export {
  classicalTest,
  compareEffects,
  createGenerator,
  fit,
  InputError,
  runChainsInTurn
} from "../engine/index.js";
export {Crew} from "./crew.js";
export {reweighEffects, type Population, type PopulationAverage} from "./reweigh.js";
export {holdLifeline} from "./lifeline.js";
export {serveChains} from "./serve-chains.js";
export {stopPoint} from "./stop-point.js";
export {pageCrew, workerRunner, type WorkerOptions} from "./worker-runner.js";

// Models that a reader changes: the choice, the fit, the worker that does it.
export * from "./live-card.js";
export {binOf} from "./regroup.js";
export {hasScale, priorWords, type PriorWords} from "./change-priors.js";
export {
  isUnchanged,
  likelihoods,
  spreadFamilies,
  unchanged,
  type Likelihood,
  type SpreadFamily
} from "./choices.js";
export {fitLive, type LiveGroup, type LiveRequest, type LiveResult} from "./fit-live.js";
export {LiveFitter, type FitHooks} from "./live-fitter.js";
export {serveFits} from "./serve-fits.js";

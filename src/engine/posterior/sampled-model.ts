// What a sampler is sent of a model, and the posterior that it makes of it.
import type {Model} from "../model/model.js";
import type {Posterior} from "../types.js";
import {createBernoulliPosterior, type BernoulliModel} from "./bernoulli.js";
import {createGaussianPosterior, type GaussianModel} from "./gaussian.js";

/** A model as a sampler needs it, told apart by `family`; plain data, safe to send to a worker. */
export type SampledModel = GaussianModel | BernoulliModel;

/** What of a model on its data a sampler needs. */
export function sampledModel({design, cells, counts, priors, variables}: Model): SampledModel {
  const {population, sds, etas, sigma} = priors;
  const shared = {cells, centred: design.centred, variables};
  const own = {population, sds, etas};
  if (counts) return {...shared, family: "bernoulli", counts, priors: own};
  return {...shared, family: "gaussian", priors: {...own, sigma}};
}

/** The posterior of a model, by its family. */
export function createPosterior(model: SampledModel): Posterior {
  return model.family === "gaussian"
    ? createGaussianPosterior(model)
    : createBernoulliPosterior(model);
}

// A chain for few crossed coefficients: each term's scale given the others', without coefficients.
import {error} from "../error.js";
import {exp} from "../math/elementary.js";
import type {GaussianModel} from "../posterior/gaussian.js";
import type {Generator} from "../types.js";
import {Conditionals} from "./conditionals.js";
import {CrossedMarginal} from "./crossed-marginal.js";
import {DenseEvidence} from "./dense-evidence.js";
import {UNDETERMINED} from "./determined.js";
import {LevelScale} from "./level-scale.js";
import {spreadOf} from "./residual-scale.js";
import type {ExactChain} from "./record.js";

/** Rounds of updates of a term's own numbers: cheap beside the elimination they follow. */
const ROUNDS = 3;

/**
 * Term by term, sds and correlations by slices of their density with the coefficients of all terms
 * integrated out (of a term that leads, with its own); then all coefficients at once; then sigma given
 * these [liu1994].
 */
export class CrossedChain implements ExactChain {
  readonly warmup = 200;
  readonly acceptance = NaN;
  private readonly marginal: CrossedMarginal;
  private readonly terms: readonly {scale: LevelScale; values: Float64Array}[];
  private readonly evidence: readonly DenseEvidence[];
  private readonly given: Conditionals;

  constructor(
    private readonly model: GaussianModel,
    private readonly generator: Generator
  ) {
    const {cells, priors} = model;
    this.marginal = new CrossedMarginal(cells);
    this.terms = cells.terms.map(({correlated}, t) => {
      const scale = new LevelScale(priors.sds[t], correlated ? priors.etas[t] : null);
      scale.start(spreadOf(model) / 2, generator);
      this.marginal.scales[t].set(scale.factor);
      return {scale, values: this.marginal.values[t]};
    });
    this.evidence = this.marginal.rest.map((_, r) => new DenseEvidence(this.marginal, r));
    this.given = new Conditionals(model, generator);
    this.given.prior.writeTo(this.marginal, cells.reference);
  }

  forget(): void {
    const {terms, marginal, evidence, given, generator, model} = this;
    const {first, rest, lead} = marginal;
    const variance = exp(2 * given.logSigma);
    if (first) {
      // Before the others, while the coefficients that it is drawn given are as drawn last.
      first.gather(variance);
      terms[lead].scale.update(first, generator);
      first.scale.set(terms[lead].scale.factor);
    }
    if (!marginal.reduce(variance)) error(UNDETERMINED);
    rest.forEach((t, r) => {
      if (!evidence[r].gather()) error(UNDETERMINED);
      const {scale} = terms[t];
      scale.update(evidence[r], generator, ROUNDS);
      marginal.scales[t].set(scale.factor);
    });
    const {blocks, size} = marginal.products;
    if (!marginal.eliminate(blocks, size - 1)) error(UNDETERMINED);
    marginal.draw(generator);
    given.updatePrior(marginal.population);
    given.prior.writeTo(marginal, model.cells.reference);
    given.updateSigma(marginal.squares());
  }

  draw(row: Float64Array): void {
    const {given, marginal, terms} = this;
    this.forget();
    given.write(row, marginal.population, terms);
  }
}

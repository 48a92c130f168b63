// Words for the tables that every report has.
import type {TableWords} from "../study.js";
import {widths} from "./estimate-columns.js";

/** The parts of an estimate, by how it was made and the end of a column's name. */
export const partWords: Readonly<
  Record<"posterior" | "least squares", Readonly<Partial<Record<string, string>>>>
> = {
  posterior: {
    median: "posterior median",
    mean: "posterior mean",
    sd: "posterior standard deviation",
    ...limits("equal-tailed interval")
  },
  "least squares": {
    median: "the estimate",
    mean: "the estimate, once more",
    sd: "its standard error",
    ...limits("t interval")
  }
};

function limits(what: string): Record<string, string> {
  return Object.fromEntries(
    widths.flatMap((width) => [
      [`lower${width}`, `lower limit of the ${width}% ${what}`],
      [`upper${width}`, `upper limit of the ${width}% ${what}`]
    ])
  );
}

const model = "The model, by its name in the report";
const rhat = "Rank-normalised split R-hat; above 1.01 the draws are not to be trusted";
const bulk = "Effective sample size of the bulk; under 400 the draws are not to be trusted";

const quantiles = Object.fromEntries(
  ["2.5", "5", "10", "25", "50", "75", "90", "95", "97.5"].map((percent) => [
    `q${percent}`,
    percent === "50" ? "Posterior median" : `Posterior quantile, ${percent}%`
  ])
);

/** What a row is, and the columns with one meaning in every study. */
export const tableWords: Readonly<Partial<Record<string, TableWords>>> = {
  effects: {
    each: "one row for every group under every model",
    columns: {
      model,
      group: "The group, by its modifiers' values joined by underscores",
      label: "The group in words",
      n: "Rows of the data in the group",
      n_treated: "Of them, treated",
      n_control: "Of them, in the control arm",
      p_positive: "Posterior probability that the effect is above zero",
      pooling:
        "Weight on the group's own data: 0 all borrowed, 1 no pooling; empty where undefined",
      rhat,
      ess_bulk: bulk
    },
    estimates: {
      partial: {of: "Effect under partial pooling, in units of the outcome", by: "posterior"},
      saturated: {
        of: "Effect by OLS with every interaction, in units of the outcome",
        by: "least squares"
      },
      additive: {
        of: "Effect by OLS with one interaction per modifier, in units of the outcome",
        by: "least squares"
      },
      complete: {
        of: "Effect by OLS without interactions, one for all, in units of the outcome",
        by: "least squares"
      }
    }
  },
  parameters: {
    each: "one row for every parameter of every model",
    columns: {
      model,
      variable: "The parameter, by brms's name",
      label: "The parameter in words",
      class: "What kind of parameter it is, as in the table of priors",
      mean: "Posterior mean",
      sd: "Posterior standard deviation",
      ...quantiles,
      mcse_mean: "Monte Carlo standard error of the mean",
      rhat,
      ess_bulk: bulk,
      ess_tail: "Effective sample size of the tails; under 400 the draws are not to be trusted"
    }
  },
  curves: {
    each: "one row for every point of every density curve",
    columns: {
      model,
      variable:
        "What the curve is of: a parameter by brms's name, effect:<group>, or a number that the report quotes",
      x: "Where on the scale of the parameter or the effect",
      density: "Posterior density there"
    }
  },
  diagnostics: {
    each: "one row for every chain of every model",
    columns: {
      model,
      chain: "The chain, from 1",
      divergences: "Iterations that diverged; any is too many",
      treedepth_hits: "Iterations whose trajectory was cut at the deepest tree",
      ebfmi: "Energy's Bayesian fraction of missing information; empty for exact draws",
      step_size: "Step size of the integrator; empty for exact draws",
      acceptance: "Mean acceptance probability",
      leapfrogs: "Gradient evaluations"
    }
  },
  choices: {
    each: "one row for every fit of the map of choices",
    columns: {
      fit: "The fit, from 1, as in choice-effects",
      question: "Fits of one number answer one question, by other models and other choices",
      model,
      groups_kept: "The modifiers that make groups, with ~ between",
      groups: "The same in words",
      spread_family: "The family of the priors on standard deviations; empty where as on this page",
      spread_factor: "What their scale is multiplied by",
      spread: "Both in words",
      coefficients_factor: "What the scale of the priors on coefficients is multiplied by",
      coefficients: "The same in words",
      likelihood: "The likelihood, by its name in the engine",
      likelihood_words: "The likelihood in words",
      draws: "Kept draws of every chain",
      published: "Whether nothing is changed",
      n_groups: "Groups that the model tells apart; empty where it could not be fitted",
      p_positive: "Posterior probability that the average effect is above zero",
      unconverged: "Why the draws are not to be trusted; empty when they can be",
      refused: "Why the model could not be fitted; empty where it was"
    },
    estimates: {
      average: {
        of: "Effect on average over the model's own rows of the groups shown, in units of the outcome",
        by: "posterior"
      }
    }
  },
  "choice-effects": {
    each: "one row for every published group under every fit of the map of choices",
    columns: {
      fit: "The fit, by its number in choices",
      group:
        "The published group, named as in effects; where a fit joins groups, the effect is the joined group's",
      median: "Posterior median of the effect, in units of the outcome",
      lower50: "Lower limit of its 50% equal-tailed interval",
      upper50: "Upper limit of its 50% equal-tailed interval",
      lower95: "Lower limit of its 95% equal-tailed interval",
      upper95: "Upper limit of its 95% equal-tailed interval",
      p_positive: "Posterior probability that the effect is above zero"
    }
  },
  draws: {
    each: "one row for every kept draw, the same iterations in every column",
    columns: {
      ".chain": "The chain, from 1",
      ".iteration":
        "The position among the kept draws of the chain, from 1; they are evenly spaced over it"
    }
  }
};

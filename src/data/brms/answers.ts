// What people ask of a brms fit, and where the same answer is here.

/** A question; texts within backquotes are code that a test looks for. */
export interface Answer {
  readonly what: string;
  /** R code of brms, tidybayes, posterior or marginaleffects. */
  readonly brms: string;
  /** Flags of `poolhouse fit`, files that it writes, or names of the engine. */
  readonly here: string;
  readonly note?: string;
}

/** Questions that are answered. */
export const answers: readonly Answer[] = [
  {
    what: "Chains and their length",
    brms: "brm(…, chains = 4, iter = 2000, warmup = 1000, seed = 1)",
    here: "--chains 4\n--warmup 1000\n--draws 1000\n--seed 1",
    note: "`--draws` counts what is kept. Equal seeds give equal draws on every machine, however many processors it has."
  },
  {
    what: "Careful steps",
    brms: "control = list(adapt_delta = 0.99,\n               max_treedepth = 12)",
    here: "--method nuts\n--target-acceptance 0.99\n--max-treedepth 12",
    note: "Rarely needed: `--method auto` integrates the coefficients of a normal outcome out and draws them exactly."
  },
  {
    what: "Every draw",
    brms: "as_draws_df(fit)",
    here: "--out FOLDER",
    note: "`draws.arrow` has a column for each parameter by brms’s name, beside `.chain` and `.iteration`. R reads it with `arrow::read_ipc_stream()`."
  },
  {
    what: "The levels’ coefficients",
    brms: "spread_draws(fit, r_school[school, term])",
    here: "--out FOLDER",
    note: "Columns such as `r_school[Ash,t]`, differences from the population’s coefficient."
  },
  {
    what: "Summaries and diagnostics",
    brms: "summarise_draws(fit)",
    here: "--json",
    note: "`parameters` hold `mean`, `sd`, quantiles, `rhat`, `ess_bulk`, `ess_tail` and `mcse_mean`; a fit that misses a limit ends with exit status one."
  },
  {
    what: "Priors in force",
    brms: "prior_summary(fit)",
    here: "--json",
    note: "`priors` say of each whether it was given or is a default."
  },
  {
    what: "The average effect",
    brms: 'avg_comparisons(fit, variables = "t")',
    here: "--treatment t"
  },
  {
    what: "The effect in each group",
    brms: 'avg_comparisons(fit, variables = "t",\n                by = "school")',
    here: "--treatment t\n--by school",
    note: "The average over the group’s own rows, everything else as observed; uncertainty of the levels’ coefficients is in it. Where one column’s slope varies, its groups are told without being asked for."
  },
  {
    what: "The same in probability",
    brms: 'avg_comparisons(fit, variables = "t",\n                by = "school")  # of a bernoulli fit',
    here: "--family bernoulli\n--treatment t\n--by school\n--scale response",
    note: 'Without `--scale response` effects are in log-odds, `type = "link"`.'
  },
  {
    what: "Draws of effects",
    brms: "add_epred_draws(grid, fit) |>\n  compare_levels(.epred, by = t)",
    here: "--treatment t\n--by school\n--out FOLDER",
    note: "`effects.arrow` has a column for each group."
  },
  {
    what: "How probable an effect above zero is",
    brms: 'hypothesis(fit, "t > 0", …)',
    here: "--treatment t\n--json",
    note: "`p_positive` of every group, the share of draws; of a coefficient, count them in `draws.arrow`."
  },
  {
    what: "An effect in a group not yet seen",
    brms: 'comparisons(…, allow_new_levels = TRUE,\n            sample_new_levels = "gaussian")',
    here: "newGroupEffects()",
    note: "No flag: a function of the engine, in the reference. A study’s page has it under one control, “a new group”."
  },
  {
    what: "Effects weighted to a population",
    brms: 'avg_comparisons(…, wts = "share")',
    here: "reweight()",
    note: "No flag: a function of the engine, in the reference. On a page: shares of any characteristics, matched by iterative proportional fitting."
  },
  {
    what: "A fit kept in a file",
    brms: 'brm(…, file = "fit",\n     file_refit = "on_change")',
    here: "npm run report",
    note: "Kept under the hash of data, model, priors, sampler and engine, so that nothing stale is shown."
  }
];

/** What brms and its company do and Poolhouse does not: the function, and what there is instead. */
export interface Absence {
  readonly name: string;
  readonly instead: string;
}

/** Questions that are not answered. */
export const absences: readonly Absence[] = [
  {
    name: "loo",
    instead: "no comparison of models by prediction; set two models of a study side by side"
  },
  {name: "waic", instead: "as `loo`"},
  {name: "bayes_factor", instead: "none"},
  {name: "posterior_predict", instead: "no outcomes are simulated; expectations and effects only"},
  {name: "pp_check", instead: "as `posterior_predict`"},
  {
    name: "posterior_epred",
    instead:
      "no expectation row by row; multiply rows of your own with the columns of `draws.arrow`, which are named as brms names them"
  },
  {
    name: "conditional_effects",
    instead: "effects by group, and by each characteristic on a study’s page"
  },
  {name: "emmeans", instead: "as `conditional_effects`"},
  {name: "add_criterion", instead: "as `loo`"},
  {
    name: "make_stancode",
    instead: "a study’s page has the brms code of each of its models, and that has Stan’s"
  }
];

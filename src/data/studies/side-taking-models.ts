// The models of Bush and Prather's experiment: as published in 2023, corrected, and as in 2024.
import type {StudyModel} from "../study.js";
import {covariates as joined} from "./side-taking.js";

const covariates = [
  "treat_germrus",
  "w2_vote_hill",
  "clinton_germany",
  "invest_cond",
  "woman",
  "employ_dum",
  "college_educ",
  "polknowledge",
  "polint"
];

const words: Readonly<Record<string, string>> = {
  treat_germrus: "Germany takes a side, not Russia",
  w2_vote_hill: "Clinton voter",
  clinton_germany: "Clinton voter × Germany",
  invest_cond: "Investment, not trade",
  woman: "Woman",
  employ_dum: "Employed full time",
  college_educ: "College degree",
  polknowledge: "Political knowledge, per question",
  polint: "Political interest, per step"
};

const effectTerms = covariates.map((name) => `s:${name}`);
const effectNames = covariates.map((name) => `b_s:${name}`);

/** What the coefficients of the published and the corrected model are, by brms’s names. */
export const effectWords: Readonly<Record<string, string>> = {
  b_s: "Side-taking, all indicators at 0",
  ...Object.fromEntries(covariates.map((name) => [`b_s:${name}`, words[name]])),
  ...Object.fromEntries(covariates.map((name) => [`b_${name}`, `${words[name]}: baseline`])),
  b_Intercept: "Constant",
  sigma: "Residual standard deviation"
};

const priors = ["b: normal(0, 0.5)", "b[Intercept]: normal(0, 1)", "sd: normal(0, 0.5)"];

// brms names an interaction with the main effect first: s:woman, and woman:s when woman comes
// first in the formula; s stands first in both formulas.
const cell = ["w2_vote_hill", "treat_germrus", "invest_cond", "woman"];
const details = ["employ_dum", "college_educ", "polknowledge", "polint"];

/** What respondents in one cell share. */
export const sideTakingCells = {
  covariates: ["s", ...covariates, "grp", "cell"],
  engagement: ["treat_germrus", "w2_vote_hill", "pol_engage", "invest_cond", "woman"]
};

const baselines = covariates.join(" + ");

/** Of a difference of two means in a cell of a few people only equal errors can be known. */
const cellOls = {
  saturated: {formula: "ipe_support ~ s * cell", errors: "classical" as const},
  additive: {formula: `ipe_support ~ s * (${baselines})`},
  complete: {formula: `ipe_support ~ s + ${baselines}`}
};

/** The number that the page begins with, and that a reader asks of a changed model first. */
const headline = {
  variable: "b_s:clinton_germany",
  words: "how much more the gap between Clinton and Trump voters widens when Germany takes a side"
};

/** As Alley's program of August 2023 estimated it. */
const published: StudyModel = {
  id: "published-2023",
  title: "Published, 2023: modifiers in the effect equation only",
  status: "published",
  origin:
    "Alley (28 August 2023), Figures 1 and 2. The article's equation has varying intercepts; its program, which made the figures, has one intercept for all and takes every control respondent as one group.",
  spec: {
    formula: `ipe_support ~ 0 + Intercept + s + ${effectTerms.join(" + ")} + (0 + s | grp)`,
    priors,
    treatment: "s",
    by: ["grp"]
  },
  describedBy: [...cell, ...details],
  onlyArm: "treated",
  ols: cellOls,
  words: {...effectWords, sd_grp__s: "Cells beyond the predictors, sd"},
  curves: {parameters: ["b_s", ...effectNames, "sd_grp__s"], effects: false},
  live: {
    cells: "covariates",
    groups: {
      kind: "joined",
      modifiers: joined,
      column: "grp",
      untreated: "control"
    },
    headline
  },
  sampler: {draws: 1000, seed: "side-taking"}
};

/** The same with every modifier's baseline difference in the outcome equation. */
const corrected: StudyModel = {
  id: "corrected",
  title: "Corrected: baseline differences in the outcome equation",
  status: "corrected",
  origin:
    "The 2023 model with every modifier also in the outcome equation, and slopes that vary over all covariate cells.",
  spec: {
    formula: `ipe_support ~ 0 + Intercept + s + ${baselines} + ${effectTerms.join(" + ")} + (0 + s | cell)`,
    priors,
    treatment: "s",
    by: ["cell"]
  },
  describedBy: [...cell, ...details],
  onlyArm: "treated",
  ols: cellOls,
  words: {...effectWords, sd_cell__s: "Cells beyond the predictors, sd"},
  curves: {parameters: ["b_s", ...effectNames, "sd_cell__s"], effects: false},
  live: {
    cells: "covariates",
    groups: {kind: "joined", modifiers: joined, column: "cell"},
    headline
  },
  sampler: {draws: 1000, seed: "side-taking"}
};

/** The appendix of May 2024: another treatment, four crossed factors. */
const appendix: StudyModel = {
  id: "appendix-2024",
  title: "Appendix, 2024: Germany or Russia, whether or not it takes a side",
  status: "published",
  origin:
    "Alley (29 May 2024), appendix figure. The treatment is the country, pooled over respondents who saw side-taking and those who did not, and there is no population slope.",
  spec: {
    formula:
      "ipe_support ~ 1 + college_educ + employ_dum + (1 + treat_germrus | w2_vote_hill) + (1 + treat_germrus | pol_engage) + (1 + treat_germrus | invest_cond) + (1 + treat_germrus | woman)",
    priors: ["b: normal(0, 0.5)", "sd: normal(0, 1)"],
    treatment: "treat_germrus",
    by: ["w2_vote_hill", "pol_engage", "invest_cond", "woman"]
  },
  ols: {
    additive: {
      formula:
        "ipe_support ~ treat_germrus * (w2_vote_hill + pol_engage + invest_cond + woman) + college_educ + employ_dum"
    },
    complete: {
      formula:
        "ipe_support ~ treat_germrus + w2_vote_hill + pol_engage + invest_cond + woman + college_educ + employ_dum"
    }
  },
  words: {
    b_Intercept: "Constant",
    b_college_educ: "College degree",
    b_employ_dum: "Employed full time",
    sd_w2_vote_hill__treat_germrus: "Vote: effect, sd",
    sd_pol_engage__treat_germrus: "Engagement: effect, sd",
    sd_invest_cond__treat_germrus: "Investment or trade: effect, sd",
    sd_woman__treat_germrus: "Gender: effect, sd",
    sd_w2_vote_hill__Intercept: "Vote: baseline, sd",
    sd_pol_engage__Intercept: "Engagement: baseline, sd",
    sd_invest_cond__Intercept: "Investment or trade: baseline, sd",
    sd_woman__Intercept: "Gender: baseline, sd",
    sigma: "Residual standard deviation"
  },
  curves: {
    parameters: [
      "sd_w2_vote_hill__treat_germrus",
      "sd_pol_engage__treat_germrus",
      "sd_invest_cond__treat_germrus",
      "sd_woman__treat_germrus"
    ],
    effects: false
  },
  live: {
    cells: "engagement",
    groups: {kind: "separate", modifiers: ["w2_vote_hill", "pol_engage", "invest_cond", "woman"]}
  },
  sampler: {draws: 1000, seed: "side-taking"}
};

/** In the order in which the page tells of them. */
export const sideTakingModels: readonly StudyModel[] = [published, corrected, appendix];

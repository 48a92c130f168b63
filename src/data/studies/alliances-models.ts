// The models of Tomz and Weeks's experiment: by scenario and by respondent, published and corrected.
import type {StudyModel} from "../study.js";
import {conditions, people, respondentOls, scenarioOls} from "./alliances-comparisons.js";

const scenario = ["regime", "stakes", "costs", "region_txt"];
const respondent = ["white", "male", "intl", "hawk"];

const words: Readonly<Record<string, string>> = {
  alliance: "Alliance",
  regime: "Democracy",
  stakes: "High stakes",
  costs: "Low costs",
  region_txtAsia: "Asia, not Africa",
  region_txtEasternEurope: "Eastern Europe, not Africa",
  region_txtSouthAmerica: "South America, not Africa",
  white: "White",
  male: "Man",
  intl: "Internationalism, per step",
  hawk: "Assertiveness, per step",
  dem: "Democrat",
  rep: "Republican",
  age: "Age, per ten years",
  ed4: "Education, per step",
  pid7: "Party identification, per step",
  Intercept: "All indicators at 0"
};

function named(prefix: string, suffix = ""): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words).map(([name, text]) => [`${prefix}${name}`, `${text}${suffix}`])
  );
}

const parameterWords = {
  ...named("b_", ": baseline"),
  b_alliance: "Alliance, all indicators at 0",
  ...named("b_alliance:"),
  ...named("b_lambda_"),
  ...named("b_controls_", ": baseline"),
  sigma: "Residual standard deviation"
};

const scenarioLive = {
  cells: "scenarios",
  groups: {kind: "joined", modifiers: scenario, column: "treat_group"}
} as const;

const respondentLive = {
  cells: "respondents",
  groups: {kind: "joined", modifiers: respondent, column: "respondent_group"}
} as const;

const lambdaNames = [
  "Intercept",
  "regime",
  "stakes",
  "costs",
  "region_txtAsia",
  "region_txtEasternEurope",
  "region_txtSouthAmerica"
].map((name) => `b_lambda_${name}`);

const scenarioFigure: StudyModel = {
  id: "scenario-2024",
  title: "Scenarios, May 2024: fifteen crossed terms, no population slope",
  status: "published",
  origin: "Alley (29 May 2024), Figure 1.",
  spec: {
    formula: `force ~ 1 + ${people} + (1 + alliance | regime*stakes*costs*region_txt)`,
    priors: ["b: normal(0, 0.5)", "sd: normal(0, 1)"],
    treatment: "alliance",
    by: scenario
  },
  ols: scenarioOls,
  words: parameterWords,
  curves: {parameters: [], effects: false},
  live: {cells: "scenarios", groups: {kind: "crossed", modifiers: scenario}},
  sampler: {draws: 1000, seed: "alliances"}
};

const scenarioText: StudyModel = {
  id: "scenario-text",
  title: "Scenarios, January 2024: interactions and one varying slope",
  status: "comparison",
  origin:
    "The program of 18 January 2024, which the appendix's formula and its “random variation of roughly 6%” belong to.",
  spec: {
    formula: `force ~ 1 + white + male + hawk + intl + alliance * (${conditions}) + (1 + alliance | treat_group)`,
    priors: ["b: normal(0, 0.5)", "sd: normal(0, 1)"],
    treatment: "alliance",
    by: scenario
  },
  ols: scenarioOls,
  words: parameterWords,
  curves: {parameters: ["sd_treat_group__alliance"], effects: false},
  live: scenarioLive,
  sampler: {draws: 1000, seed: "alliances"}
};

const lambdaPriors = ["b_lambda: normal(0, 1)", "b_controls: normal(0, 1)"];
const controls = "white + male + hawk + intl + dem + rep + age + ed4";

const scenarioPublished: StudyModel = {
  id: "scenario-2026",
  title: "Scenarios, 2026: published",
  status: "published",
  origin:
    "The public repository's program of April 2026: scenario features predict the effect, but are not in the outcome equation.",
  spec: {
    formula: "force ~ lambda * alliance + controls",
    equations: [`lambda ~ ${conditions} + (1 | treat_group)`, `controls ~ ${controls}`],
    priors: lambdaPriors,
    treatment: "alliance",
    by: scenario
  },
  ols: scenarioOls,
  words: parameterWords,
  curves: {parameters: lambdaNames, effects: false},
  live: scenarioLive,
  sampler: {draws: 1000, seed: "alliances"}
};

const scenarioCorrected: StudyModel = {
  ...scenarioPublished,
  id: "scenario-2026-corrected",
  title: "Scenarios, 2026: corrected",
  status: "corrected",
  origin: "The 2026 model with every scenario feature also in the outcome equation.",
  spec: {
    ...scenarioPublished.spec,
    equations: [
      `lambda ~ ${conditions} + (1 | treat_group)`,
      `controls ~ ${conditions} + ${controls}`
    ]
  }
};

const respondentText: StudyModel = {
  id: "respondent-text",
  title: "Respondents: the model of the article's numbers",
  status: "published",
  origin:
    "Alley (29 May 2024), the numbers in the text of section 5.2; made by the program of 18 January 2024.",
  spec: {
    formula: `force ~ 1 + ${conditions} + alliance * (white + male + intl + hawk) + (1 + alliance | respondent_group)`,
    priors: [
      "Intercept: normal(0, 1)",
      "b: normal(0, 0.5)",
      "sd: normal(0, 1)",
      "sigma: normal(0, 1)"
    ],
    treatment: "alliance",
    by: respondent
  },
  ols: respondentOls,
  words: {...parameterWords, sd_respondent_group__alliance: "Groups beyond the predictors, sd"},
  curves: {
    parameters: ["sd_respondent_group__alliance"],
    effects: true
  },
  live: respondentLive,
  sampler: {draws: 1000, seed: "alliances"}
};

const respondentFigures: StudyModel = {
  id: "respondent-figures",
  title: "Respondents: the model of the article's figures",
  status: "published",
  origin: "Alley (29 May 2024), Figures 2 to 4.",
  spec: {
    formula: `force ~ 1 + ${conditions} + alliance + (1 + alliance | white*male*intl*hawk)`,
    priors: [
      "Intercept: normal(0, 0.75)",
      "b: normal(0, 0.25)",
      "sd: normal(0, 0.75)",
      "sigma: normal(0, 1)"
    ],
    treatment: "alliance",
    by: respondent
  },
  ols: respondentOls,
  words: parameterWords,
  curves: {parameters: [], effects: true},
  live: {cells: "respondents", groups: {kind: "crossed", modifiers: respondent}},
  sampler: {draws: 1000, seed: "alliances"}
};

/** In the order in which the page tells of them. */
export const alliancesModels: readonly StudyModel[] = [
  scenarioFigure,
  scenarioText,
  scenarioPublished,
  scenarioCorrected,
  respondentText,
  respondentFigures
];

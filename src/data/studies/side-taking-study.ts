// Bush and Prather's experiment as a study: words, models, claims and the original's own tests.
import type {StudyDefinition} from "../study.js";
import {coefficientClaim, type CoefficientClaim} from "./claims.js";
import {originalTables, originalWords} from "./side-taking-means.js";
import {effectWords, sideTakingCells, sideTakingModels} from "./side-taking-models.js";
import {sideTakingRecodes, sideTakingSource} from "./side-taking.js";

const claims: readonly Omit<CoefficientClaim, "published" | "corrected" | "topic" | "where">[] = [
  {
    claim:
      "German side-taking raises Clinton voters’ support by almost one point on a scale from 1 to 4.",
    variable: "b_s:clinton_germany",
    sign: 1
  },
  {
    claim: "German side-taking leaves Trump voters’ support unchanged.",
    variable: "b_s:treat_germrus",
    sign: 0
  },
  {
    claim: "Clinton voters are not clearly less supportive of Russia after it takes a side.",
    variable: "b_s:w2_vote_hill",
    sign: 0
  },
  {
    claim: "Side-taking reduces support for investment more than support for trade.",
    variable: "b_s:invest_cond",
    sign: -1
  },
  {
    claim: "Women respond more negatively to side-taking than men.",
    variable: "b_s:woman",
    sign: -1
  },
  {
    claim: "Political knowledge lowers the effect of side-taking.",
    variable: "b_s:polknowledge",
    sign: -1
  },
  {
    claim: "Political interest raises the effect of side-taking.",
    variable: "b_s:polint",
    sign: 1
  }
];

/** The study of foreign side-taking. */
export const sideTaking: StudyDefinition = {
  id: "side-taking",
  title: "Foreign side-taking and support for economic ties",
  source: sideTakingSource,
  preparedFile: "prepared-bush-prather.csv",
  recodes: sideTakingRecodes,
  outcome: {
    label: "Support for economic ties with the country, 1 to 4",
    unit: "points on the scale from 1 to 4",
    factor: 1,
    digits: 2
  },
  modifiers: {
    w2_vote_hill: {
      label: "Vote",
      levels: [
        [0, "Trump voters"],
        [1, "Clinton voters"]
      ]
    },
    treat_germrus: {
      label: "Country",
      levels: [
        [0, "Russia"],
        [1, "Germany"]
      ]
    },
    invest_cond: {
      label: "Economic tie",
      levels: [
        [0, "Trade"],
        [1, "Investment"]
      ]
    },
    woman: {
      label: "Gender",
      levels: [
        [0, "Men"],
        [1, "Women"]
      ]
    },
    pol_engage: {label: "Political engagement", levels: steps(1, 7)},
    employ_dum: {
      label: "Employment",
      levels: [
        [0, "Not employed"],
        [1, "Employed"]
      ]
    },
    college_educ: {
      label: "Education",
      levels: [
        [0, "No college degree"],
        [1, "College degree"]
      ]
    },
    polknowledge: {label: "Political knowledge", levels: steps(0, 3)},
    polint: {label: "Political interest", levels: steps(1, 4)}
  },
  describe,
  cells: sideTakingCells,
  models: sideTakingModels,
  sameQuestion: [["published-2023", "corrected"]],
  claims: claims.map((claim) =>
    coefficientClaim({
      ...claim,
      // What was claimed and what was estimated are not always the same quantity.
      where: `Alley 2023, Figure 1 and text, of the coefficient “${effectWords[claim.variable]}”`,
      topic: "effect",
      published: "published-2023",
      corrected: "corrected"
    })
  ),
  tables: originalTables,
  tableWords: originalWords
};

function steps(first: number, last: number): (readonly [number, string])[] {
  return Array.from({length: last - first + 1}, (_, i) => [first + i, String(first + i)]);
}

function describe(levels: Readonly<Partial<Record<string, string>>>): string {
  const voters = levels.w2_vote_hill;
  const words = [
    levels.treat_germrus,
    levels.invest_cond,
    levels.woman,
    levels.employ_dum,
    levels.college_educ
  ]
    .filter((word) => word !== undefined)
    .map((word, i) => (levels.treat_germrus !== undefined && i === 0 ? word : word.toLowerCase()));
  const scales = [
    levels.pol_engage && `engagement ${levels.pol_engage}`,
    levels.polknowledge && `knowledge ${levels.polknowledge}`,
    levels.polint && `interest ${levels.polint}`
  ].filter((word) => word !== undefined);
  return [voters, ...words, ...scales].join(", ");
}

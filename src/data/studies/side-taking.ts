// Bush and Prather's experiment on foreign side-taking: its source and its recodes.
import type {Recode} from "../recode.js";
import {complete, derive, from, join, oneOf, select, where} from "../recode-steps.js";

export {sideTakingSource} from "../sources.js";

/** The columns that the published models multiply with the treatment. */
export const covariates: readonly string[] = [
  "treat_germrus",
  "w2_vote_hill",
  "woman",
  "employ_dum",
  "invest_cond",
  "college_educ",
  "polknowledge",
  "polint"
];

/** From the raw file of 1,572 respondents to the 468 rows that the published models use. */
export const sideTakingRecodes: readonly Recode[] = [
  derive(
    {
      name: "Indicators",
      why: "The models take zero-one indicators of employment, kind of engagement, college education and party.",
      expect: {rows: 1572, counts: {treat_ipesidetaking: {0: 805, 1: 767}}}
    },
    {
      employ_dum: oneOf("employ", 1),
      invest_cond: oneOf("treat_ipetype", 1),
      college_educ: oneOf("educ", 5, 6),
      democrat: oneOf("party", 1),
      republican: oneOf("party", 2)
    }
  ),
  complete(
    {
      name: "Complete cases",
      why: "Respondents who were shown Russia or Germany, said whether they voted for Clinton or Trump, and answered all questions.",
      expect: {
        rows: 468,
        counts: {
          treat_ipesidetaking: {0: 240, 1: 228},
          w2_vote_hill: {0: 228, 1: 240},
          ipe_support: {1: 40, 2: 111, 3: 212, 4: 105}
        }
      }
    },
    ["ipe_support", "treat_ipesidetaking", "democrat", "republican", ...covariates]
  ),
  derive(
    {
      name: "Political engagement",
      why: "Knowledge and interest together measure engagement; six or more, the median, counts as high.",
      expect: {counts: {pol_engage: {1: 3, 2: 8, 3: 22, 4: 68, 5: 99, 6: 139, 7: 129}}}
    },
    {
      pol_engage: from(["polknowledge", "polint"], (knowledge, interest) => knowledge + interest),
      high_pol_engage: from(["polknowledge", "polint"], (knowledge, interest) =>
        Number(knowledge + interest >= 6)
      ),
      s: from(["treat_ipesidetaking"], (side) => side),
      clinton_germany: from(
        ["treat_germrus", "w2_vote_hill"],
        (germany, clinton) => germany * clinton
      )
    }
  ),
  derive(
    {
      name: "Groups",
      why: "The effect may differ between groups of respondents who are alike in covariates; the first published model takes all who saw no side-taking as one group.",
      expect: {
        groups: [
          {by: ["het_group"], groups: 16, sizes: [18, 45]},
          {by: ["grp"], where: {s: 1}, groups: 171, sizes: [1, 5], singletons: 129},
          {by: ["grp"], where: {s: 0}, groups: 1, sizes: [240, 240]}
        ]
      }
    },
    {
      het_group: join("w2_vote_hill", "woman", "high_pol_engage", "invest_cond"),
      grp: where("s", 1, join(...covariates), "control"),
      cell: join(...covariates)
    }
  ),
  select({name: "Columns", why: "What models and pages use.", expect: {rows: 468}}, [
    "ipe_support",
    "treat_germrus",
    "w2_vote_hill",
    "treat_ipesidetaking",
    "woman",
    "employ_dum",
    "invest_cond",
    "college_educ",
    "democrat",
    "republican",
    "polknowledge",
    "polint",
    "pol_engage",
    "high_pol_engage",
    "het_group",
    "s",
    "clinton_germany",
    "grp",
    "cell"
  ])
];

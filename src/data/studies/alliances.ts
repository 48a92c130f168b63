// Tomz and Weeks's experiment on alliances and war: its source and its recodes.
import type {Recode} from "../recode.js";
import {derive, from, join, label, oneOf, select} from "../recode-steps.js";

export {alliancesSource} from "../sources.js";

const lessOne = (name: string) => from([name], (code) => code - 1);

const scenario = ["regime", "stakes", "costs", "region_txt"];

/** From the raw file of 1,200 respondents to the columns of the published models. */
export const alliancesRecodes: readonly Recode[] = [
  derive(
    {
      name: "Scenario",
      why: "Zero-one codes for what the vignette said: an alliance, a democracy, high stakes, low costs (1 is the low cost), and the region.",
      expect: {
        rows: 1200,
        counts: {alliance: {0: 598, 1: 602}, stakes: {0: 619, 1: 581}, costs: {0: 605, 1: 595}},
        groups: [
          {by: scenario, groups: 32, sizes: [26, 54]},
          {by: [...scenario, "alliance"], groups: 64, sizes: [11, 32]}
        ]
      }
    },
    {
      alliance: lessOne("alliance"),
      regime: lessOne("regime"),
      stakes: oneOf("stakes", 1),
      costs: lessOne("costs"),
      region_txt: label("region", {
        1: "Africa",
        2: "Asia",
        3: "Eastern Europe",
        4: "South America"
      }),
      africa: oneOf("region", 1),
      asia: oneOf("region", 2),
      europe: oneOf("region", 3)
    }
  ),
  derive(
    {
      name: "Outcome",
      why: "Somewhat or strongly in favour of sending the military counts as support for force.",
      expect: {counts: {force: {0: 443, 1: 757}}}
    },
    {force: oneOf("pref", 4, 5)}
  ),
  derive(
    {
      name: "Respondents",
      why: "Race, gender, party and news interest as indicators; the dovish statement reversed so that 5 is the most hawkish; age in decades; education in four levels.",
      expect: {counts: {white: {0: 296, 1: 904}, male: {0: 659, 1: 541}, hawk: {1: 105, 5: 168}}}
    },
    {
      white: oneOf("race", 1),
      male: oneOf("gender", 1),
      hawk: from(["hawk"], (dovish) => 6 - dovish),
      dem: oneOf("pid7", 1, 2),
      rep: oneOf("pid7", 6, 7),
      high_newsint: oneOf("newsint", 1),
      age: from(["birthyr"], (year) => (2016 - year) / 10),
      ed4: from(["educ"], (level) => [1, 1, 2, 2, 3, 4][level - 1])
    }
  ),
  derive(
    {
      name: "Groups",
      why: "The effect may differ between kinds of respondents and between scenarios.",
      expect: {
        groups: [
          {by: ["treat_group"], groups: 32, sizes: [26, 54]},
          {by: ["het_group"], groups: 24, sizes: [2, 117]},
          {
            by: ["respondent_group"],
            groups: 100,
            sizes: [1, 57],
            lacking: {arm: "alliance", groups: 19}
          }
        ]
      }
    },
    {
      het_group: join("dem", "rep", "high_newsint", "white", "male"),
      respondent_group: join("white", "male", "intl", "hawk"),
      treat_group: join(...scenario)
    }
  ),
  select({name: "Columns", why: "What models and pages use.", expect: {rows: 1200}}, [
    ...["alliance", "regime", "stakes", "costs", "region_txt", "africa", "asia", "europe"],
    ...["force", "pref", "white", "male", "intl", "hawk", "pid7", "dem", "rep", "high_newsint"],
    ...["age", "ed4", "weight", "het_group", "respondent_group", "treat_group"]
  ])
];

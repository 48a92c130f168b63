// Tomz and Weeks's experiment as a study: words, models and claims.
import type {StudyDefinition} from "../study.js";
import {alliancesClaims} from "./alliances-claims.js";
import {alliancesModels} from "./alliances-models.js";
import {alliancesRecodes, alliancesSource} from "./alliances.js";

const fiveSteps = [1, 2, 3, 4, 5].map((k) => [k, String(k)] as const);

/** The study of alliances and public support for war. */
export const alliances: StudyDefinition = {
  id: "alliances",
  title: "Alliances and public support for war",
  source: alliancesSource,
  preparedFile: "prepared-tomz-weeks.csv",
  recodes: alliancesRecodes,
  outcome: {
    label: "Share in favour of using force",
    unit: "percentage points more willing to use force",
    factor: 100,
    digits: 0
  },
  modifiers: {
    white: {
      label: "Race",
      levels: [
        [0, "Non-white"],
        [1, "White"]
      ]
    },
    male: {
      label: "Gender",
      levels: [
        [0, "Women"],
        [1, "Men"]
      ]
    },
    intl: {label: "Internationalism", levels: fiveSteps},
    hawk: {label: "Militant assertiveness", levels: fiveSteps},
    regime: {
      label: "Regime",
      levels: [
        [0, "Not a democracy"],
        [1, "Democracy"]
      ]
    },
    stakes: {
      label: "Stakes",
      levels: [
        [0, "Low stakes"],
        [1, "High stakes"]
      ]
    },
    costs: {
      label: "Costs",
      levels: [
        [0, "High costs"],
        [1, "Low costs"]
      ]
    },
    region_txt: {
      label: "Region",
      levels: ["Africa", "Asia", "Eastern Europe", "South America"].map((name) => [name, name])
    }
  },
  describe,
  cells: {
    scenarios: ["alliance", "regime", "stakes", "costs", "region_txt", "treat_group"],
    respondents: ["alliance", "white", "male", "intl", "hawk", "respondent_group"]
  },
  models: alliancesModels,
  sameQuestion: [["scenario-2026", "scenario-2026-corrected"]],
  claims: alliancesClaims
};

function describe(levels: Readonly<Partial<Record<string, string>>>): string {
  const {white, male, intl, hawk, region_txt, regime, stakes, costs} = levels;
  if (white !== undefined && male !== undefined)
    return `${white} ${male.toLowerCase()}, internationalism ${intl ?? "any"}, assertiveness ${hawk ?? "any"}`;
  const story = [regime, stakes, costs].filter((word) => word !== undefined);
  return [region_txt, ...story.map((word) => word.toLowerCase())].join(", ");
}

// Foreign side-taking and Tunisian support for trade and aid as a study.
import {defineStudy} from "../define/define-study.js";

export const tunisia = defineStudy({
  id: "tunisia",
  title: "t",
  source: {
    file: "bush-prather-tunisia-data.dta",
    bytes: 62_021,
    sha256: "c6b06b4f4a26a568f49153c1eb87fac81e24cf7fa7f9cd7df3ca1465a11f7e7d",
    doi: "10.7910/DVN/AD8CKP"
  },
  rows: 1107,
  treatment: {
    column: "treat_islamist",
    label: "Islamist partner",
    control: [0, "Secularist (France + USA)", 727],
    treated: [1, "Islamist (Qatar)", 380]
  },
  outcomes: {
    trade_with: {label: "Support for trade", mean: 3.4, sd: 0.8},
    give_aid: {label: "Support for aid", mean: 3.1, sd: 0.8}
  },
  scale: {unit: "points on the scale from 1 to 4", factor: 1, digits: 2},
  modifiers: {
    top2: {
      label: "Party",
      levels: [
        [0, "Nahda", 243],
        [1, "Nidaa", 447]
      ],
      missing: "Neither party",
      names: true
    },
    personally_benefit: {
      label: "Personal benefit",
      bins: [
        [2, "1 to 2", 446],
        [4, "2.5 to 4", 535]
      ]
    },
    economy_improve: {
      label: "Benefit to the economy",
      bins: [
        [3, "1 to 3", 349],
        [4, "3.5 to 4", 675]
      ]
    }
  },
  priors: ["b: normal(0, 0.5)", "sd: normal(0, 0.5)"]
});

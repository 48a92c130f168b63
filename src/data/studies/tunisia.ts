// Whose trade, whose aid: the study as declared.
import {defineStudy} from "../define/define-study.js";

/** The whole study: change it here, and page, models and checks follow. */
export const tunisia = defineStudy({
  id: "tunisia",
  title: "Whose trade, whose aid?",
  source: {
    file: "bush-prather-tunisia-data.dta",
    bytes: 62_021,
    sha256: "c6b06b4f4a26a568f49153c1eb87fac81e24cf7fa7f9cd7df3ca1465a11f7e7d",
    urls: [
      "https://raw.githubusercontent.com/joshuaalley/het-effects/74da47f8d63dc269457d1fb537ed75f84d61aa3a/data/bush-prather-rep/bush-prather-tunisia-data.dta"
    ],
    doi: "10.7910/DVN/AD8CKP",
    licence: "Terms of the Harvard Dataverse entry; never redistributed",
    citation:
      "Bush, Sarah Sunn, and Lauren Prather. 2020. Replication data for “Foreign Meddling and Mass Attitudes Toward International Economic Engagement”. Harvard Dataverse. doi:10.7910/DVN/AD8CKP."
  },
  rows: 1107,
  treatment: {
    column: "treat_islamist",
    label: "An Islamist partner",
    control: [0, "Secularist (France + USA)", 727],
    treated: [1, "Islamist (Qatar)", 380]
  },
  outcomes: {
    trade_with: {
      label: "Support for trade",
      levels: [
        [1, "strongly disagree", 75],
        [2, "somewhat disagree", 34],
        [3, "somewhat agree", 326],
        [4, "strongly agree", 630]
      ]
    },
    give_aid: {
      label: "Support for aid",
      levels: [
        [1, "strongly disagree", 166],
        [2, "somewhat disagree", 62],
        [3, "somewhat agree", 339],
        [4, "strongly agree", 494]
      ]
    }
  },
  scale: {
    unit: "points on the scale from 1 to 4",
    factor: 1,
    digits: 2
  },
  modifiers: {
    top2: {
      label: "Party",
      levels: [
        [0, "Nahda", 243],
        [1, "Nidaa", 447]
      ],
      names: true,
      missing: "Neither party"
    },
    personally_benefit: {
      label: "Personal benefit",
      bins: [
        [2, "No gain for oneself", 446],
        [4, "Gain for oneself", 535]
      ]
    },
    economy_improve: {
      label: "Benefit to the economy",
      bins: [
        [3.5, "Economy unsure", 511],
        [4, "Economy gains", 513]
      ]
    }
  },
  priors: ["b: normal(0, 1)", "shift: normal(0, 0.25)", "sd: normal(0, 0.5)"]
});

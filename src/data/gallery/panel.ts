// Households asked six times, with and without a transfer: a panel as declared.
import {defineStudy} from "../define/define-study.js";

/** In which households does a transfer raise spending, those asked being the same each time? */
export const panel = defineStudy({
  id: "transfers",
  title: "Who spends a transfer?",
  source: {
    file: "transfers.csv",
    bytes: 12_350,
    sha256: "0a4e97a9d013e29c4ca3d57f98c54883ae137e262a61839a7a6c211c75e8ad6e",
    urls: ["https://example.org/transfers.csv"]
  },
  rows: 540,
  treatment: {
    column: "transfer",
    label: "A transfer",
    control: [0, "No transfer", 279],
    treated: [1, "A transfer", 261]
  },
  outcomes: {spending: {label: "Spending (log)", mean: 3.3, sd: 0.49}},
  scale: {unit: "log points", factor: 100, digits: 0},
  modifiers: {
    head: {
      label: "Head of household",
      levels: [
        ["man", "A man heads it", 270],
        ["woman", "A woman heads it", 270]
      ]
    },
    region: {
      label: "Region",
      levels: [
        ["hills", "Hills", 180],
        ["plain", "Plain", 180],
        ["coast", "Coast", 180]
      ]
    }
  },
  // Each wave has a mean of its own; each household has one too, which the clusters say.
  controls: {
    wave: {
      label: "Wave",
      levels: [
        [1, "First wave", 90],
        [2, "Second wave", 90],
        [3, "Third wave", 90],
        [4, "Fourth wave", 90],
        [5, "Fifth wave", 90],
        [6, "Sixth wave", 90]
      ]
    }
  },
  clusters: {household: {label: "Household", count: 90, rows: [6, 6]}},
  priors: ["b: normal(0, 0.5)", "shift: normal(0, 0.2)", "sd: normal(0, 0.5)"]
});

// Letters by two factors more: a factorial experiment as declared.
import {defineStudy} from "../define/define-study.js";

/** Does an appeal to what neighbours do move people more than one to duty, and from whom, and how? */
export const factorial = defineStudy({
  id: "letters",
  title: "Which letters move people to vote?",
  source: {
    file: "letters.csv",
    bytes: 72_957,
    sha256: "c73894bf722992462830e34b6670a46c327fdbe637dc9fca832f2d818e3cff60",
    urls: ["https://example.org/letters.csv"]
  },
  rows: 2400,
  // One factor is the treatment; the others say what its effect may differ by.
  treatment: {
    column: "appeal",
    label: "An appeal to neighbours",
    control: ["duty", "Appeal to duty", 1200],
    treated: ["neighbours", "Appeal to neighbours", 1200]
  },
  outcomes: {intention: {label: "Intention to vote", mean: 5.32, sd: 2.09}},
  scale: {unit: "points on the scale from 0 to 10", factor: 1, digits: 2},
  modifiers: {
    sender: {
      label: "Sender",
      levels: [
        ["official", "From an official", 1200],
        ["neighbour", "From a neighbour", 1200]
      ]
    },
    channel: {
      label: "Channel",
      levels: [
        ["post", "By post", 800],
        ["text", "By text message", 800],
        ["door", "At the door", 800]
      ]
    }
  },
  controls: {age: {label: "Age", mean: 49.7, sd: 15.5}},
  priors: ["b: normal(0, 1)", "shift: normal(0, 0.5)", "sd: normal(0, 0.5)"]
});

// Training that whole clinics get or do not get: a cluster-randomised experiment as declared.
import {defineStudy} from "../define/define-study.js";

/** Whose health does a training of their clinic's staff improve? */
export const clusterRandomised = defineStudy({
  id: "clinics",
  title: "Whom does trained staff help?",
  source: {
    file: "clinics.csv",
    bytes: 39_445,
    sha256: "97890c36168d95c349330c23dc27c5dfe18973c636e9cd2894137ef3627141e1",
    urls: ["https://example.org/clinics.csv"]
  },
  rows: 1440,
  treatment: {
    column: "training",
    label: "Trained staff",
    control: [0, "Untrained staff", 720],
    treated: [1, "Trained staff", 720]
  },
  outcomes: {score: {label: "Health score", mean: 50.6, sd: 10.5}},
  scale: {unit: "points on the scale from 0 to 100", factor: 1, digits: 1},
  modifiers: {
    language: {
      label: "Language",
      levels: [
        ["majority", "Speaks the majority’s language", 960],
        ["minority", "Speaks another language", 480]
      ]
    },
    place: {
      label: "Place",
      levels: [
        ["town", "In town", 720],
        ["country", "In the country", 720]
      ]
    }
  },
  // What was randomised is the clinic: patients of one are alike, whatever it does.
  clusters: {clinic: {label: "Clinic", count: 60, rows: [24, 24]}},
  priors: ["b: normal(0, 10)", "shift: normal(0, 2.5)", "sd: normal(0, 5)"]
});

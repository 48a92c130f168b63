// Who may import whom: a file imports only from lower ranks, or from its own room.

/** A room is a folder of src, or one file of src/engine; the longest name that fits a file wins. */
export const ranks: Readonly<Partial<Record<string, number>>> = {
  // Ground.
  "engine/types.ts": 0,
  "engine/error.ts": 0,
  "engine/nearest.ts": 0,
  "engine/math": 1,
  "engine/linalg": 2,
  "engine/random": 2,
  // Language and motion; the sampler knows a posterior only by its type.
  "engine/density": 3,
  "engine/draws": 3,
  "engine/formula": 3,
  "engine/sampler": 4,
  // Shape.
  "engine/design": 5,
  "engine/diagnostics": 5,
  // Meaning: default priors and parameter names follow from the columns of the design.
  "engine/model": 6,
  "engine/summary": 6,
  // Inference; exact draws share the posterior's correlations.
  "engine/ols": 7,
  "engine/posterior": 7,
  "engine/exact": 8,
  "engine/method.ts": 9,
  "engine/proper.ts": 9,
  // Answers.
  "engine/effects": 9,
  // Advice reads the answers.
  "engine/advice": 10,
  // The spine, the door, and the faces behind it.
  "engine/fit.ts": 11,
  "engine/run-chains.ts": 12,
  "engine/index.ts": 13,
  live: 14,
  // A report fits what a page would: the map of choices goes through the live models.
  data: 15,
  check: 16,
  diff: 17,
  cli: 18,
  // Apart: components know columns only, and docs/*.md join them to the rest.
  vendor: 0,
  components: 1
};

/** Engine files that the rooms outside may import beside the door. */
export const openToAll: Readonly<Partial<Record<string, "types" | "values">>> = {
  "engine/types.ts": "types",
  // Else a reader of csv files would load the whole engine to say what is wrong with one.
  "engine/error.ts": "values"
};

/** Packages that a room may import at run time; a room not named here may import any. */
export const packages: Readonly<Partial<Record<string, readonly string[]>>> = {
  "engine/random": ["seedrandom"],
  engine: []
};

/** Engine files that need no test of their own, each with its reason. */
export const withoutMirror: Readonly<Record<string, string>> = {
  "engine/types.ts": "types only",
  "engine/exact/marginal.ts": "types only",
  "engine/error.ts": "every test of wrong input goes through it",
  "engine/index.ts": "re-exports only"
};

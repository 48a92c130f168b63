// A small trial as a page knows it: a model's card, and its rows summed within cells.
import {createModel, sumModels, type Columns, type SummedRows} from "../../src/engine/index.js";
import {createGenerator} from "../../src/engine/random/generator.js";
import {statements} from "../../src/data/report/live-card.js";
import {unchanged} from "../../src/live/choices.js";
import type {LiveCard, LiveChoice} from "../../src/live/live-card.js";

const n = 240;

/** 240 rows of two modifiers, `a` of two and `b` of four levels, a covariate and an outcome; `won` is 0 or 1. */
export function trial(): Columns {
  const generator = createGenerator("live trial");
  const rows = Array.from({length: n}, (_, i) => i);
  const [x, noise] = [0, 1].map(() => rows.map(() => generator.normal()));
  const [a, b] = [rows.map((i) => i % 2), rows.map((i) => Math.floor(i / 2) % 4)];
  const t = rows.map((i) => Math.floor(i / 8) % 2);
  const y = rows.map((i) => 1 + (0.5 + 0.3 * b[i]) * t[i] + 0.4 * x[i] + noise[i]);
  return {
    a: Float64Array.from(a),
    b: Float64Array.from(b),
    t: Float64Array.from(t),
    x: Float64Array.from(x),
    y: Float64Array.from(y),
    won: Float64Array.from(y, (value) => Number(value > 1.5))
  };
}

const words: LiveCard["words"] = [
  {
    name: "a",
    label: "Side",
    levels: [
      [0, "left"],
      [1, "right"]
    ]
  },
  {
    name: "b",
    label: "Rank",
    levels: [
      [0, "first"],
      [1, "second"],
      [2, "third"],
      [3, "fourth"]
    ]
  }
];

/** What a small study is made of. */
export interface SmallStudy {
  readonly card: LiveCard;
  readonly cells: SummedRows;
  /** The choice that changes nothing, with what is changed. */
  readonly choose: (change?: Partial<LiveChoice>) => LiveChoice;
}

/** A model as a report makes it for a page; `formula` and `groups` decide its kind. */
export function smallStudy(
  formula = "y ~ t + a + b + x + (1 + t | a*b)",
  groups: LiveCard["groups"] = {kind: "crossed", modifiers: ["a", "b"]}
): SmallStudy {
  const plain = {formula, treatment: "t", by: ["a", "b"]};
  const {specs, data: cells} = sumModels([plain], trial(), ["a", "b", "t"]);
  const model = createModel(specs[0], cells);
  const counts = Array.from(cells.counts);
  const card: LiveCard = {
    cells: "trial",
    size: {cells: counts.length, rows: n, single: counts.filter((count) => count === 1).length},
    groups,
    only_treated: false,
    words,
    spec: {
      ...plain,
      ...specs[0],
      equations: [],
      family: "gaussian",
      priors: statements(model.priors.table)
    },
    longest: 1200,
    sampler: {
      chains: 2,
      warmup: 200,
      draws: 300,
      seed: "small",
      targetAcceptance: 0.8,
      maxTreeDepth: 10
    }
  };
  return {card, cells, choose: (change = {}) => ({...unchanged(card), ...change})};
}

// A small study, simulated and fitted once per test file: two models with everything tables show.
import {poolRunner} from "../../../src/data/pool.js";
import {rememberNothing} from "../../../src/data/keep/remember.js";
import type {FittedModel, StudyDefinition, StudyModel} from "../../../src/data/study.js";
import type {Row} from "../../../src/data/table.js";
import {createGenerator, fit, type Columns} from "../../../src/engine/index.js";

/** A fit that nothing is kept of. */
export const unkept = {key: "0".repeat(64), remember: rememberNothing};

const spec = {treatment: "t", by: ["a", "b"]};

/** A slope that varies by group, beside all rungs of least squares. */
const slopes: StudyModel = {
  id: "slopes",
  title: "Slopes by group",
  status: "published",
  origin: "Here.",
  spec: {
    ...spec,
    formula: "y ~ 1 + t + (1 + t | a:b) + (1 + t | a)",
    priors: ["b: normal(0, 1)", "sd: normal(0, 1)"]
  },
  ols: {
    saturated: {formula: "y ~ t * (factor(a) * factor(b))", errors: "classical"},
    additive: {formula: "y ~ t * (a + factor(b))"},
    complete: {formula: "y ~ t + a + factor(b)", errors: "HC3"}
  },
  words: {b_t: "The effect on average"},
  curves: {parameters: ["b_t", "sd_a__t"], effects: true},
  sampler: {chains: 2, warmup: 150, draws: 300, seed: "tiny"}
};

/** The two-equation form with a varying constant in both, treated groups only, more chains. */
const equations: StudyModel = {
  id: "equations",
  title: "Two equations",
  status: "corrected",
  origin: "There.",
  spec: {
    ...spec,
    formula: "y ~ lambda * t + controls",
    equations: ["lambda ~ a + (1 | g)", "controls ~ a + (1 | g)"],
    priors: ["b_lambda: normal(0, 1)", "b_controls: normal(0, 1)"]
  },
  onlyArm: "treated",
  curves: {parameters: ["sd_g__lambda_Intercept"], effects: false},
  sampler: {chains: 3, warmup: 150, draws: 260, seed: "tiny"},
  signedOff: "short on purpose"
};

/** Nothing varies by group. */
const constant: StudyModel = {
  id: "constant",
  title: "One effect",
  status: "comparison",
  origin: "Nowhere.",
  spec: {...spec, formula: "y ~ 1 + t + a"},
  curves: {parameters: [], effects: false},
  sampler: {chains: 1, warmup: 100, draws: 100, seed: "tiny"}
};

/** The study; its source is the stand-in's, since only {@link tinyColumns} are fitted. */
export const tinyStudy: Omit<StudyDefinition, "source" | "recodes"> = {
  id: "tiny",
  title: "A tiny study",
  preparedFile: "prepared-tiny.csv",
  outcome: {label: "Outcome", unit: "points", factor: 1, digits: 2},
  modifiers: {
    a: {
      label: "First",
      levels: [
        [0, "No"],
        [1, "Yes"]
      ]
    },
    b: {
      label: "Second",
      levels: [
        [1, "Low"],
        [2, "High"]
      ]
    }
  },
  describe: (levels) => `${levels.a} and ${levels.b}`,
  models: [slopes, equations, constant],
  claims: []
};

/**
 * 118 rows: modifiers a (0, 1) and b (1, 2, and 3, which has no words), g their combination. The first
 * two rows lack the outcome; the group of a = 1 and b = 3 has no treated row.
 */
export const tinyColumns: Columns = simulate();

/** The models of {@link tinyStudy} on {@link tinyColumns}; a second or two. */
export async function fitTiny(): Promise<FittedModel[]> {
  const fitted: FittedModel[] = [];
  for (const model of tinyStudy.models) {
    const run = poolRunner({workers: 1});
    const one = await fit(model.spec, tinyColumns, model.sampler ?? {}, run);
    fitted.push({model, fit: one, columns: tinyColumns, summed: null, ...unkept});
  }
  return fitted;
}

/** The rows of a table that belong to one model, each as an object. */
export function rowsOf(table: Columns, model: string): Row[] {
  const names = Object.keys(table);
  const rows = Array.from({length: table.model.length}, (_, i): Row => {
    return Object.fromEntries(names.map((name) => [name, table[name][i]]));
  });
  return rows.filter((row) => row.model === model);
}

function simulate(): Columns {
  const generator = createGenerator("a tiny study", 0);
  const rows = Array.from({length: 120}, (_, i) => {
    const [a, b, t] = [i % 2, 1 + (Math.floor(i / 2) % 3), Math.floor(i / 6) % 2];
    const y = a + 0.3 * b + t * (0.5 + 0.4 * a - 0.3 * b) + 0.6 * generator.normal();
    return {y: i < 2 ? NaN : y, t, a, b};
  }).filter(({a, b, t}) => !(a === 1 && b === 3 && t === 1));
  const column = (name: "y" | "t" | "a" | "b") => Float64Array.from(rows, (row) => row[name]);
  return {
    y: column("y"),
    t: column("t"),
    a: column("a"),
    b: column("b"),
    g: rows.map(({a, b}) => `g${a}${b}`)
  };
}

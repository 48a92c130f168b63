// Simulated experiments of any size.
import {createGenerator, type Columns} from "../src/engine/index.js";

/** The model of {@link simulate}'s rows: intercept and treatment vary over groups, correlated. */
export const spec = {formula: "y ~ t + x1 + x2 + (1 + t | g)", treatment: "t", by: ["g"]};

/** An outcome, a 0/1 treatment, two covariates and the group of every row, groups in turn: their
 * baselines and effects differ. */
export function simulate(rows: number, groups: number): Columns {
  const generator = createGenerator("bench");
  const column = (value: (i: number) => number): Float64Array => {
    const values = new Float64Array(rows);
    for (let i = 0; i < rows; ++i) values[i] = value(i);
    return values;
  };
  const around = (centre: number): number => centre + 0.3 * generator.normal();
  const baselines = Array.from({length: groups}, () => around(0));
  const effects = Array.from({length: groups}, () => around(0.5));
  const g = column((i) => i % groups);
  const t = column(() => Number(generator.uniform() < 0.5));
  const x1 = column(() => generator.normal());
  const x2 = column(() => generator.uniform());
  const y = column((i) => {
    const mean = baselines[g[i]] + t[i] * effects[g[i]] + 0.2 * x1[i] - 0.3 * x2[i];
    return mean + generator.normal();
  });
  return {y, t, x1, x2, g};
}

// How long a reader waits for a posterior, beside least squares with bootstrapped standard errors.
import {
  createGenerator,
  createModel,
  fit,
  leastSquares,
  runChainsInTurn,
  type Columns,
  type Fit
} from "../src/engine/index.js";
import {simulate, spec} from "./simulated.js";

/** One model's wait, in seconds, the median of several in one process; and the first, cold one. */
export interface FirstPosterior {
  readonly formula: string;
  readonly method: string;
  readonly rows: number;
  readonly groups: number;
  /** Of all chains. */
  readonly draws: number;
  /** The smallest bulk ESS of a group's effect. */
  readonly min_ess: number;
  /** From columns to advice. */
  readonly seconds: number;
  readonly first_seconds: number;
}

/** One regression's wait: the estimate and `replicates` regressions on rows drawn anew. */
export interface Bootstrap {
  readonly formula: string;
  readonly columns: number;
  readonly replicates: number;
  readonly seconds: number;
  readonly first_seconds: number;
}

export interface FirstResults {
  readonly posteriors: readonly FirstPosterior[];
  readonly bootstraps: readonly Bootstrap[];
}

const ROWS = 1200;
const GROUPS = 32;
const REPLICATES = 200;
const REPEATS = 7;
const WANTED = 1000;
const CHAINS = 4;

/** Both waits on 1,200 simulated rows in 32 groups; wants a process of its own, cold at first. */
export async function firstPosteriors(): Promise<FirstResults> {
  const numbers = simulate(ROWS, GROUPS);
  // As texts, so that they are levels for least squares too.
  const data: Columns = {...numbers, g: Array.from(numbers.g, String)};
  const posteriors = [
    await waitForPosterior("y ~ t + x1 + x2 + (0 + t | g)", data),
    await waitForPosterior("y ~ t + x1 + x2 + (1 + t | g)", data)
  ];
  const bootstraps = [
    await waitForBootstrap("y ~ t * g + x1 + x2", data),
    await waitForBootstrap("y ~ t + x1 + x2", data)
  ];
  return {posteriors, bootstraps};
}

/** Draws are added until every group's effect has 1,000 effective ones. */
async function waitForPosterior(formula: string, data: Columns): Promise<FirstPosterior> {
  const run = (draws: number): Promise<Fit> =>
    fit({...spec, formula}, data, {chains: CHAINS, draws}, runChainsInTurn);
  for (let draws = Math.ceil((1.1 * WANTED) / CHAINS); ; draws = Math.ceil(1.2 * draws)) {
    const {effects, method} = await run(draws);
    const min_ess = Math.min(...effects.groups.map((group) => group.ess_bulk));
    // Undefined where no draw would be enough.
    if (min_ess < WANTED) continue;
    const times = await timesOf(() => run(draws));
    const size = {rows: ROWS, groups: GROUPS, draws: CHAINS * draws};
    return {formula, method, ...size, min_ess, ...times};
  }
}

async function waitForBootstrap(formula: string, data: Columns): Promise<Bootstrap> {
  const {outcome, columns, coefficients} = createModel({formula}, data).design;
  const names = coefficients.map(({name}) => name);
  const generator = createGenerator("bootstrap");
  const rows = new Int32Array(ROWS);
  const x = new Float64Array(ROWS * names.length);
  const y = new Float64Array(ROWS);
  const once = (row: (i: number) => number): void => {
    for (let i = 0; i < ROWS; ++i) rows[i] = row(i);
    for (let i = 0; i < ROWS; ++i) y[i] = outcome[rows[i]];
    columns.population.forEach((column, j) => {
      for (let i = 0; i < ROWS; ++i) x[j * ROWS + i] = column[rows[i]];
    });
    leastSquares(x, y, names);
  };
  const times = await timesOf(() => {
    once((i) => i);
    for (let k = 0; k < REPLICATES; ++k) once(() => Math.floor(ROWS * generator.uniform()));
  });
  return {formula, columns: names.length, replicates: REPLICATES, ...times};
}

async function timesOf(run: () => unknown): Promise<{seconds: number; first_seconds: number}> {
  const times: number[] = [];
  for (let k = 0; k < REPEATS; ++k) {
    const started = performance.now();
    await run();
    times.push((performance.now() - started) / 1000);
  }
  const [first_seconds = NaN] = times;
  const seconds = times.sort((a, b) => a - b)[Math.floor(REPEATS / 2)];
  return {seconds, first_seconds};
}

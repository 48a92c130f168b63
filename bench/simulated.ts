// Simulated experiments of any size, and what a fit of one costs.
import {createGenerator, fit, runChainsInTurn} from "../src/engine/index.js";
import type {Columns} from "../src/engine/index.js";

const SPEC = {formula: "y ~ t + x1 + x2 + (1 + t | g)", treatment: "t", by: ["g"]};
const MEGABYTE = 1 << 20;

/** What one fit cost. Times in seconds, memory in MB over what the process held with its data. */
interface Cost {
  readonly method: string;
  readonly cells: number;
  /** From text and columns to the cells. */
  readonly model: number;
  readonly sampling: number;
  /** Effects, summaries and advice. */
  readonly rest: number;
  readonly memory: number;
}

/** An outcome, a 0/1 treatment, two covariates and the group of every row, groups in turn. */
export function simulate(rows: number, groups: number): Columns {
  const generator = createGenerator("bench");
  const column = (value: (i: number) => number): Float64Array => {
    const values = new Float64Array(rows);
    for (let i = 0; i < rows; ++i) values[i] = value(i);
    return values;
  };
  const effects = Array.from({length: groups}, () => 0.5 + 0.3 * generator.normal());
  const g = column((i) => i % groups);
  const t = column(() => Number(generator.uniform() < 0.5));
  const x1 = column(() => generator.normal());
  const x2 = column(() => generator.uniform());
  const y = column((i) => t[i] * effects[g[i]] + 0.2 * x1[i] - 0.3 * x2[i] + generator.normal());
  return {y, t, x1, x2, g};
}

/**
 * Fits an experiment with one chain of `draws` draws after as much warm-up. The peak of memory only
 * grows, so measure small ones first.
 */
export async function costOf(data: Columns, draws: number): Promise<Cost> {
  const held = process.memoryUsage.rss();
  const clock = [performance.now()];
  const tick = (): number => clock.push(performance.now());
  const {method, model} = await fit(
    SPEC,
    data,
    {chains: 1, warmup: draws, draws},
    async (sampled, options) => {
      tick();
      const chains = await runChainsInTurn(sampled, options);
      tick();
      return chains;
    }
  );
  tick();
  const [modelled, sampling, rest] = clock.slice(1).map((time, i) => (time - clock[i]) / 1000);
  const peak = process.resourceUsage().maxRSS * 1024;
  const memory = (peak - held) / MEGABYTE;
  return {method, cells: model.cells.cells, model: modelled, sampling, rest, memory};
}

/** The costs as a Markdown table, one row for each name of an experiment. */
export function costTable(header: string, costs: readonly (readonly [string, Cost])[]): string {
  const lines = costs.map(([name, {method, cells, model, sampling, rest, memory}]) => {
    const times = [model, sampling, rest].map((seconds) => seconds.toFixed(2));
    return `| ${[name, cells, method, ...times, memory.toFixed(0)].join(" | ")} |`;
  });
  return [
    `| ${header} | cells | method | to cells, s | sampling, s | rest, s | MB beside data |`,
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...lines
  ].join("\n");
}

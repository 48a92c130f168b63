// What a fit costs as its rows or its groups grow.
import {fit, runChainsInTurn, type ModelSpec, type SamplerOptions} from "../src/engine/index.js";
import {simulate, spec} from "./simulated.js";

/** What one fit cost. Times in seconds, memory in MB over what the process held with its data. */
export interface FitCost {
  readonly formula: string;
  readonly rows: number;
  readonly groups: number;
  readonly cells: number;
  readonly method: string;
  readonly draws: number;
  /** From text and columns to the cells. */
  readonly model_seconds: number;
  readonly sampling_seconds: number;
  /** Effects, summaries and advice. */
  readonly rest_seconds: number;
  readonly megabytes: number;
}

/** How many rows in how many groups, and how many draws of each. */
export interface Size {
  readonly rows: number;
  readonly groups: number;
  readonly draws: number;
  /** `one sd`: only the treatment varies over groups, so that two variances are tabulated. */
  readonly model: "one sd" | "two sds";
}

const models = ["one sd", "two sds"] as const;

/** The same 400 cells from a thousand rows to ten million. */
export const rowSizes: readonly Size[] = models.flatMap((model) =>
  [1e3, 1e4, 1e5, 1e6, 1e7].map((rows) => ({rows, groups: 400, draws: 500, model}))
);

/** A hundred thousand rows in ten groups to a hundred thousand; all draws must fit into memory. */
export const groupSizes: readonly Size[] = models.flatMap((model) =>
  [10, 100, 1e3, 1e4, 1e5].map((groups) => ({rows: 1e5, groups, draws: 100, model}))
);

const MEGABYTE = 1 << 20;

/** Fits a simulated experiment with one chain; wants a process of its own, for its peak of memory. */
export async function fitCost({rows, groups, draws, model: kind}: Size): Promise<FitCost> {
  const chosen: ModelSpec =
    kind === "one sd" ? {...spec, formula: spec.formula.replace("(1 + t |", "(0 + t |")} : spec;
  const length: Partial<SamplerOptions> = {chains: 1, warmup: draws, draws};
  // So that the compiler of JavaScript has seen the code before the clock runs.
  await fit(chosen, simulate(500, 10), length, runChainsInTurn);
  const data = simulate(rows, groups);
  const held = process.memoryUsage.rss();
  const clock = [performance.now()];
  const tick = (): number => clock.push(performance.now());
  const {method, model} = await fit(chosen, data, length, async (sampled, options) => {
    tick();
    const chains = await runChainsInTurn(sampled, options);
    tick();
    return chains;
  });
  tick();
  const [model_seconds, sampling_seconds, rest_seconds] = clock
    .slice(1)
    .map((time, i) => (time - clock[i]) / 1000);
  // resourceUsage tells KB.
  const peak = process.resourceUsage().maxRSS * 1024;
  return {
    formula: chosen.formula,
    rows,
    groups,
    cells: model.cells.cells,
    method,
    draws,
    model_seconds,
    sampling_seconds,
    rest_seconds,
    megabytes: Math.max(0, peak - held) / MEGABYTE
  };
}

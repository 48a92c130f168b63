// Runs our engine on one model, through the command line that users have.
import {spawnSync} from "node:child_process";
import {fail} from "./failure.js";
import type {Measurement} from "./measurement.js";
import {priorText} from "./models.js";
import type {Lengths, Model} from "./models.js";

/** The part of `poolhouse fit --json` that the bench reads. JSON writes NaN as null. */
interface FitReport {
  poolhouse: string;
  sampler: {
    method: string;
    seconds: number;
    sampling_seconds?: number;
    divergences: number;
    max_treedepth_hits: number;
    min_ess_tail: number | null;
  };
  parameters: {ess_bulk: number | null; rhat: number | null}[];
  effects?: {ess_bulk: number | null; rhat: number | null}[];
}

const NOT_TRUSTWORTHY = 1;
const MAX_BYTES = 1 << 28;

/**
 * Fits `model` to the csv file `data` with the command `program` on one worker. An untrustworthy
 * fit (exit 1) is a measurement; any other failure is thrown.
 */
export function runPoolhouse(
  program: string,
  model: Model,
  data: string,
  run: Lengths & {method: string; seed: number}
): Measurement {
  const {method, chains, warmup, draws, seed} = run;
  const numbers = Object.entries({chains, warmup, draws, seed, workers: 1});
  const args = [
    ...["fit", "--json", "--data", data, "--formula", model.formula, "--method", method],
    ...(model.family === undefined ? [] : ["--family", model.family]),
    ...model.equations.flatMap((equation) => ["--equation", equation]),
    ...model.priors.flatMap((prior) => ["--prior", priorText(prior)]),
    ...(model.target === undefined ? [] : ["--target-acceptance", String(model.target)]),
    ...(model.treatment === undefined ? [] : ["--treatment", model.treatment]),
    ...(model.by === undefined ? [] : ["--by", model.by.join(",")]),
    ...numbers.flatMap(([name, value]) => [`--${name}`, String(value)])
  ];
  const {
    status,
    stdout,
    error: failure
  } = spawnSync(program, args, {
    encoding: "utf8",
    maxBuffer: MAX_BYTES,
    stdio: ["ignore", "pipe", "inherit"]
  });
  if (failure) throw failure;
  if (status !== 0 && (status !== NOT_TRUSTWORTHY || stdout === "")) {
    fail(`invalid fit: ${model.id} left with code ${status ?? "none"}; see the message above`);
  }
  return measurement(JSON.parse(stdout) as FitReport, {chains, warmup, draws}, seed);
}

function measurement(report: FitReport, lengths: Lengths, seed: number): Measurement {
  const {poolhouse, sampler, parameters, effects = []} = report;
  const sampling = sampler.sampling_seconds;
  if (sampling === undefined) {
    return fail("missing time: sampler.sampling_seconds; fit --json must give it");
  }
  const all = [...parameters, ...effects];
  return {
    software: `poolhouse ${poolhouse}`,
    method: sampler.method,
    ...lengths,
    seed,
    compile_seconds: 0,
    warmup_seconds: sampler.seconds - sampling,
    sampling_seconds: sampling,
    divergences: sampler.divergences,
    max_treedepth_hits: sampler.max_treedepth_hits,
    min_ess_bulk: extreme(
      Math.min,
      all.map((row) => row.ess_bulk)
    ),
    min_ess_tail: sampler.min_ess_tail,
    max_rhat: extreme(
      Math.max,
      all.map((row) => row.rhat)
    ),
    n_parameters: parameters.length,
    n_effects: effects.length
  };
}

/** Undefined for one variable is undefined for the fit, so that a stuck variable cannot hide. */
function extreme(pick: (...numbers: number[]) => number, statistics: (number | null)[]) {
  const defined = statistics.filter((statistic) => statistic !== null);
  return defined.length < statistics.length ? null : pick(...defined);
}

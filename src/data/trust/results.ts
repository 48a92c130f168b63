// Reads the committed results of bench/: its newest record, and the calibration.
import {readFileSync, readdirSync} from "node:fs";
import {error} from "../../engine/error.js";

/** One engine's run; `null` where a statistic is undefined. */
export interface Run {
  readonly software: string;
  readonly method: string;
  readonly chains: number;
  readonly draws: number;
  readonly compile_seconds: number;
  readonly sampling_seconds: number;
  readonly divergences: number;
  readonly min_ess_bulk: number | null;
  readonly min_ess_tail: number | null;
  readonly max_rhat: number | null;
  readonly n_parameters: number;
  readonly n_effects: number;
}

/** A simulated experiment's fit. */
export interface CostRecord {
  readonly formula: string;
  readonly rows: number;
  readonly groups: number;
  readonly cells: number;
  readonly draws: number;
  readonly model_seconds: number;
  readonly sampling_seconds: number;
  readonly rest_seconds: number;
  readonly megabytes: number;
}

/** What of `bench/results/<date>.json` is read here. */
export interface BenchRecord {
  readonly date: string;
  readonly machine: {
    readonly cpu: string;
    readonly cores: number;
    readonly node: string;
    readonly system: string;
  };
  readonly rows: readonly {
    readonly model: string;
    readonly load: number;
    readonly poolhouse: Run;
    readonly stan: Run | null;
  }[];
  readonly scaling?: {
    readonly gradient?: {
      readonly results: readonly {
        readonly model: string;
        readonly dimension: number;
        readonly cells: number;
        readonly microseconds: number;
        readonly fit_seconds: number;
        readonly peak_megabytes: number;
      }[];
    };
    readonly rows?: {readonly results: readonly CostRecord[]};
    readonly groups?: {readonly results: readonly CostRecord[]};
    readonly first?: {
      readonly results: {
        readonly posteriors: readonly {
          readonly formula: string;
          readonly rows: number;
          readonly groups: number;
          readonly seconds: number;
        }[];
        readonly bootstraps: readonly {
          readonly formula: string;
          readonly columns: number;
          readonly replicates: number;
          readonly seconds: number;
        }[];
      };
    };
    readonly stress?: {
      readonly results: {
        readonly fits: number;
        readonly divergent: number;
        readonly above_rhat: number;
        readonly refused: number;
        readonly broken: number;
        readonly largest_rhat: number;
        readonly seconds: number;
      };
    };
  };
}

/** One entry of `bench/results/calibration.json`. */
export interface CalibrationRecord {
  readonly model: string;
  readonly formula: string;
  readonly method: string;
  readonly replications: number;
  readonly draws: number;
  readonly p: number;
  readonly quantities: readonly {readonly name: string; readonly counts: readonly number[]}[];
}

/** One model by one method beside Stan or quadrature, in `bench/results/agreement.json`. */
export interface AgreementRow {
  readonly model: string;
  readonly method: string;
  readonly against: string;
  readonly chains: number;
  readonly draws: number;
  readonly parameters: number;
  readonly left_out: number;
  readonly worst: string;
  readonly beyond: readonly string[];
  /** One per parameter: differences of means over their Monte Carlo errors, ratios of sds. */
  readonly z: readonly number[];
  readonly ratios: readonly number[];
}

/** `bench/results/agreement.json`. */
export interface AgreementRecord {
  readonly date: string;
  readonly poolhouse: string;
  readonly machine: BenchRecord["machine"];
  readonly rows: readonly AgreementRow[];
}

const results = new URL("../../../bench/results/", import.meta.url);

/** The newest record by its name. Raises an InputError when there is none. */
export function readBench(): BenchRecord {
  const newest = readdirSync(results)
    .filter((name) => /^\d{4}-\d\d-\d\d\.json$/.test(name))
    .sort()
    .at(-1);
  return readJson(
    newest ?? error("missing record of bench/results; run npm run bench")
  ) as BenchRecord;
}

/** What the calibration has measured. */
export function readCalibration(): CalibrationRecord[] {
  return readJson("calibration.json") as CalibrationRecord[];
}

/** How far every posterior lies from its reference. */
export function readAgreement(): AgreementRecord {
  return readJson("agreement.json") as AgreementRecord;
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, results), "utf8"));
}

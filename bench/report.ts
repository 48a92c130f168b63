// Writes the bench's results as one Markdown table, for the terminal and for the record.
import type {Measurement} from "./measurement.js";
import {essPerSecond, isTrustworthy} from "./measurement.js";

/** The machine a bench ran on. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly node: string;
  readonly system: string;
}

/** One model on both engines; `load` is the machine's one-minute load average before the run. */
export interface Row {
  readonly model: string;
  readonly load: number;
  readonly poolhouse: Measurement;
  readonly stan: Measurement | null;
}

/** The bench's record: what `results/<date>.json` holds. */
export interface Bench {
  readonly date: string;
  readonly machine: Machine;
  readonly rows: readonly Row[];
}

const HEAD = [
  "model",
  "method",
  "Poolhouse, ESS/s",
  "Stan, ESS/s",
  "ratio",
  "Poolhouse: min ESS in s",
  "Poolhouse: times writing",
  "Stan: min ESS in s",
  "Stan: compile, s",
  "Stan: chains × (warm-up + draws)"
];

/** The whole page, `results/latest.md`. */
export function benchPage(bench: Bench): string {
  const {cpu, cores, node, system} = bench.machine;
  const runs = bench.rows.flatMap(({poolhouse, stan}) => (stan ? [poolhouse, stan] : [poolhouse]));
  const versions = new Set(runs.map((run) => run.software));
  const loads = bench.rows.map((row) => row.load);
  return `# Bench of ${bench.date}

Minimum bulk ESS, over all parameters and group effects, per second of sampling. Warm-up and compilation
are not counted; each engine ran on one core, one after the other. "Times writing" is our sampling over
5 ns for each number drawn, the least that one independent normal costs. Made by \`npm run bench\`.

${benchTable(bench.rows)}

\\* misses one of our own thresholds (R-hat ≤ 1.01, bulk and tail ESS ≥ 400, no divergence): a rough rate.
Stan's runs are short where a full one takes hours; too few draws alone then earn the star.

${cpu}, ${cores} cores, ${system}, Node ${node}; ${[...versions].join("; ")}.
Load average before the runs: ${format(Math.min(...loads))} to ${format(Math.max(...loads))}.
`;
}

/** The table alone, as Markdown. */
export function benchTable(rows: readonly Row[]): string {
  const cells = rows.map(({model, poolhouse, stan}) => [
    model,
    poolhouse.method,
    rate(poolhouse),
    stan ? rate(stan) : "–",
    stan ? format(essPerSecond(poolhouse) / essPerSecond(stan)) : "–",
    amount(poolhouse),
    format(poolhouse.sampling_seconds / writingSeconds(poolhouse)),
    stan ? amount(stan) : "–",
    stan ? format(stan.compile_seconds) : "–",
    stan ? `${stan.chains} × (${stan.warmup} + ${stan.draws})` : "–"
  ]);
  const rule = HEAD.map((_, column) => (column < 2 ? "---" : "---:"));
  return [HEAD, rule, ...cells].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/** What writing the draws of all parameters as normal numbers would cost at the least. */
function writingSeconds({chains, draws, n_parameters: parameters}: Measurement): number {
  const SECONDS_PER_NORMAL = 5e-9;
  return chains * draws * parameters * SECONDS_PER_NORMAL;
}

function rate(run: Measurement): string {
  return format(essPerSecond(run)) + (isTrustworthy(run) ? "" : "\\*");
}

function amount(run: Measurement): string {
  return `${format(run.min_ess_bulk ?? NaN)} in ${format(run.sampling_seconds)}`;
}

function format(value: number): string {
  if (!Number.isFinite(value)) return "–";
  return value.toLocaleString("en", {maximumSignificantDigits: 3});
}

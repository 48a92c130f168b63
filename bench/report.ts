// Writes the bench's results as one page of Markdown, for the terminal and for the record.
import type {Machine} from "./machine.js";
import {format, table} from "./markdown.js";
import type {Measurement} from "./measurement.js";
import {essPerSecond, isTrustworthy} from "./measurement.js";
import {scalingPage} from "./scaling-report.js";
import type {Scaling} from "./scaling.js";

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
  readonly scaling: Scaling;
}

const HEAD = [
  "model",
  "method",
  "Poolhouse, ESS/s",
  "Stan, ESS/s",
  "ratio",
  "Poolhouse: min ESS in s",
  "Poolhouse: draws",
  "Poolhouse: times writing",
  "Stan: min ESS in s",
  "Stan: compile, s",
  "Stan: chains × (warm-up + draws)"
];

/** The whole page, `results/latest.md`. */
export function benchPage(bench: Bench): string {
  const {cpu, cores, node, system} = bench.machine;
  return `# Bench of ${bench.date}

${cpu}, ${cores} cores, ${system}, Node ${node}. Made by \`npm run bench\` and \`npm run bench -- --scaling\`.
${bench.rows.length > 0 ? comparison(bench.rows) : ""}${scalingPage(bench.scaling)}`;
}

function comparison(rows: readonly Row[]): string {
  const runs = rows.flatMap(({poolhouse, stan}) => (stan ? [poolhouse, stan] : [poolhouse]));
  const versions = new Set(runs.map((run) => run.software));
  const loads = rows.map((row) => row.load);
  return `
## Beside Stan

Minimum bulk ESS, over all parameters and group effects, per second of sampling. Warm-up and compilation
are not counted; each engine ran on one core, one after the other. A run of ours that would be over in less than a second is
repeated with more draws, or it would measure how fast Node compiles JavaScript. "Times writing" is our sampling over
5 ns for each number drawn, the least that one independent normal costs.

${benchTable(rows)}

\\* misses one of our own thresholds (R-hat ≤ 1.01, bulk and tail ESS ≥ 400, no divergence): a rough rate.
Stan's runs are short where a full one takes hours; too few draws alone then earn the star.

${[...versions].join("; ")}. Load average before the runs: ${format(Math.min(...loads))} to ${format(Math.max(...loads))}.
`;
}

function benchTable(rows: readonly Row[]): string {
  const cells = rows.map(({model, poolhouse, stan}) => [
    model,
    poolhouse.method,
    rate(poolhouse),
    stan ? rate(stan) : "–",
    stan ? format(essPerSecond(poolhouse) / essPerSecond(stan)) : "–",
    amount(poolhouse),
    `${poolhouse.chains} × ${format(poolhouse.draws)}`,
    format(poolhouse.sampling_seconds / writingSeconds(poolhouse)),
    stan ? amount(stan) : "–",
    stan ? format(stan.compile_seconds) : "–",
    stan ? `${stan.chains} × (${stan.warmup} + ${stan.draws})` : "–"
  ]);
  return table(HEAD, cells, 2);
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

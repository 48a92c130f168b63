// Simulation-based calibration of every model by every method that can fit it; see --help.
import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {parseArgs} from "node:util";
import {
  calibrate,
  KEPT,
  type Calibration,
  type QuantityClass
} from "../tests/calibration/calibrate.js";
import {bernoulliCases, gaussianCases} from "../tests/calibration/cases.js";
import {specOf, type Generative} from "../tests/calibration/generative.js";
import {distributionExcess, harmonicMean} from "../tests/calibration/uniformity.js";
import {fail, Failure} from "./failure.js";

const HELP = `node --import tsx bench/calibration.ts [options]

  --replications N     fits per model and method (400)
  --bins N             bins of the rank histograms, a divisor of ${KEPT + 1} (20)
  --models a,b         of ${[...gaussianCases, ...bernoulliCases].map(({id}) => id).join(", ")};
                       all by default
  --methods a,b        exact,nuts, each where it applies
  --seed TEXT          (1)
  --results FILE       rows of the same model and method are replaced
                       (bench/results/calibration.json)
`;

/** Where a method is calibrated by chance less often than this, the program fails. */
const LEVEL = 0.01;

type Method = "exact" | "nuts";

/** The ranks of one class of parameters. */
interface ClassRow extends QuantityClass {
  /** Share of ranks up to the end of each bin, less what a uniform distribution has there. */
  readonly excess: readonly number[];
}

interface Row {
  readonly model: string;
  readonly formula: string;
  readonly family: string;
  readonly priors: readonly string[];
  readonly method: Method;
  readonly seed: string;
  readonly replications: number;
  readonly bins: number;
  /** Draws that a truth is ranked among. */
  readonly draws: number;
  /** The harmonic mean over classes; small where ranks are uneven. */
  readonly p: number;
  readonly classes: readonly ClassRow[];
  readonly quantities: Calibration["quantities"];
}

interface Options {
  readonly replications: number;
  readonly bins: number;
  readonly models: readonly Generative[];
  readonly methods: readonly Method[];
  readonly seed: string;
  readonly results: string;
}

function readOptions(args: readonly string[]): Options | null {
  const values = parse(args);
  if (values.help) return null;
  const all = [...gaussianCases, ...bernoulliCases];
  const models = values.models?.split(",").map((id) => {
    const found = all.find((model) => model.id === id);
    return found ?? fail(`unknown model: ${id}; see --help`);
  });
  const methods = values.methods.split(",").map((method) => {
    if (method !== "exact" && method !== "nuts")
      return fail(`unknown method: ${method}; use exact or nuts`);
    return method;
  });
  const [replications, bins] = [count(values.replications), count(values.bins)];
  if (bins < 2 || (KEPT + 1) % bins !== 0)
    fail(`invalid number of bins: ${bins}; must divide ${KEPT + 1} ranks`);
  return {
    replications,
    bins,
    models: models ?? all,
    methods,
    seed: values.seed,
    results: values.results
  };
}

function parse(args: readonly string[]) {
  const text = {type: "string"} as const;
  const options = {
    help: {type: "boolean", default: false},
    replications: {...text, default: "400"},
    bins: {...text, default: "20"},
    models: text,
    methods: {...text, default: "exact,nuts"},
    seed: {...text, default: "1"},
    results: {
      ...text,
      default: fileURLToPath(new URL("results/calibration.json", import.meta.url))
    }
  } as const;
  try {
    return parseArgs({args: [...args], options}).values;
  } catch (failure) {
    const [reason = ""] = String(failure).split(". ");
    return fail(`unknown option: ${reason.replace(/^.*?: /, "")}; see --help`);
  }
}

function count(value: string): number {
  return /^[1-9]\d*$/.test(value)
    ? Number(value)
    : fail(`invalid number: ${value}; use a whole number above 0`);
}

function run({replications, bins, models, methods, seed, results}: Options): void {
  const fits = models.flatMap((model) =>
    methods
      // Exact draws are for Gaussian outcomes alone.
      .filter((method) => method !== "exact" || model.family === "gaussian")
      .map((method) => ({model, method}))
  );
  const ps = fits.map(({model, method}) => {
    const started = process.cpuUsage();
    const calibration = calibrate(model, {method, replications, bins, seed});
    const row = rowOf(model, method, {replications, bins, seed}, calibration);
    keep(results, row);
    const {user, system} = process.cpuUsage(started);
    const seconds = Math.round((user + system) / 1e6);
    say(`${model.id}, ${method}: p ${row.p.toFixed(3)}; ${worst(calibration)}; ${seconds} s`);
    return row.p;
  });
  const overall = harmonicMean(ps);
  say(`all: p ${overall.toFixed(3)}, the harmonic mean over ${ps.length}`);
  if (!(overall > LEVEL)) process.exitCode = 1;
}

function worst({quantities}: Calibration): string {
  const [least] = [...quantities].sort((a, b) => a.p - b.p);
  return `least of ${quantities.length}: ${least.name} ${least.p.toFixed(4)}`;
}

function rowOf(
  model: Generative,
  method: Method,
  run: {replications: number; bins: number; seed: string},
  calibration: Calibration
): Row {
  const {quantities, p} = calibration;
  const {formula, priors = []} = specOf(model);
  const {id, family} = model;
  const classes = calibration.classes.map((own) => ({
    ...own,
    excess: distributionExcess(own.counts).map((x) => Number(x.toFixed(5)))
  }));
  return {model: id, formula, family, priors, method, ...run, draws: KEPT, p, classes, quantities};
}

/** Written after every model, so that a long run can be stopped, or done model by model. */
function keep(file: string, row: Row): void {
  const earlier = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Row[]) : [];
  const others = earlier.filter((old) => old.model !== row.model || old.method !== row.method);
  const order = [...gaussianCases, ...bernoulliCases].map(({id}) => id);
  const place = ({model, method}: Row): number =>
    2 * order.indexOf(model) + Number(method === "nuts");
  const rows = [...others, row].sort((a, b) => place(a) - place(b));
  const text = JSON.stringify(rows, null, 1);
  // Numbers of one histogram stay on one line.
  writeFileSync(file, text.replaceAll(/(?<=[[,\d])\n\s+(?=[-\d])|(?<=\d)\n\s+(?=\])/g, "") + "\n");
}

function say(message: string): void {
  process.stderr.write(`${message}\n`);
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options) run(options);
  else process.stdout.write(HELP);
} catch (failure) {
  if (!(failure instanceof Failure)) throw failure;
  say(failure.message);
  process.exitCode = 2;
}

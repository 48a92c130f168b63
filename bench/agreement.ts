// Our posteriors beside Stan's, and beside exact ones: every parameter's distance, recorded; see --help.
import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {parseArgs} from "node:util";
import {version} from "../src/data/key.js";
import {poolRunner} from "../src/data/pool.js";
import {fit, type Fit, type SamplerOptions} from "../src/engine/index.js";
import {runs, type Run} from "../tests/agreement/cases.js";
import {
  schoolDifferences,
  schoolOptions,
  schoolPosteriors,
  schools,
  schoolsFormula
} from "../tests/agreement/eight-schools.js";
import {differences, MOST_Z, readReference, type Difference} from "../tests/agreement/reference.js";
import {fail, Failure} from "./failure.js";
import {thisMachine, type Machine} from "./machine.js";

const HELP = `node --import tsx bench/agreement.ts [options]

Fits every model of tests/fixtures/stan and eight schools, by exact draws and by NUTS, and records how
far each parameter's mean and sd lie from the reference's. POOLHOUSE_DATA names the folder that holds
what bin/poolhouse data --prepared FOLDER wrote.

  --models a,b       of ${[...new Set(runs.map(({id}) => id)), "eight-schools"].join(", ")};
                     all by default
  --methods a,b      exact,nuts, each where it applies
  --workers N        threads (1)
  --results FILE     rows of the same model and method are replaced
                     (bench/results/agreement.json)
`;

const SCHOOLS = "eight-schools";

/** One model by one method. */
interface Row {
  readonly model: string;
  readonly method: string;
  /** What it is held against. */
  readonly against: string;
  readonly chains: number;
  readonly warmup: number;
  readonly draws: number;
  readonly target: number;
  /** Compared, and left out because the reference knows too little of them. */
  readonly parameters: number;
  readonly left_out: number;
  readonly worst: string;
  /** Outside their limits: z beyond ±4, or an sd off by more than chance and 10 %. */
  readonly beyond: readonly string[];
  readonly z: readonly number[];
  readonly ratios: readonly number[];
}

interface Agreement {
  readonly date: string;
  readonly poolhouse: string;
  readonly machine: Machine;
  readonly rows: readonly Row[];
}

const rounded = (x: number): number => Number(x.toFixed(3));

function rowOf(
  {model, against, left_out}: Pick<Row, "model" | "against" | "left_out">,
  {options, method}: Pick<Fit, "options" | "method">,
  all: readonly Difference[]
): Row {
  const {chains, warmup, draws, targetAcceptance: target} = options;
  const out = all.filter(
    ({z, ratio, allowed}) => !(Math.abs(z) <= MOST_Z) || !(Math.abs(ratio - 1) <= allowed)
  );
  const worst = all.reduce((a, b) => (Math.abs(b.z) > Math.abs(a.z) ? b : a));
  return {
    ...{model, method, against, chains, warmup, draws, target},
    parameters: all.length,
    left_out,
    worst: worst.variable,
    beyond: out.map(({variable}) => variable),
    z: all.map(({z}) => rounded(z)),
    ratios: all.map(({ratio}) => rounded(ratio))
  };
}

async function besideStan({id, data, options}: Run, workers: number): Promise<Row> {
  if (!data)
    fail(`missing rows: ${id}; set POOLHOUSE_DATA to what bin/poolhouse data --prepared wrote`);
  const reference = readReference(id);
  const fitted = await fit(reference.spec, data, options, poolRunner({workers}));
  const all = differences(fitted, reference);
  const left_out = reference.parameters.length - all.length;
  return rowOf({model: id, against: reference.software, left_out}, fitted, all);
}

async function besideQuadrature(method: Run["method"], workers: number): Promise<Row> {
  const all: Difference[] = [];
  let last: Fit | undefined;
  for (const known of schoolPosteriors) {
    // A seed each, so that one unlucky stream is not counted eight times.
    const seed = `${schoolOptions.seed} ${known.priors.join(", ")}`;
    const options: Partial<SamplerOptions> = {...schoolOptions, method, seed};
    const spec = {formula: schoolsFormula, priors: known.priors};
    last = await fit(spec, schools, options, poolRunner({workers}));
    const under = known.priors.join(", ");
    all.push(
      ...schoolDifferences(last, known).map((one) => ({
        ...one,
        variable: `${one.variable}, ${under}`
      }))
    );
  }
  return rowOf(
    {model: SCHOOLS, against: "quadrature", left_out: 0},
    last ?? fail(`missing posteriors: ${SCHOOLS}; name one to compare with`),
    all
  );
}

/** Written after every row, so that a long run can be stopped, or done model by model. */
function keep(file: string, row: Row): void {
  const earlier = existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as Agreement).rows
    : [];
  const others = earlier.filter((old) => old.model !== row.model || old.method !== row.method);
  const order = [...new Set(runs.map(({id}) => id)), SCHOOLS];
  const place = ({model, method}: Row): number =>
    2 * order.indexOf(model) + Number(method === "nuts");
  const rows = [...others, row].sort((a, b) => place(a) - place(b));
  const date = new Date().toISOString().slice(0, 10);
  const record: Agreement = {date, poolhouse: version, machine: thisMachine(), rows};
  const text = JSON.stringify(record, null, 1);
  // Numbers of one list stay on one line.
  writeFileSync(file, text.replaceAll(/(?<=[[,\d])\n\s+(?=[-\d])|(?<=\d)\n\s+(?=\])/g, "") + "\n");
}

function parse(args: readonly string[]) {
  const text = {type: "string"} as const;
  const options = {
    help: {type: "boolean", default: false},
    models: text,
    methods: {...text, default: "exact,nuts"},
    workers: {...text, default: "1"},
    results: {...text, default: fileURLToPath(new URL("results/agreement.json", import.meta.url))}
  } as const;
  try {
    return parseArgs({args: [...args], options}).values;
  } catch (failure) {
    const [reason = ""] = String(failure).split(". ");
    return fail(`unknown option: ${reason.replace(/^.*?: /, "")}; see --help`);
  }
}

async function run(args: readonly string[]): Promise<void> {
  const values = parse(args);
  if (values.help) return void process.stdout.write(HELP);
  const workers = Number(values.workers);
  if (!Number.isInteger(workers) || workers < 1)
    fail(`invalid number of threads: ${values.workers}; must be a whole number from 1`);
  const methods = values.methods.split(",");
  const known = [...new Set(runs.map(({id}) => id)), SCHOOLS];
  const models = values.models?.split(",") ?? known;
  const unknown = models.find((model) => !known.includes(model));
  if (unknown !== undefined) fail(`unknown model: ${unknown}; see --help`);
  const odd = methods.find((method) => method !== "exact" && method !== "nuts");
  if (odd !== undefined) fail(`unknown method: ${odd}; use exact or nuts`);
  const jobs = [
    ...runs.map((one) => ({...one, row: () => besideStan(one, workers)})),
    ...(["exact", "nuts"] as const).map((method) => ({
      ...{id: SCHOOLS, method},
      row: () => besideQuadrature(method, workers)
    }))
  ].filter(({id, method}) => models.includes(id) && methods.includes(method));
  for (const {row} of jobs) {
    const started = performance.now();
    const done = await row();
    keep(values.results, done);
    const seconds = Math.round((performance.now() - started) / 1000);
    const most = Math.max(...done.z.map(Math.abs)).toFixed(2);
    const {model, method, parameters, worst, beyond} = done;
    process.stderr.write(
      `${model}, ${method}: ${String(parameters)} parameters, largest |z| ${most} (${worst}), ` +
        `${String(beyond.length)} beyond; ${String(seconds)} s\n`
    );
    if (beyond.length > 0) process.exitCode = 1;
  }
}

try {
  await run(process.argv.slice(2));
} catch (failure) {
  if (!(failure instanceof Failure)) throw failure;
  process.stderr.write(`${failure.message}\n`);
  process.exitCode = 2;
}

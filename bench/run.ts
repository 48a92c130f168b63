// Measures our engine beside Stan: same models, same data, same machine, one core each, in turn.
import {existsSync, mkdirSync} from "node:fs";
import {cpus, loadavg, release, tmpdir, type as system} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {fail, Failure} from "./failure.js";
import type {Measurement} from "./measurement.js";
import {essPerSecond} from "./measurement.js";
import type {Model} from "./models.js";
import {HELP, readOptions} from "./options.js";
import type {Options} from "./options.js";
import {runPoolhouse} from "./poolhouse.js";
import {record} from "./record.js";
import {benchTable} from "./report.js";
import type {Machine, Row} from "./report.js";
import {writeSideTaking} from "./side-taking.js";
import {hasStan, runStan} from "./stan.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FAILED = 1;
const WRONG_INPUT = 2;

/** Measures every model, records each as soon as it is done, and returns all rows. */
function bench(options: Options): Row[] {
  const tasks = options.models.map((model) => ({model, data: dataFile(model)}));
  const withStan = options.stan !== null && hasStan();
  if (options.stan !== null && !withStan) say("Stan is missing: see bench/stan/README.md");
  return tasks.flatMap(({model, data}) => {
    try {
      const rows = measure(options, model, data, withStan);
      record(options.results, options.date, thisMachine(), rows);
      return rows;
    } catch (failure) {
      // One model that cannot be fitted must not cost the hour that the others take.
      report(failure, FAILED);
      return [];
    }
  });
}

function dataFile(model: Model): string {
  // A few published numbers lie beside the table of models.
  if (model.data.startsWith("./")) return join(ROOT, "bench/stan", model.data);
  const folder = process.env.POOLHOUSE_DATA ?? "";
  const file = join(folder, model.data);
  if (folder === "" || !existsSync(file)) {
    fail(
      `missing data: ${model.data}; run ./bin/poolhouse data --prepared DIR, ` +
        "then set POOLHOUSE_DATA=DIR"
    );
  }
  if (model.derive === undefined) return file;
  const cache = join(tmpdir(), "poolhouse-bench");
  mkdirSync(cache, {recursive: true});
  const derived = join(cache, `${model.id}.csv`);
  writeSideTaking(file, derived);
  return derived;
}

/** One row per method of ours, all beside the same run of Stan. */
function measure(options: Options, model: Model, data: string, withStan: boolean): Row[] {
  const {methods, ours, seed, poolhouse} = options;
  // Exact draws are for Gaussian outcomes alone.
  const possible = methods.filter((method) => method !== "exact" || model.family === undefined);
  const runs = possible.map((method) => {
    const [load = NaN] = loadavg();
    const run = runPoolhouse(poolhouse, model, data, {...ours, method, seed});
    sayRate(model, run);
    return {load, run};
  });
  const stan = withStan ? runStan(model, data, {...model.stan, ...options.stan, seed}) : null;
  if (stan) sayRate(model, stan);
  return runs.map(({load, run}) => {
    if (stan) sayUnlikeness(model, run, stan);
    return {model: model.id, load, poolhouse: run, stan};
  });
}

function sayRate(model: Model, run: Measurement): void {
  const rate = essPerSecond(run).toPrecision(3);
  say(`${model.id}: ${run.software}, ${run.method}: ${rate} ESS per second of sampling`);
}

/** A minimum over more variables is lower: the ratio is fair only when both count the same ones. */
function sayUnlikeness(model: Model, ours: Measurement, stan: Measurement): void {
  const [we, they] = [ours, stan].map((run) => run.n_parameters + run.n_effects);
  if (we !== they) say(`${model.id}: our minimum is over ${we} variables, Stan's over ${they}`);
}

function thisMachine(): Machine {
  const cpu = cpus().at(0);
  return {
    cpu: cpu?.model.trim() ?? "unknown processor",
    cores: cpus().length,
    node: process.versions.node,
    system: `${system()} ${release()}`
  };
}

function say(message: string): void {
  process.stderr.write(`${message}\n`);
}

function report(failure: unknown, code: number): void {
  if (!(failure instanceof Failure)) throw failure;
  say(failure.message);
  process.exitCode = code;
}

try {
  const options = readOptions(process.argv.slice(2), ROOT);
  process.stdout.write(options ? `${benchTable(bench(options))}\n` : HELP);
} catch (failure) {
  report(failure, WRONG_INPUT);
}

// Measures our engine beside Stan (same models, data, machine, one core each, in turn), or by itself.
import {fileURLToPath} from "node:url";
import {dataFile} from "./data-file.js";
import {Failure} from "./failure.js";
import {longEnough} from "./lengthen.js";
import {currentLoad, thisMachine} from "./machine.js";
import type {Measurement} from "./measurement.js";
import {essPerSecond} from "./measurement.js";
import type {Model} from "./models.js";
import {HELP, readOptions} from "./options.js";
import type {Options} from "./options.js";
import {runPoolhouse} from "./poolhouse.js";
import {record, type Results} from "./record.js";
import type {Row} from "./report.js";
import {measureSection} from "./scaling.js";
import {hasStan, runStan} from "./stan.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FAILED = 1;
const WRONG_INPUT = 2;

/** Measures piece by piece, records each as soon as it is done, and returns the record's page. */
function bench(options: Options): string {
  const {results, date} = options;
  let page = record(results, date, thisMachine(), {});
  for (const measure of options.sections === null ? comparisons(options) : sections(options)) {
    try {
      page = record(results, date, thisMachine(), measure());
    } catch (failure) {
      // One model that cannot be fitted must not cost the hour that the others take.
      report(failure, FAILED);
    }
  }
  return page;
}

type Piece = () => Results;

function sections({sections: names, models}: Options): Piece[] {
  return (names ?? []).map((name) => () => {
    say(`measuring ${name}`);
    return {scaling: measureSection(name, models)};
  });
}

function comparisons(options: Options): Piece[] {
  const tasks = options.models.map((model) => ({model, data: dataFile(model)}));
  const withStan = options.stan !== null && hasStan();
  if (options.stan !== null && !withStan) say("Stan is missing: see bench/stan/README.md");
  return tasks.map(({model, data}) => () => ({rows: compare(options, model, data, withStan)}));
}

/** One row per method of ours, all beside the same run of Stan. */
function compare(options: Options, model: Model, data: string, withStan: boolean): Row[] {
  const {methods, ours, seconds, seed, poolhouse} = options;
  // Exact draws are for Gaussian outcomes alone; for others the method chosen is NUTS.
  const possible = methods.filter(
    (method) =>
      model.family === undefined ||
      (method !== "exact" && !(method === "auto" && methods.includes("nuts")))
  );
  const runs = possible.map((method) => {
    const load = currentLoad();
    const run = longEnough(
      (lengths) => runPoolhouse(poolhouse, model, data, {...lengths, method, seed}),
      ours,
      seconds
    );
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
  process.stdout.write(options ? bench(options) : HELP);
} catch (failure) {
  report(failure, WRONG_INPUT);
}

// Runs Stan, through brms, on one model.
import {spawnSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {fail} from "./failure.js";
import type {Measurement} from "./measurement.js";
import type {Lengths, Model} from "./models.js";

const PACKAGES = ["brms", "rstan", "posterior", "jsonlite"];
const STDERR = 2;

/** Whether Rscript and the packages that `stan/fit.R` needs are installed. */
export function hasStan(): boolean {
  const names = PACKAGES.map((name) => `"${name}"`).join(", ");
  const test = `q(status = !all(sapply(c(${names}), requireNamespace, quietly = TRUE)))`;
  return spawnSync("Rscript", ["-e", test], {stdio: "ignore"}).status === 0;
}

/** Fits `model` to the csv file `data` with Stan on one core. Throws when Stan fails. */
export function runStan(model: Model, data: string, run: Lengths & {seed: number}): Measurement {
  const folder = mkdtempSync(join(tmpdir(), "poolhouse-stan-"));
  const output = join(folder, "fit.json");
  const script = fileURLToPath(new URL("stan/fit.R", import.meta.url));
  const lengths = [run.chains, run.warmup, run.draws, run.seed].map(String);
  try {
    const args = [script, model.id, ...lengths, output, data];
    // What R prints is progress: our result goes to stdout alone.
    const {status} = spawnSync("Rscript", args, {stdio: ["ignore", STDERR, STDERR]});
    if (status !== 0) fail(`invalid fit: Stan failed on ${model.id}; see the message above`);
    const result = JSON.parse(readFileSync(output, "utf8")) as Omit<Measurement, "method">;
    return {...result, method: "nuts"};
  } finally {
    rmSync(folder, {recursive: true});
  }
}

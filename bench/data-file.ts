// Finds the csv file that a model is fitted to.
import {existsSync, mkdirSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {fail} from "./failure.js";
import type {Model} from "./models.js";
import {writeSideTaking} from "./side-taking.js";

/** The path of the rows of `model`, made first where they are derived. Throws when they are missing. */
export function dataFile(model: Model): string {
  // A few published numbers lie beside the table of models.
  if (model.data.startsWith("./"))
    return fileURLToPath(new URL(`stan/${model.data}`, import.meta.url));
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

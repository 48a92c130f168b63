// Adds the columns of the side-taking model to the Bush-Prather rows, once for both engines.
import {readFileSync, writeFileSync} from "node:fs";
import {covariates} from "../src/data/studies/side-taking.js";
import {fail} from "./failure.js";

/**
 * Reads the prepared csv `from` and writes to `to` the outcome, `s` (1 where the respondent read of
 * side-taking), `s` times each covariate and times Clinton voter × Germany, and `grp`: the
 * covariates joined by `_` where `s` is 1, else `control`. Throws when a column is missing.
 */
export function writeSideTaking(from: string, to: string): void {
  const [header = [], ...rows] = readFileSync(from, "utf8")
    .trim()
    .split(/\r?\n/)
    .map((line) => line.replaceAll('"', "").split(","));
  const column = (name: string): number => {
    const index = header.indexOf(name);
    return index < 0 ? fail(`missing column: ${name}; ${from} must have it`) : index;
  };
  const outcome = column("ipe_support");
  const sideTaking = column("treat_ipesidetaking");
  const germany = column("treat_germrus");
  const clinton = column("w2_vote_hill");
  const indices = covariates.map(column);
  const lines = rows.map((row) => {
    const s = Number(row[sideTaking]);
    const group = s === 1 ? indices.map((index) => row[index]).join("_") : "control";
    const products = indices.map((index) => s * Number(row[index]));
    return [row[outcome], s, ...products, s * Number(row[germany]) * Number(row[clinton]), group];
  });
  const names = ["ipe_support", "s", ...covariates.map((name) => `s_${name}`)];
  writeFileSync(to, [[...names, "s_clinton_germany", "grp"], ...lines].join("\n") + "\n");
}

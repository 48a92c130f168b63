// A study's report: every model fitted once, every table written, one archive.
import {zipSync} from "fflate";
import {fit, type Columns} from "../../engine/index.js";
import {toArrow, type NumberType} from "../arrow.js";
import {keyOf} from "../key.js";
import {poolRunner} from "../pool.js";
import {prepare} from "../prepare.js";
import type {FittedModel, StudyDefinition} from "../study.js";
import {toColumns} from "../table.js";
import {curvesTable} from "./curves-table.js";
import {dictionary, type WrittenTable} from "./dictionary.js";
import {drawsTable} from "./draws-table.js";
import {effectsTable} from "./effects-table.js";
import {factsOf} from "./facts.js";
import {diagnosticsTable, parametersTable} from "./parameters-table.js";
import {columnsOf} from "./rows.js";
import {studyCard} from "./study-card.js";

/** When files in the archive say they were made: the day counting starts, so that bytes repeat. */
const EPOCH = new Date(1980, 0, 1);

const counts: Readonly<Record<string, NumberType>> = {
  n: "int32",
  n_treated: "int32",
  n_control: "int32",
  chain: "int32",
  divergences: "int32",
  treedepth_hits: "int32",
  leapfrogs: "int32"
};

/**
 * Fits a study's models and returns its archive: `effects`, `parameters`, `curves`, `diagnostics`,
 * `draws` and the study's own tables as Arrow, `tables.json` with their columns in
 * words, and `study.json`. The same data, study and engine give the same bytes.
 * Raises an InputError on data that are not as declared or models that do not fit them.
 */
export async function report(study: StudyDefinition): Promise<Uint8Array> {
  const prepared = await prepare(study);
  const columns = toColumns(prepared.table);
  const key = keyOf(toArrow(columns), study.models, study.source.sha256, prepared.standIn);
  const fitted = await fitAll(study, columns);
  const facts = fitted.map(factsOf);
  const curves = [...curvesTable(fitted), ...facts.flatMap(({curve}) => curve)];
  const tables: Record<string, Uint8Array> = {};
  const written: WrittenTable[] = [];
  const metadata = {key, study: study.id, stand_in: prepared.standIn};
  const add = (
    name: string,
    table: Columns,
    types: Readonly<Record<string, NumberType>> = {}
  ): void => {
    const entries = Object.entries(types).filter(([column]) => Object.hasOwn(table, column));
    const own = Object.fromEntries(entries);
    tables[`${name}.arrow`] = toArrow(table, {types: own, metadata});
    written.push({name, columns: table, types: own});
  };
  add("effects", effectsTable(study, fitted, columns), counts);
  add("parameters", parametersTable(fitted));
  add("curves", columnsOf(curves), {x: "float32", density: "float32"});
  add("diagnostics", diagnosticsTable(fitted), counts);
  const draws = drawsTable(fitted);
  add("draws", draws, floats(draws));
  for (const [name, table] of Object.entries(
    study.tables?.(columns, new Map(fitted.map(({model, fit: one}) => [model.id, one]))) ?? {}
  ))
    add(name, table);
  const card = studyCard(
    study,
    prepared,
    columns,
    fitted,
    facts.map((one) => one.facts),
    key
  );
  const words = dictionary(study, written);
  return zipSync(
    {...tables, "study.json": jsonBytes(card), "tables.json": jsonBytes(words)},
    {mtime: EPOCH, level: 6}
  );
}

function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value)}\n`);
}

/** Fits the models one after another; each uses all processors for its chains. */
async function fitAll(study: StudyDefinition, columns: Columns): Promise<FittedModel[]> {
  const run = poolRunner();
  const fitted: FittedModel[] = [];
  for (const model of study.models) {
    const started = performance.now();
    const one = await fit(model.spec, columns, model.sampler ?? {}, run);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const verdict = one.diagnostics.reasons.join("; ") || "converged";
    process.stderr.write(`${study.id}/${model.id}: ${verdict} (${seconds} s)\n`);
    fitted.push({model, fit: one});
  }
  return fitted;
}

function floats(table: Columns): Record<string, NumberType> {
  return Object.fromEntries(
    Object.keys(table).map((name) => [name, name.startsWith(".") ? "int32" : "float32"])
  );
}

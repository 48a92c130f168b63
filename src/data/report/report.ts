// A study's report: every model fitted once, every table written, one archive.
import {zipSync} from "fflate";
import {fit, sampledModel, type Columns} from "../../engine/index.js";
import {toArrow, type NumberType} from "../arrow.js";
import {choicesTables} from "../choices/choices-tables.js";
import {fitKey} from "../keep/fit-key.js";
import {keepIn, type Keep} from "../keep/keep.js";
import {keptRunner} from "../keep/kept-chains.js";
import {rememberBeside} from "../keep/remember.js";
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
import {pageTables, type ReportTable} from "./page-tables.js";
import {diagnosticsTable, parametersTable} from "./parameters-table.js";
import {columnsOf} from "./rows.js";
import {summedModel, sumStudy, type StudyCells} from "./study-cells.js";
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
 * Fits a study's models and returns its archive: the sums that pages refit from (`cells-<name>`),
 * `effects`, `parameters`, `curves`, `diagnostics`, `draws`, `covariances` where a model has a saturated rung, what the lens answers (`lens`, where effects
 * have curves `lens-curves`), where a page can refit a model the map of its choices (`choices`, `choice-effects`), what the page on trust shows (`traces`, `ranks`, `energy`, `convergence`,
 * `priors`, `prior-curves`) and the study's own tables as Arrow, `tables.json` with their columns in
 * words, and `study.json`. The same data, study and engine give the same bytes, fits that `keep` has
 * among them or not.
 * Raises an InputError on data that are not as declared or models that do not fit them.
 */
export async function report(study: StudyDefinition, keep: Keep = keepIn()): Promise<Uint8Array> {
  const prepared = await prepare(study);
  const columns = toColumns(prepared.table);
  const cells = sumStudy(study, columns);
  const fitted = await fitAll(study, columns, cells, keep);
  const key = reportKey(study, columns, fitted, prepared.standIn);
  const facts = fitted.map(factsOf);
  const curves = [...curvesTable(fitted), ...facts.flatMap(({curve}) => curve)];
  const tables: Record<string, Uint8Array> = {};
  const written: WrittenTable[] = [];
  const metadata = {key, study: study.id, stand_in: prepared.standIn};
  const write = ({name, table, types = {}, notes = {}}: ReportTable): typeof types => {
    const entries = Object.entries(types).filter(([column]) => Object.hasOwn(table, column));
    const own = Object.fromEntries(entries);
    tables[`${name}.arrow`] = toArrow(table, {types: own, metadata: {...metadata, ...notes}});
    return own;
  };
  const add = (name: string, table: Columns, types: ReportTable["types"] = {}): void => {
    written.push({name, columns: table, types: write({name, table, types})});
  };
  add("effects", effectsTable(study, fitted, columns), counts);
  add("parameters", parametersTable(fitted));
  add("curves", columnsOf(curves), {x: "float32", density: "float32"});
  add("diagnostics", diagnosticsTable(fitted), counts);
  const draws = drawsTable(fitted);
  add("draws", draws, floats(draws));
  for (const {name, table, types} of await choicesTables(study, fitted, keep))
    add(name, table, types);
  // What pages compute from is not among the tables that are told in words.
  for (const one of pageTables(study, fitted, columns, cells)) write(one);
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

/** The key of a report: its data, its models, and their fits. */
function reportKey(
  {models, source}: StudyDefinition,
  columns: Columns,
  fitted: readonly FittedModel[],
  standIn: string
): string {
  return keyOf(
    toArrow(columns),
    models,
    source.sha256,
    standIn,
    fitted.map(({key}) => key)
  );
}

/** Fits the models one after another; each uses all processors for its chains. */
async function fitAll(
  study: StudyDefinition,
  columns: Columns,
  cells: ReadonlyMap<string, StudyCells>,
  keep: Keep
): Promise<FittedModel[]> {
  const run = poolRunner();
  const fitted: FittedModel[] = [];
  for (const model of study.models) {
    const started = performance.now();
    const summed = summedModel(model, cells);
    const spec = summed?.spec ?? model.spec;
    const origin = {data: study.source.sha256, spec};
    let how = "";
    const runKept = keptRunner(origin, run, keep, (kept) => (how = kept ? ", kept" : ""));
    const one = await fit(spec, summed?.data ?? columns, model.sampler ?? {}, runKept);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const verdict = one.diagnostics.reasons.join("; ") || "converged";
    process.stderr.write(`${study.id}/${model.id}: ${verdict} (${seconds} s${how})\n`);
    const key = fitKey(origin, sampledModel(one.model), one.options);
    const remember = rememberBeside(key, keep);
    fitted.push({
      ...{model, fit: one, key, remember},
      columns: summed?.data.columns ?? columns,
      summed
    });
  }
  return fitted;
}

function floats(table: Columns): Record<string, NumberType> {
  return Object.fromEntries(
    Object.keys(table).map((name) => [name, name.startsWith(".") ? "int32" : "float32"])
  );
}

// A study's report: every model fitted once, every table written, one archive.
import {zipSync} from "fflate";
import {fit, type Columns} from "../../engine/index.js";
import {toArrow, type NumberType} from "../arrow.js";
import {keyOf} from "../key.js";
import {poolRunner} from "../pool.js";
import {prepare} from "../prepare.js";
import type {FittedModel, StudyDefinition} from "../study.js";
import {toColumns} from "../table.js";
import {chainsTables} from "./chains-tables.js";
import {convergenceTable} from "./convergence-table.js";
import {covariancesTable} from "./covariances-table.js";
import {curvesTable} from "./curves-table.js";
import {drawsTable} from "./draws-table.js";
import {effectsTable} from "./effects-table.js";
import {factsOf} from "./facts.js";
import {lensTables} from "./lens-table.js";
import {diagnosticsTable, parametersTable} from "./parameters-table.js";
import {priorsTables} from "./priors-table.js";
import {columnsOf} from "./rows.js";
import {cellsNotes, cellsTable, summedModel, sumStudy, type StudyCells} from "./study-cells.js";
import {studyCard} from "./study-card.js";

/** When files in the archive say they were made: the day counting starts, so that bytes repeat. */
const EPOCH = new Date(1980, 0, 1);

const counts: Readonly<Record<string, NumberType>> = {
  n: "int32",
  n_treated: "int32",
  n_control: "int32",
  groups: "int32",
  redrawn: "int32"
};

const sizes = {ess_bulk: "int32", ess_tail: "int32"} as const;

/**
 * Fits a study's models and returns its archive: the sums that pages refit from (`cells-<name>`),
 * `effects`, `parameters`, `curves`, `diagnostics`, `draws`, `covariances` where a model has a saturated rung, what the lens answers (`lens`, where effects
 * have curves `lens-curves`), what the page on trust shows (`traces`, `ranks`, `energy`, `convergence`,
 * `priors`, `prior-curves`) and the study's own tables as Arrow, and `study.json`. The same data, study
 * and engine give the same bytes.
 * Raises an InputError on data that are not as declared or models that do not fit them.
 */
export async function report(study: StudyDefinition): Promise<Uint8Array> {
  const prepared = await prepare(study);
  const columns = toColumns(prepared.table);
  const key = keyOf(toArrow(columns), study.models, study.source.sha256, prepared.standIn);
  const cells = sumStudy(study, columns);
  const fitted = await fitAll(study, columns, cells);
  const facts = fitted.map(factsOf);
  const curves = [...curvesTable(fitted), ...facts.flatMap(({curve}) => curve)];
  const tables: Record<string, Uint8Array> = {};
  const metadata = {key, study: study.id, stand_in: prepared.standIn};
  const add = (
    name: string,
    table: Columns,
    types: Readonly<Record<string, NumberType>> = {},
    notes: Readonly<Record<string, string>> = {}
  ): void => {
    const own = Object.entries(types).filter(([column]) => Object.hasOwn(table, column));
    tables[`${name}.arrow`] = toArrow(table, {
      types: Object.fromEntries(own),
      metadata: {...metadata, ...notes}
    });
  };
  for (const [name, {data}] of cells) add(`cells-${name}`, cellsTable(data), {}, cellsNotes(data));
  add("effects", effectsTable(study, fitted, columns), counts);
  add("parameters", parametersTable(fitted));
  add("curves", columnsOf(curves), {x: "float32", density: "float32"});
  add("diagnostics", diagnosticsTable(fitted));
  const draws = drawsTable(fitted);
  add("draws", draws, floats(draws));
  const lens = lensTables(study, fitted);
  add("lens", lens.rows, counts);
  if (Object.keys(lens.curves).length > 0)
    add("lens-curves", lens.curves, {x: "float32", density: "float32"});
  const {traces, ranks, energy} = chainsTables(study, fitted, columns);
  add("traces", traces, {chain: "int32", iteration: "int32", value: "float32"});
  add("ranks", ranks, {chain: "int32", bin: "int32", count: "int32"});
  add("energy", energy, {x: "float32", density: "float32"});
  const judged = {rhat: "float32", error: "float32", strain: "float32"} as const;
  add("convergence", convergenceTable(study, fitted, columns), {...judged, ...sizes});
  const priors = priorsTables(study, fitted, columns);
  add("priors", priors.priors);
  add("prior-curves", priors.curves, {x: "float32", prior: "float32", posterior: "float32"});
  const covariances = covariancesTable(fitted, columns);
  if (Object.keys(covariances).length > 0) add("covariances", covariances, floats(covariances));
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
  const json = new TextEncoder().encode(`${JSON.stringify(card)}\n`);
  return zipSync({...tables, "study.json": json}, {mtime: EPOCH, level: 6});
}

/** Fits the models one after another; each uses all processors for its chains. */
async function fitAll(
  study: StudyDefinition,
  columns: Columns,
  cells: ReadonlyMap<string, StudyCells>
): Promise<FittedModel[]> {
  const run = poolRunner();
  const fitted: FittedModel[] = [];
  for (const model of study.models) {
    const started = performance.now();
    const summed = summedModel(model, cells);
    const one = await fit(
      summed?.spec ?? model.spec,
      summed?.data ?? columns,
      model.sampler ?? {},
      run
    );
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const verdict = one.diagnostics.reasons.join("; ") || "converged";
    process.stderr.write(`${study.id}/${model.id}: ${verdict} (${seconds} s)\n`);
    fitted.push({model, fit: one, columns: summed?.data.columns ?? columns, summed});
  }
  return fitted;
}

function floats(table: Columns): Record<string, NumberType> {
  return Object.fromEntries(Object.keys(table).map((name) => [name, "float32"]));
}

// A study's report: every model fitted once, every table written. Free of Node, so that a page can make one.
import type {Columns, ModelSpec, SummedRows} from "../../engine/index.js";
import {toArrow, type NumberType} from "../arrow.js";
import {keyOf} from "../key.js";
import type {Prepared} from "../prepare.js";
import type {FittedModel, StudyDefinition, StudyModel} from "../study.js";
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

/** Fits a model of a study by a spec and data that may be its sums; says under which key. */
export type FitModel = (
  model: StudyModel,
  spec: ModelSpec,
  data: Columns | SummedRows
) => Promise<Pick<FittedModel, "fit" | "key" | "remember">>;

/** Where a report is made. */
export interface ReportMaker {
  readonly fitModel: FitModel;
  /** What only some makers have the time for: the map of choices. */
  readonly furtherTables?: (fitted: readonly FittedModel[]) => Promise<readonly ReportTable[]>;
  /** The version of Node; empty in a browser. */
  readonly node: string;
}

/** The files of a report by name. */
export type ReportContents = Readonly<Record<string, Uint8Array>>;

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
 * Fits a study's models to rows and returns its files: the sums that pages refit from (`cells-<name>`),
 * `effects`, `parameters`, `curves`, `diagnostics`, `draws`, `covariances` where a model has a saturated rung, what the lens answers (`lens`, where effects
 * have curves `lens-curves`), the maker's further tables, what the page on trust shows (`traces`, `ranks`, `energy`, `convergence`,
 * `priors`, `prior-curves`) and the study's own tables as Arrow, `tables.json` with their columns in
 * words, and `study.json`. The same rows, study and engine give the same bytes.
 * Raises an InputError on models that do not fit the rows.
 */
export async function makeReport(
  study: StudyDefinition,
  prepared: Prepared,
  maker: ReportMaker
): Promise<ReportContents> {
  const columns = toColumns(prepared.table);
  const cells = sumStudy(study, columns);
  const fitted = await fitAll(study, columns, cells, maker);
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
  for (const {name, table, types} of (await maker.furtherTables?.(fitted)) ?? [])
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
    {key, node: maker.node}
  );
  const words = dictionary(study, written);
  return {...tables, "study.json": jsonBytes(card), "tables.json": jsonBytes(words)};
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

/** Fits the models one after another, the chains of each where the maker runs them. */
async function fitAll(
  study: StudyDefinition,
  columns: Columns,
  cells: ReadonlyMap<string, StudyCells>,
  {fitModel}: ReportMaker
): Promise<FittedModel[]> {
  const fitted: FittedModel[] = [];
  for (const model of study.models) {
    const summed = summedModel(model, cells);
    const one = await fitModel(model, summed?.spec ?? model.spec, summed?.data ?? columns);
    fitted.push({...one, model, columns: summed?.data.columns ?? columns, summed});
  }
  return fitted;
}

function floats(table: Columns): Record<string, NumberType> {
  return Object.fromEntries(
    Object.keys(table).map((name) => [name, name.startsWith(".") ? "int32" : "float32"])
  );
}

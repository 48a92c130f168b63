// The tables that pages compute from: sums to refit, the lens's answers, what questions a fit.
import type {Columns} from "../../engine/index.js";
import type {NumberType} from "../arrow.js";
import type {FittedModel, StudyDefinition} from "../study.js";
import {chainsTables} from "./chains-tables.js";
import {convergenceTable} from "./convergence-table.js";
import {covariancesTable} from "./covariances-table.js";
import {lensTables} from "./lens-table.js";
import {priorsTables} from "./priors-table.js";
import {cellsNotes, cellsTable, type StudyCells} from "./study-cells.js";

/** A table to write, the types of its numbers, and what else its file says. */
export interface ReportTable {
  readonly name: string;
  readonly table: Columns;
  readonly types?: Readonly<Record<string, NumberType>>;
  readonly notes?: Readonly<Record<string, string>>;
}

const curve = {x: "float32", density: "float32"} as const;

const judged = {
  rhat: "float32",
  error: "float32",
  strain: "float32",
  ess_bulk: "int32",
  ess_tail: "int32"
} as const;

const counted = {
  n: "int32",
  n_treated: "int32",
  n_control: "int32",
  groups: "int32",
  redrawn: "int32"
} as const;

/** All of them, those without a row left out. */
export function pageTables(
  study: StudyDefinition,
  fitted: readonly FittedModel[],
  columns: Columns,
  cells: ReadonlyMap<string, StudyCells>
): ReportTable[] {
  const lens = lensTables(study, fitted);
  const {traces, ranks, energy} = chainsTables(study, fitted);
  const priors = priorsTables(study, fitted);
  const covariances = covariancesTable(fitted, columns);
  const all: ReportTable[] = [
    ...[...cells].map(([name, {data}]) => ({
      name: `cells-${name}`,
      table: cellsTable(data),
      notes: cellsNotes(data)
    })),
    {name: "lens", table: lens.rows, types: counted},
    {name: "lens-curves", table: lens.curves, types: curve},
    {name: "traces", table: traces, types: {chain: "int32", iteration: "int32", value: "float32"}},
    {name: "ranks", table: ranks, types: {chain: "int32", bin: "int32", count: "int32"}},
    {name: "energy", table: energy, types: curve},
    {name: "convergence", table: convergenceTable(study, fitted), types: judged},
    {name: "priors", table: priors.priors},
    {
      name: "prior-curves",
      table: priors.curves,
      types: {x: "float32", prior: "float32", posterior: "float32"}
    },
    {
      name: "covariances",
      table: covariances,
      types: Object.fromEntries(Object.keys(covariances).map((name) => [name, "float32"]))
    }
  ];
  const mayBeMissing = ["lens-curves", "covariances"];
  return all.filter(
    ({name, table}) => Object.keys(table).length > 0 || !mayBeMissing.includes(name)
  );
}

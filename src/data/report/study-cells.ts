// A study's rows summed within cells: what its models are fitted to, here and again in a page.
import {sumModels, type Columns, type ModelSpec, type SummedRows} from "../../engine/index.js";
import {error} from "../../engine/error.js";
import type {StudyDefinition, StudyModel} from "../study.js";

/** Cells of a study, and the specs of the models on them, by the models' ids. */
export interface StudyCells {
  readonly data: SummedRows;
  readonly specs: ReadonlyMap<string, ModelSpec>;
}

/**
 * The cells that a study declares, by name, summed for all models on them.
 * Raises an InputError on a model that names cells which are not there, and as `sumModels` does.
 */
export function sumStudy(
  {cells = {}, models}: Pick<StudyDefinition, "cells" | "models">,
  columns: Columns
): ReadonlyMap<string, StudyCells> {
  for (const {id, live} of models)
    if (live && !Object.hasOwn(cells, live.cells))
      error(`unknown cells: ${live.cells} of model ${id}; declare them in the study`);
  return new Map(
    Object.entries(cells).map(([name, fixed]) => {
      const own = models.filter(({live}) => live?.cells === name);
      if (!own.length)
        error(`unsupported cells: ${name}; no model is fitted to them, so leave them out`);
      const {specs, data} = sumModels(
        own.map(({spec}) => spec),
        columns,
        fixed
      );
      return [name, {data, specs: new Map(own.map(({id}, k) => [id, specs[k]]))}];
    })
  );
}

/** A model's spec and sums; null when it is fitted to rows. */
export function summedModel(
  {id, live}: StudyModel,
  cells: ReadonlyMap<string, StudyCells>
): {spec: ModelSpec; data: SummedRows} | null {
  const own = live && cells.get(live.cells);
  const spec = own?.specs.get(id);
  return own && spec ? {spec, data: own.data} : null;
}

/**
 * Cells as columns: those that are constant, `n`, `mean.<column>` of those that are averaged, and
 * `product.<column>.<column>` of their products about the means.
 */
export function cellsTable({columns, counts, averaged, products}: SummedRows): Columns {
  const fixed = Object.entries(columns).filter(([name]) => !averaged.includes(name));
  const table: Record<string, Columns[string]> = {...Object.fromEntries(fixed), n: counts};
  for (const name of averaged) table[`mean.${name}`] = columns[name];
  averaged.forEach((a, j) => {
    averaged.slice(0, j + 1).forEach((b, k) => {
      const pair = (j * (j + 1)) / 2 + k;
      table[`product.${a}.${b}`] = products.slice(pair * counts.length, (pair + 1) * counts.length);
    });
  });
  return table;
}

/** What the columns do not say: the averaged columns in order, and the facts of the outcome. */
export function cellsNotes({averaged, outcome}: SummedRows): Record<string, string> {
  return {averaged: JSON.stringify(averaged), outcome: JSON.stringify(outcome)};
}

// What a study's models would be fitted as now: their keys and the priors in force; no chain is run.
import {createModel, type PriorRow} from "../engine/index.js";
import {engineKey} from "../data/keep/engine-key.js";
import {keyOfFit} from "../data/keep/kept-fit.js";
import {prepare} from "../data/prepare.js";
import {summedModel, sumStudy} from "../data/report/study-cells.js";
import type {StudyDefinition} from "../data/study.js";
import {toColumns} from "../data/table.js";

/** A study as it is declared, on the data that are here. */
export interface Declared {
  /** Whether its data are not here, so that these are the models of simulated rows. */
  readonly standIn: boolean;
  readonly models: ReadonlyMap<
    string,
    {readonly key: string; readonly priors: readonly PriorRow[]; readonly given: number}
  >;
}

/** Reads a study's data and makes its models; raises an InputError as its report would. */
export async function declare(study: StudyDefinition): Promise<Declared> {
  const {table, standIn} = await prepare(study);
  const columns = toColumns(table);
  const cells = sumStudy(study, columns);
  const models = new Map<string, {key: string; priors: readonly PriorRow[]; given: number}>();
  for (const model of study.models) {
    const summed = summedModel(model, cells);
    const spec = summed?.spec ?? model.spec;
    const data = summed?.data ?? columns;
    const origin = {data: study.source.sha256, spec, engine: engineKey()};
    models.set(model.id, {
      key: await keyOfFit(origin, data, model.sampler ?? {}),
      priors: createModel(spec, data).priors.table,
      given: model.spec.priors?.length ?? 0
    });
  }
  return {standIn: standIn !== "", models};
}

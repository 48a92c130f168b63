// Fits a settled study and makes its report, in a worker of the page.
import type {ReportContents} from "../components/your-work-types.js";
import type {Declaration} from "../data/define/declaration.js";
import {defineStudy} from "../data/define/define-study.js";
import {fitKey} from "../data/keep/fit-key.js";
import {rememberNothing} from "../data/keep/remember.js";
import {runRecodes, type Recoded} from "../data/recode.js";
import {makeReport, type FitModel} from "../data/report/make-report.js";
import {fromColumns} from "../data/table.js";
import {
  areQuick,
  error,
  fit,
  runChainsInTurn,
  sampledModel,
  type ChainRunner
} from "../engine/index.js";
import {workerRunner} from "../live/worker-runner.js";
import type {Opened} from "./opened.js";

/** What tools/live.ts puts in place of the name. */
declare const POOLHOUSE_ENGINE: string;
const engine = typeof POOLHOUSE_ENGINE === "undefined" ? "" : POOLHOUSE_ENGINE;

/** The rows of a study. Raises an InputError where none is complete. */
export function rowsOfStudy({columns}: Opened, declaration: Declaration): Recoded {
  const recoded = runRecodes(fromColumns(columns), defineStudy(declaration).recodes, {
    verify: true
  });
  if (recoded.table.numRows() === 0)
    error("missing rows: none has a value in every column that is used; use fewer columns");
  return recoded;
}

/**
 * The files of the report, the same bytes as a build of the study makes but for what they say of the
 * machine. Chains of models that take a while run in workers of their own.
 */
export async function fitStudy(
  opened: Opened,
  declaration: Declaration,
  progress: (what: string, share: number) => void,
  hasWorkers = typeof Worker !== "undefined"
): Promise<ReportContents> {
  progress("Recoding", 0);
  const rows = rowsOfStudy(opened, declaration);
  let what = "Fitting";
  let [before, models] = [0, 1];
  const run: ChainRunner = (model, options) => {
    if (!hasWorkers || areQuick(model, options)) return runChainsInTurn(model, options);
    const done = new Float64Array(options.chains);
    const told = (chain: number, iterations: number, total: number): void => {
      done[chain] = iterations / total;
      const share = done.reduce((sum, one) => sum + one, 0) / options.chains;
      progress(what, (before + share) / models);
    };
    return workerRunner({progress: told})(model, options);
  };
  const study = defineStudy(declaration);
  models = study.models.length;
  const fitModel: FitModel = async (model, spec, data) => {
    what = `Fitting ${declaration.outcomes[model.id].label}`;
    progress(what, before / models);
    const one = await fit(spec, data, model.sampler ?? {}, run);
    before += 1;
    if (before === models) progress("Writing tables", 1);
    const origin = {data: study.source.sha256, spec, engine};
    const key = fitKey(origin, sampledModel(one.model), one.options);
    return {fit: one, key, remember: rememberNothing};
  };
  return makeReport(study, {...rows, standIn: opened.told.generated}, {fitModel, node: ""});
}

// A study's report as one archive: data found and recoded, models fitted on all processors or kept.
import {zipSync} from "fflate";
import {choicesTables} from "../choices/choices-tables.js";
import {engineKey} from "../keep/engine-key.js";
import {keepIn, type Keep} from "../keep/keep.js";
import {keptFit} from "../keep/kept-fit.js";
import {rememberBeside} from "../keep/remember-beside.js";
import {poolRunner} from "../pool.js";
import {prepare} from "../prepare.js";
import type {StudyDefinition} from "../study.js";
import {makeReport, type FitModel} from "./make-report.js";

/** When files in the archive say they were made: the day counting starts, so that bytes repeat. */
const EPOCH = new Date(1980, 0, 1);

/**
 * The archive of what {@link makeReport} makes of a study's data. The same data, study and engine give
 * the same bytes, fits that `keep` has among them or not. `further` makes the tables that only a build has the
 * time for.
 * Raises an InputError on data that are not as declared or models that do not fit them.
 */
export async function report(
  study: StudyDefinition,
  keep: Keep = keepIn(),
  further = choicesTables
): Promise<Uint8Array> {
  const prepared = await prepare(study);
  const fitModel = keptFits(study, keep);
  const files = await makeReport(study, prepared, {
    fitModel,
    furtherTables: (fitted) => further(study, fitted, keep),
    node: process.versions.node
  });
  // What is unpacked at once need not be packed.
  return zipSync(files, {mtime: EPOCH, level: 0});
}

/** Fits a model with all processors for its chains, or takes it from `keep`; says which. */
function keptFits({id, source}: StudyDefinition, keep: Keep): FitModel {
  const run = poolRunner();
  return async (model, spec, data) => {
    const started = performance.now();
    const origin = {data: source.sha256, spec, engine: engineKey()};
    const {fit, key, kept} = await keptFit(origin, data, model.sampler ?? {}, run, keep);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const verdict = fit.diagnostics.reasons.join("; ") || "converged";
    process.stderr.write(`${id}/${model.id}: ${verdict} (${seconds} s${kept ? ", kept" : ""})\n`);
    return {fit, key, remember: rememberBeside(key, keep)};
  };
}

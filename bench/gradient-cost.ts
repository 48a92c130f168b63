// What one gradient of a model costs, and the memory that a whole fit of it takes.
import {readDataFile} from "../src/data/read-file.js";
import {
  createGenerator,
  createModel,
  createPosterior,
  fit,
  runChainsInTurn,
  sampledModel,
  type ModelSpec
} from "../src/engine/index.js";
import {dataFile} from "./data-file.js";
import {priorText, type Model} from "./models.js";

/** The cost of a model's posterior; memory in MB is the peak of a process that fits it. */
export interface GradientCost {
  readonly model: string;
  readonly dimension: number;
  readonly rows: number;
  readonly cells: number;
  /** Microseconds for the log density with its gradient. */
  readonly microseconds: number;
  readonly method: string;
  /** Wall-clock seconds of a fit, from columns to advice: 4 chains of 1,000 + 1,000, in turn. */
  readonly fit_seconds: number;
  readonly peak_megabytes: number;
}

const MEGABYTE = 1 << 20;
const MEASURED_SECONDS = 0.5;

/** Times gradients of `model`, then a fit; wants a process of its own, for its peak of memory. */
export async function gradientCost(model: Model): Promise<GradientCost> {
  const {columns} = readDataFile(dataFile(model));
  const spec: ModelSpec = {
    formula: model.formula,
    equations: model.equations,
    family: model.family,
    priors: model.priors.map(priorText),
    treatment: model.treatment,
    by: model.by
  };
  const joined = createModel(spec, columns);
  const {dim, microseconds} = timeGradient(joined);
  const started = performance.now();
  const {method} = await fit(spec, columns, {}, runChainsInTurn);
  const fit_seconds = (performance.now() - started) / 1000;
  return {
    model: model.id,
    dimension: dim,
    rows: joined.design.rows.n,
    cells: joined.cells.cells,
    microseconds,
    method,
    fit_seconds,
    // resourceUsage tells KB.
    peak_megabytes: (process.resourceUsage().maxRSS * 1024) / MEGABYTE
  };
}

/** The last of several equal batches: by then the code has been compiled. */
function timeGradient(model: ReturnType<typeof createModel>) {
  const posterior = createPosterior(sampledModel(model));
  const generator = createGenerator("gradient");
  const point = Float64Array.from({length: posterior.dim}, () => 0.3 * generator.normal());
  const gradient = new Float64Array(posterior.dim);
  let microseconds = NaN;
  for (let times = 100; !(microseconds * times > MEASURED_SECONDS * 1e6); times *= 2) {
    const started = performance.now();
    for (let i = 0; i < times; ++i) posterior.logDensity(point, gradient);
    microseconds = ((performance.now() - started) * 1000) / times;
  }
  return {dim: posterior.dim, microseconds};
}

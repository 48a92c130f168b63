// Reads the table of models that both engines fit.
import {readFileSync} from "node:fs";
import {fail} from "./failure.js";

/** How long a run is; warm-up and draws count per chain. */
export interface Lengths {
  readonly chains: number;
  readonly warmup: number;
  readonly draws: number;
}

/** The arguments of one call of brms's `set_prior`. */
export interface Prior {
  readonly prior: string;
  readonly class: string;
  readonly coef?: string;
  readonly group?: string;
  readonly nlpar?: string;
}

/** One row of `stan/models.json`; `stan` is how long Stan runs unless told otherwise. */
export interface Model {
  readonly id: string;
  readonly data: string;
  readonly derive?: "side-taking";
  readonly formula: string;
  readonly equations: readonly string[];
  /** Gaussian unless said otherwise. */
  readonly family?: "bernoulli";
  readonly priors: readonly Prior[];
  readonly treatment?: string;
  readonly by?: readonly string[];
  readonly stan: Lengths;
  /** Our NUTS's target acceptance where another than Stan's 0.8 serves the model better. */
  readonly target?: number;
}

/** The models named in `ids`, in the table's order, or all of them. Throws on an unknown name. */
export function readModels(ids?: readonly string[]): Model[] {
  const models = JSON.parse(
    readFileSync(new URL("stan/models.json", import.meta.url), "utf8")
  ) as Model[];
  const known = models.map((model) => model.id);
  const unknown = ids?.find((id) => !known.includes(id));
  if (unknown !== undefined) fail(`unknown model: ${unknown}; use one of ${known.join(", ")}`);
  return models.filter((model) => ids?.includes(model.id) ?? true);
}

/** A prior in our language: `b_lambda: normal(0, 1)`, `b[Intercept]: normal(0, 1)`. */
export function priorText({prior, class: name, coef, group, nlpar}: Prior): string {
  const equation = nlpar === undefined ? "" : `_${nlpar}`;
  const target = coef ?? group;
  return `${name}${equation}${target === undefined ? "" : `[${target}]`}: ${prior}`;
}

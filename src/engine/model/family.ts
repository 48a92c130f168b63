// The distributions that an outcome may have.
import {error} from "../error.js";
import {suggestion} from "../nearest.js";

const families = ["gaussian", "bernoulli"] as const;

/** Normal around the linear predictor, or 0 and 1 with the predictor as log-odds. */
export type OutcomeFamily = (typeof families)[number];

/** The family of that name; raises an InputError, with the nearest name, when there is none. */
export function parseFamily(name: string): OutcomeFamily {
  return (
    families.find((family) => family === name) ??
    error(`unsupported family: ${name}; ${suggestion(name, families)}`)
  );
}

// Whether data and priors determine a model's coefficients, before any chain runs.
import {error} from "./error.js";
import {isDetermined} from "./exact/determined.js";
import type {Model} from "./model/model.js";
import {populationName} from "./model/names.js";

/**
 * Raises an InputError that names the first coefficient with a flat prior whose column is constant
 * or depends on the columns of flat coefficients before it: its posterior is improper, and draws of
 * it would be noise.
 */
export function refuseUndetermined({design, cells, priors}: Model): void {
  const flat = priors.population.map(({family}) => family === "flat");
  const isFine = (last: number): boolean =>
    isDetermined(
      cells,
      Float64Array.from(flat, (own, j) => (own && j <= last ? 0 : 1))
    );
  if (isFine(cells.p)) return;
  const wrong = flat.findIndex((_, j) => !isFine(j));
  const name = populationName(design.coefficients[wrong]);
  error(
    `invalid posterior: ${name} is not determined, its column is constant or collinear with others and its prior flat; drop the term or give class b a proper prior such as normal(0, 1)`
  );
}

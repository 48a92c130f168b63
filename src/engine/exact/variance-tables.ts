// Tables of the variances' density, and of heavy tails' weights, from which chains propose.
import {error} from "../error.js";
import {log} from "../math/elementary.js";
import type {GaussianModel} from "../posterior/gaussian.js";
import type {DensityTable} from "./density-table.js";
import {MarginalModel} from "./marginal-model.js";
import type {OneFactor} from "./one-factor.js";
import {OneFactorMarginal} from "./one-factor-marginal.js";
import {spreadOf} from "./residual-scale.js";
import {tabulate} from "./tabulate.js";

/** Nothing of a table depends on the chain; those that run in one thread share it. */
const known = new WeakMap<GaussianModel, readonly DensityTable[]>();

/**
 * The variances' table, then one for each heavy tail's weight given the others at their peak; made once per model.
 * Raises an InputError when the density of the variances has no integral.
 */
export function varianceTables(model: GaussianModel, data: OneFactor): readonly DensityTable[] {
  const tables = known.get(model) ?? tablesOf(model, data);
  known.set(model, tables);
  return tables;
}

function tablesOf(model: GaussianModel, data: OneFactor): DensityTable[] {
  const marginal = new OneFactorMarginal(data, model.cells.terms);
  const joint = new MarginalModel(model, marginal, "log");
  const {variances, dim} = joint.coordinates;
  const point = new Float64Array(dim);
  const spread = spreadOf(model);
  point.fill(spread > 0 ? log(spread / 2) : 0, 0, variances);
  const tableOf = (from: number, count: number): DensityTable => {
    const own = tabulate(
      (numbers) => {
        point.set(numbers, from);
        return joint.logDensity(point);
      },
      point.slice(from, from + count)
    );
    if (!own)
      return error(
        "invalid posterior: the density of the scales has no integral; give class sd and sigma proper priors such as normal(0, 1)"
      );
    point.set(own.mode, from);
    return own.table;
  };
  const first = variances > 0 ? [tableOf(0, variances)] : [];
  return [...first, ...Array.from({length: dim - variances}, (_, t) => tableOf(variances + t, 1))];
}

// `covariances.arrow`: how the classical estimates of a model's groups err together.
import type {Columns} from "../../engine/index.js";
import type {FittedModel} from "../study.js";
import {shownGroups} from "./effects-table.js";
import {leastSquaresOf} from "./least-squares.js";

/**
 * A column per group of every model with a saturated rung, `<model>:<group>`: the covariances of its
 * least-squares effect with those of the model's groups, in the order of the other tables and with
 * the errors of the rung; NaN below a model's last group and where an effect is not estimable.
 */
export function covariancesTable(fitted: readonly FittedModel[], data: Columns): Columns {
  const columns = fitted.flatMap((one) => {
    const {joint} = leastSquaresOf(one, data);
    if (!joint) return [];
    const {keys, covariances} = joint;
    const at = shownGroups(one).map(({group}) => keys.indexOf(group.key));
    return at.map((row, g) => ({
      name: `${one.model.id}:${shownGroups(one)[g].group.key}`,
      values: at.map((column) => covariances[row * keys.length + column])
    }));
  });
  const length = Math.max(0, ...columns.map(({values}) => values.length));
  return Object.fromEntries(
    columns.map(({name, values}) => [name, Float64Array.from({length}, (_, i) => values[i] ?? NaN)])
  );
}

// `covariances.arrow`: how the classical estimates of a model's groups err together.
import {olsCovariances, type Columns} from "../../engine/index.js";
import {columnsKey} from "../keep/remember.js";
import type {FittedModel} from "../study.js";
import {shownGroups} from "./effects-table.js";

/**
 * A column per group of every model with a saturated rung, `<model>:<group>`: the covariances of its
 * least-squares effect with those of the model's groups, in the order of the other tables and with
 * the errors of the rung; NaN below a model's last group and where an effect is not estimable.
 */
export function covariancesTable(fitted: readonly FittedModel[], data: Columns): Columns {
  const columns = fitted.flatMap((one) => {
    const saturated = one.model.ols?.saturated;
    if (!saturated) return [];
    const {treatment, by} = one.model.spec;
    const spec = {...saturated, treatment, by};
    const {keys, covariances} = one.remember("covariances", [columnsKey(data), spec], () => {
      const found = olsCovariances(data, spec);
      return {keys: found.groups.map(({key}) => key), covariances: found.covariances};
    });
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

// The rungs of a model that are least squares: every group's effect on each, and how those of one err together.
import {olsEffects, olsJointly, type Columns} from "../../engine/index.js";
import {columnsKey} from "../keep/remember.js";
import type {FittedModel, StudyModel} from "../study.js";
import {contrastCells} from "./estimate-columns.js";
import type {Cell} from "./rows.js";

/** What least squares say of a model's groups: plain data. */
export interface LeastSquaresRungs {
  /** Columns of `effects.arrow` by group. */
  readonly cells: ReadonlyMap<string, Readonly<Record<string, Cell>>>;
  /** Of the saturated rung, the covariances of its effects in the order of `keys`; null without one. */
  readonly joint: {readonly keys: readonly string[]; readonly covariances: Float64Array} | null;
}

/** The rungs of a model on the rows of a study, each decomposed once. */
export function leastSquaresOf({model, remember}: FittedModel, data: Columns): LeastSquaresRungs {
  return remember("least squares", [columnsKey(data), model.ols, model.spec], () =>
    rungsOf(model, data)
  );
}

function rungsOf({spec: {treatment, by}, ols = {}}: StudyModel, data: Columns): LeastSquaresRungs {
  const cells = new Map<string, Record<string, Cell>>();
  let joint: LeastSquaresRungs["joint"] = null;
  for (const [rung, {formula, errors, cluster}] of Object.entries(ols)) {
    const spec = {formula, errors, cluster: cluster?.column, treatment, by};
    const both = rung === "saturated" ? olsJointly(data, spec) : null;
    const effects = both?.effects ?? olsEffects(data, spec);
    if (both) joint = {keys: effects.map(({group}) => group.key), covariances: both.covariances};
    for (const {group, contrast} of effects) {
      const own = Object.entries(contrastCells(contrast));
      const named = own.map(([name, value]) => [`${rung}.${name}`, value] as const);
      cells.set(group.key, {...cells.get(group.key), ...Object.fromEntries(named)});
    }
  }
  return {cells, joint};
}

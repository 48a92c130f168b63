// `curves.arrow`: posterior densities on even grids, from all draws.
import {densityCurve, variableIndex, variableView} from "../../engine/index.js";
import type {FittedModel} from "../study.js";
import {shownGroups} from "./effects-table.js";
import type {Cell} from "./rows.js";

// Smooth to the eye at 960 px, and small enough to load with the page.
const PARAMETER_POINTS = 101;
/** Points of the curve of a group's effect. */
export const EFFECT_POINTS = 61;

/** The curves that a study asks for: parameters by name, effects as `effect:<group>`. */
export function curvesTable(fitted: readonly FittedModel[]): Record<string, Cell>[] {
  return fitted.flatMap((one) => [...parameterCurves(one), ...effectCurves(one)]);
}

function parameterCurves({model, fit}: FittedModel): Record<string, Cell>[] {
  const {parameters, ifThere = false} = model.curves;
  const names = ifThere
    ? parameters.filter((name) => fit.draws.variables.includes(name))
    : parameters;
  return names.flatMap((name) => {
    const values = variableView(fit.draws, variableIndex(fit.draws, name));
    const lower = /^(sd_|sigma)/.test(name) ? 0 : undefined;
    return curve(model.id, name, values, PARAMETER_POINTS, lower);
  });
}

function effectCurves(one: FittedModel): Record<string, Cell>[] {
  const {model, fit} = one;
  const {draws} = fit.effects;
  if (!model.curves.effects || !draws) return [];
  return shownGroups(one).flatMap(({group, index}) =>
    curve(model.id, `effect:${group.key}`, variableView(draws, index), EFFECT_POINTS)
  );
}

/** One curve as rows; none when the draws do not vary, since they have no density then. */
export function curve(
  model: string,
  variable: string,
  values: Float64Array,
  points: number,
  lower?: number,
  upper?: number
): Record<string, Cell>[] {
  const {x, density} = densityCurve(values, {points, lower, upper});
  if (Number.isNaN(density[0])) return [];
  return Array.from(x, (at, i) => ({model, variable, x: at, density: density[i]}));
}

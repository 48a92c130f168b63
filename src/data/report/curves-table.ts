// `curves.arrow`: posterior densities on even grids, from all draws.
import {densityCurve, variableIndex, variableView} from "../../engine/index.js";
import type {FittedModel} from "../study.js";
import {shownGroups} from "./effects-table.js";
import type {Cell} from "./rows.js";

// Smooth to the eye at 960 px, and small enough to load with the page.
const PARAMETER_POINTS = 101;
/** Points of the curve of a group's effect. */
export const EFFECT_POINTS = 61;

/** A curve on an even grid, as numbers that are kept. */
interface Grid {
  readonly variable: string;
  readonly x: Float64Array;
  readonly density: Float64Array;
}

/** The curves that a study asks for: parameters by name, effects as `effect:<group>`. */
export function curvesTable(fitted: readonly FittedModel[]): Record<string, Cell>[] {
  return fitted.flatMap((one) => {
    const {id, curves, onlyArm} = one.model;
    const grids = one.remember("curves", [curves, onlyArm ?? null], () => [
      ...parameterGrids(one),
      ...effectGrids(one)
    ]);
    return grids.flatMap((grid) => rowsOf(id, grid));
  });
}

function parameterGrids({model, fit}: FittedModel): Grid[] {
  const {parameters, ifThere = false} = model.curves;
  const names = ifThere
    ? parameters.filter((name) => fit.draws.variables.includes(name))
    : parameters;
  return names.map((variable) => {
    const values = variableView(fit.draws, variableIndex(fit.draws, variable));
    const lower = /^(sd_|sigma)/.test(variable) ? 0 : undefined;
    return {variable, ...densityCurve(values, {points: PARAMETER_POINTS, lower})};
  });
}

function effectGrids(one: FittedModel): Grid[] {
  const {draws} = one.fit.effects;
  if (!one.model.curves.effects || !draws) return [];
  return shownGroups(one).map(({group, index}) => ({
    variable: `effect:${group.key}`,
    ...densityCurve(variableView(draws, index), {points: EFFECT_POINTS})
  }));
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
  return rowsOf(model, {variable, ...densityCurve(values, {points, lower, upper})});
}

function rowsOf(model: string, {variable, x, density}: Grid): Record<string, Cell>[] {
  if (Number.isNaN(density[0])) return [];
  return Array.from(x, (at, i) => ({model, variable, x: at, density: density[i]}));
}

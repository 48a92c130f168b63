// Every variable of some draws in one row each.
import {variableView} from "../draws/draws.js";
import type {Draws} from "../types.js";
import {summarize, type Summary} from "./summarize.js";

/** A parameter and its posterior. */
export interface ParameterSummary extends Summary {
  readonly variable: string;
}

/** The summaries of all variables, in their order. */
export function summarizeDraws(draws: Draws): ParameterSummary[] {
  const {variables, chains, iterations} = draws;
  return variables.map((variable, v) => ({
    variable,
    ...summarize(variableView(draws, v), chains, iterations)
  }));
}

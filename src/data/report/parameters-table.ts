// `parameters.arrow` and `diagnostics.arrow`: what was estimated, and how sampling went.
import {energyBfmi, type Columns} from "../../engine/index.js";
import type {FittedModel} from "../study.js";
import {columnsOf} from "./rows.js";

/** One row per parameter and model, levels' coefficients left out: they make up the effects. */
export function parametersTable(fitted: readonly FittedModel[]): Columns {
  return columnsOf(
    fitted.flatMap(({model, fit}) =>
      fit.parameters
        .filter(({variable}) => !variable.startsWith("r_"))
        .map(({variable, ...summary}) => ({
          model: model.id,
          variable,
          label: model.words?.[variable] ?? variable,
          class: classOf(
            variable,
            fit.model.design.formula.equations.map((e) => e.name)
          ),
          ...summary
        }))
    )
  );
}

function classOf(variable: string, equations: readonly string[]): string {
  const [kind] = variable.split("_");
  // brms writes b_lambda_x, but sd_group__lambda_x; of lambda and lambda_2 the longer one counts.
  const isOf = (name: string): boolean =>
    kind === "b" ? variable.startsWith(`b_${name}_`) : variable.includes(`__${name}_`);
  const equation = equations
    .filter((name) => name !== "" && isOf(name))
    .sort((a, b) => b.length - a.length)
    .at(0);
  return equation === undefined ? kind : `${kind}_${equation}`;
}

/** One row per chain and model. */
export function diagnosticsTable(fitted: readonly FittedModel[]): Columns {
  return columnsOf(
    fitted.flatMap(({model, fit}) =>
      fit.chains.map((chain, k) => ({
        model: model.id,
        chain: k + 1,
        divergences: chain.divergent.reduce((a, b) => a + b, 0),
        treedepth_hits: chain.treeDepth.filter((d) => d >= fit.options.maxTreeDepth).length,
        ebfmi: energyBfmi(chain.energy, 1, fit.options.draws)[0],
        step_size: chain.stepSize,
        acceptance: chain.acceptance,
        leapfrogs: chain.leapfrogs
      }))
    )
  );
}

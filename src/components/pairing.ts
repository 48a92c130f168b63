// The same coefficient under the published and the corrected model, brought together.
import type {CoefficientPair} from "./coefficient-change.js";
import type {Slab} from "./half-eye-labels.js";
import type {Curve, ParameterRow} from "./types.js";

/** Which models to pair, and which of their coefficients. */
export interface PairOptions {
  readonly published: string;
  readonly corrected: string;
  readonly keep: (row: ParameterRow) => boolean;
}

/** A pair that remembers its models. */
export interface ModelPair extends CoefficientPair {
  readonly models: {readonly published: string; readonly corrected: string};
}

/** Coefficients that stand in both models, in the published model's order. */
export function pairUp(
  parameters: readonly ParameterRow[],
  {published, corrected, keep}: PairOptions
): ModelPair[] {
  const after = new Map(
    parameters.filter(({model}) => model === corrected).map((row) => [row.variable, row])
  );
  return parameters
    .filter((row) => row.model === published && keep(row))
    .flatMap((row) => {
      const other = after.get(row.variable);
      if (!other) return [];
      return [
        {
          key: row.variable,
          label: row.label,
          published: row,
          corrected: other,
          models: {published, corrected}
        }
      ];
    });
}

/** Two slabs per pair, with their densities where the report has them. */
export function toSlabs(pairs: readonly ModelPair[], curves: readonly Curve[]): Slab[] {
  const curveOf = new Map(curves.map((curve) => [`${curve.model} ${curve.variable}`, curve]));
  return pairs.flatMap(({key, label, models, ...estimates}) =>
    (["published", "corrected"] as const).map((series) => {
      const curve = curveOf.get(`${models[series]} ${key}`);
      return {key, label, series, estimate: estimates[series], ...(curve && {curve})};
    })
  );
}

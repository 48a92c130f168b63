// `convergence.arrow`: every number that was judged, the worst of each model first.
import {limits, type Columns, type Fit} from "../../engine/index.js";
import type {FittedModel, StudyDefinition} from "../study.js";
import {parameterWords} from "./parameter-words.js";
import {columnsOf} from "./rows.js";
import {groupLevels} from "./shared-levels.js";

/** A parameter or a group's effect with its diagnostics. */
export interface JudgedRow {
  readonly variable: string;
  /** In words. */
  readonly label: string;
  readonly kind: "parameter" | "level" | "effect";
  readonly mean: number;
  readonly rhat: number;
  readonly ess_bulk: number;
  readonly ess_tail: number;
  /** Monte Carlo error of the mean over the posterior sd. */
  readonly error: number;
  /** The diagnostics that miss their limit, in words; empty when none does. */
  readonly missed: string;
  /** How near the nearest limit is: 1 at a limit, less within. */
  readonly strain: number;
}

/** The rows of one model, the most strained first; effects are named `effect:<group>`. */
export function judgedRows(study: StudyDefinition, one: FittedModel): JudgedRow[] {
  const {fit} = one;
  const words = parameterWords(study, one);
  const parameters = fit.parameters.map((row, v) =>
    judged(row, row.variable, words[v], row.variable.startsWith("r_") ? "level" : "parameter")
  );
  const effects = fit.effects.groups.map((row) => {
    const shared = groupLevels(study, one, row);
    const group = shared ? study.describe(shared) : row.key;
    return judged(row, `effect:${row.key}`, `Effect in the group: ${group}`, "effect");
  });
  return [...parameters, ...effects].sort((a, b) => b.strain - a.strain);
}

/** All models' rows as columns. */
export function convergenceTable(study: StudyDefinition, fitted: readonly FittedModel[]): Columns {
  return columnsOf(
    fitted.flatMap((one) =>
      judgedRows(study, one).map(({mean: _, ...row}) => ({
        model: one.model.id,
        ...row,
        // What is read, not what is computed with: few digits are few bytes.
        rhat: Number(row.rhat.toFixed(4)),
        ess_bulk: Math.round(row.ess_bulk),
        ess_tail: Math.round(row.ess_tail),
        error: Number(row.error.toFixed(4)),
        strain: Number(row.strain.toFixed(4))
      }))
    )
  );
}

type Summary = Fit["parameters"][number] | Fit["effects"]["groups"][number];

function judged(row: Summary, variable: string, label: string, kind: JudgedRow["kind"]): JudgedRow {
  const {mean, sd, mcse_mean, rhat, ess_bulk, ess_tail} = row;
  const missed = [
    !(rhat <= limits.rhat) && "R-hat",
    !(ess_bulk >= limits.ess) && "bulk size",
    !(ess_tail >= limits.ess) && "tail size"
  ].filter((name) => name !== false);
  const strains = [(rhat - 1) / (limits.rhat - 1), limits.ess / ess_bulk, limits.ess / ess_tail];
  return {
    ...{variable, label, kind, mean, rhat, ess_bulk, ess_tail},
    error: mcse_mean / sd,
    missed: missed.join(", "),
    strain: strains.some(Number.isNaN) ? Infinity : Math.max(...strains)
  };
}

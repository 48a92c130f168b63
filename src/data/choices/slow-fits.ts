// Which fits of a model are too many seconds' work for a map of choices.
import type {LiveCard} from "../../live/live-card.js";
import type {FittedModel} from "../study.js";
import type {GridModel} from "./grid.js";

/** With more levels of a factor beside its groups a model takes minutes to sample. */
const MANY = 100;

/** A model as far as the time that its fits take is concerned. */
export interface Timed {
  readonly one: {
    readonly model: Pick<FittedModel["model"], "sampler">;
    readonly fit: Pick<FittedModel["fit"], "method"> & {
      readonly model: {
        readonly design: {
          readonly terms: readonly {
            readonly factors: readonly string[];
            readonly levels: readonly string[];
          }[];
        };
      };
    };
  };
  readonly card: Pick<LiveCard, "groups">;
}

/** The group terms of other factors than the model's groups are made of. */
export function termsBeside({
  one,
  card: {groups}
}: Timed): Timed["one"]["fit"]["model"]["design"]["terms"] {
  const own = new Set([...groups.modifiers, groups.column]);
  return one.fit.model.design.terms.filter(({factors}) => factors.some((name) => !own.has(name)));
}

/** The fits that take too long: those that NUTS makes as the study asks, or of hundreds of levels. */
export function slowFits(timed: Timed): GridModel["slow"] {
  const {model, fit} = timed.one;
  if (model.sampler?.method === "nuts") return "all";
  if (!termsBeside(timed).some(({levels}) => levels.length > MANY)) return undefined;
  return fit.method === "nuts" ? "all" : "other likelihoods";
}

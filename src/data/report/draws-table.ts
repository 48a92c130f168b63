// `draws.arrow`: a thinned sample of every group's effect, for readers who want their own summary.
import {variableView, type Columns} from "../../engine/index.js";
import type {FittedModel} from "../study.js";
import {shownGroups} from "./effects-table.js";

// 1,000 draws in all: a Monte Carlo error of the mean of 3 % of the posterior sd.
const PER_CHAIN = 250;

/**
 * Columns `.chain`, `.iteration` (of those kept, from 1) and one per group, `<model>:<group>`: draws
 * evenly spaced over each chain, 250 of it or all that the shortest chain has. A model with fewer
 * chains than another is missing in the rest. Summaries in the other tables come from all draws.
 */
export function drawsTable(fitted: readonly FittedModel[]): Columns {
  const chains = Math.max(...fitted.map(({fit}) => fit.options.chains));
  const kept = Math.min(PER_CHAIN, ...fitted.map(({fit}) => fit.options.draws));
  const chainOf = (i: number): number => Math.floor(i / kept);
  const along = (of: (i: number) => number): Float64Array =>
    Float64Array.from({length: chains * kept}, (_, i) => of(i));
  const columns: Record<string, Float64Array> = {
    ".chain": along((i) => 1 + chainOf(i)),
    ".iteration": along((i) => 1 + (i % kept))
  };
  for (const one of fitted) {
    const {draws} = one.fit.effects;
    if (!draws) continue;
    const step = draws.iterations / kept;
    for (const {group, index} of shownGroups(one)) {
      const values = variableView(draws, index);
      columns[`${one.model.id}:${group.key}`] = along((i) =>
        chainOf(i) < draws.chains
          ? values[chainOf(i) * draws.iterations + Math.floor((i % kept) * step)]
          : NaN
      );
    }
  }
  return columns;
}

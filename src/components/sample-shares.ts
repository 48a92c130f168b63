// The table of shares with which a study's page begins: those of its sample.
import {sampleShares} from "./population.js";
import {SharesTable} from "./shares-table.js";
import type {EffectRow, Modifier} from "./types.js";

/** The editable shares of each modifier's levels among the rows of the groups. */
export function SampleShares(
  modifiers: readonly Modifier[],
  groups: readonly EffectRow[]
): SharesTable {
  const margins = modifiers.map((modifier) => ({modifier, shares: sampleShares(modifier, groups)}));
  return SharesTable([{title: "Rows of the sample", margins}]);
}

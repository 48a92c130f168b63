// Units that rows belong to, as a study declares them: how many, how large; and those that were left out of it.
import {error} from "../../engine/error.js";
import type {Column, Columns} from "../../engine/index.js";
import {suggestion} from "../../engine/index.js";
import type {DeclaredCluster} from "../define/declaration.js";
import {isMissing} from "../table.js";
import type {ColumnProfile} from "./column-profile.js";
import {refusal} from "./refusal.js";
import type {Roles} from "./roles.js";
import {assignedUnits, type UnitColumn} from "./units.js";

/**
 * The columns of units, by the file's names, as they are declared: those first that seem to have been assigned as wholes,
 * for by the first of them least squares cluster errors.
 * Raises an InputError on a name that is no column's, and on a column whose values are no units of several rows.
 */
export function declareClusters(
  names: readonly string[],
  profiles: readonly ColumnProfile[],
  columns: Columns,
  treatment: string
): Record<string, DeclaredCluster> {
  const all = profiles.map(({name}) => name);
  const assigned =
    names.length < 2
      ? []
      : assignedUnits(profiles, columns, treatment).map(({profile}) => profile.name);
  const first = assigned.filter((name) => names.includes(name));
  return Object.fromEntries(
    [...new Set([...first, ...names])].map((name) => {
      const profile = profiles.find((one) => one.name === name);
      if (!profile) return error(`unknown column: ${name}; ${suggestion(name, all)}`);
      return [name, declareCluster(checkCluster(profile), columns[name])] as const;
    })
  );
}

function declareCluster({label}: ColumnProfile, column: Column): DeclaredCluster {
  return {label, ...countUnits(column)};
}

/** How many units a column names, and the rows of the smallest and of the largest; rows without a value belong to none. */
export function countUnits(column: Column): Pick<DeclaredCluster, "count" | "rows"> {
  const sizes = new Map<string, number>();
  for (const value of column) {
    if (isMissing(value)) continue;
    sizes.set(String(value), (sizes.get(String(value)) ?? 0) + 1);
  }
  // Not by spreading, which a column of very many units would not survive.
  let [smallest, largest] = [Infinity, 0];
  for (const size of sizes.values()) {
    smallest = Math.min(smallest, size);
    largest = Math.max(largest, size);
  }
  return {count: sizes.size, rows: [smallest, largest]};
}

function checkCluster(profile: ColumnProfile): ColumnProfile {
  const {name, kind, rows, missing, distinct} = profile;
  if (kind === "empty" || kind === "constant" || distinct >= rows - missing)
    error(
      `invalid cluster: ${name} ${refusal(profile) ?? "has one row for each value"}; name a column of units with several rows each`
    );
  return profile;
}

/**
 * Units that seem to have been assigned as wholes and are no cluster, as they are declared for the report to say so;
 * none where a cluster or a modifier is as coarse, or there are no such units.
 */
export function unclustered(
  profiles: readonly ColumnProfile[],
  columns: Columns,
  {treatment, modifiers, clusters = []}: Roles
): Record<string, DeclaredCluster> {
  const found = assignedUnits(profiles, columns, treatment);
  const [unit] = found;
  const own = new Set([...clusters, ...modifiers]);
  const isSeen = ({profile, count}: UnitColumn): boolean =>
    own.has(profile.name) && count <= unit.count;
  if (found.length === 0 || found.some(isSeen)) return {};
  const {profile} = unit;
  return {[profile.name]: declareCluster(profile, columns[profile.name])};
}

// Units that rows belong to: how many, how large, and whether each was assigned as a whole.
import {error} from "../../engine/error.js";
import type {Column, Columns} from "../../engine/index.js";
import {suggestion} from "../../engine/index.js";
import type {DeclaredCluster} from "../define/declaration.js";
import {listed} from "../define/words.js";
import {isMissing} from "../table.js";
import type {ColumnProfile} from "./column-profile.js";
import {refusal} from "./roles.js";

/** Fewer units, or fewer rows in each, may share an arm by chance. */
const [FEWEST_UNITS, FEWEST_ROWS] = [6, 3];

/**
 * The columns of units, by the file's names, as they are declared.
 * Raises an InputError on a name that is no column's, and on a column whose values are no units of several rows.
 */
export function declareClusters(
  names: readonly string[],
  profiles: readonly ColumnProfile[],
  columns: Columns
): Record<string, DeclaredCluster> {
  const all = profiles.map(({name}) => name);
  return Object.fromEntries(
    names.map((name) => {
      const profile = profiles.find((one) => one.name === name);
      if (!profile) return error(`unknown column: ${name}; ${suggestion(name, all)}`);
      return [name, declareCluster(checkCluster(profile), columns[name])] as const;
    })
  );
}

function declareCluster({label}: ColumnProfile, column: Column): DeclaredCluster {
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
  return {label, count: sizes.size, rows: [smallest, largest]};
}

/** The columns whose every value has rows of one arm only, as where villages or schools were assigned. */
export function assignedTogether(
  profiles: readonly ColumnProfile[],
  columns: Columns,
  treatment: string
): ColumnProfile[] {
  const arms = columns[treatment];
  return profiles.filter(
    ({name, distinct, kind}) =>
      name !== treatment &&
      kind !== "dates" &&
      distinct >= FEWEST_UNITS &&
      sharesArm(columns[name], arms)
  );
}

function sharesArm(units: Column, arms: Column): boolean {
  const armOf = new Map<unknown, unknown>();
  let rows = 0;
  for (let i = 0; i < units.length; ++i) {
    const [unit, arm] = [units[i], arms[i]];
    if (isMissing(unit) || isMissing(arm)) continue;
    rows += 1;
    if (!armOf.has(unit)) armOf.set(unit, arm);
    else if (armOf.get(unit) !== arm) return false;
  }
  return armOf.size >= FEWEST_UNITS && rows >= FEWEST_ROWS * armOf.size;
}

function checkCluster(profile: ColumnProfile): ColumnProfile {
  const {name, kind, rows, missing, distinct} = profile;
  if (kind === "empty" || kind === "constant" || distinct >= rows - missing)
    error(
      `invalid cluster: ${name} ${refusal(profile) ?? "has one row for each value"}; name a column of units with several rows each`
    );
  return profile;
}

/** What to do where whole units have one arm, though the model takes rows as independent. */
export function clusterReason(
  profiles: readonly ColumnProfile[],
  columns: Columns,
  treatment: string
): string[] {
  const names = assignedTogether(profiles, columns, treatment).map(({name}) => name);
  if (names.length === 0) return [];
  const which = names.length === 1 ? "column" : "columns";
  return [
    `All rows of one value have the same arm in the ${which} ${listed(names)}, as where whole units were assigned: intervals are too narrow until the units are named (--clusters ${names[0]}, or clusters in the declaration).`
  ];
}

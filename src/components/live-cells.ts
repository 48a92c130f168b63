// Reads the cells of a study, `cells-<name>.arrow`, back into what a live fit is made from.
import {tableFromIPC} from "../vendor/arrow.js";
import type {LiveCells} from "./live-types.js";

/** The cells of a name, read once, however often they are asked for. */
export function readOnce(
  load: (name: string) => Promise<ArrayBuffer>
): (name: string) => Promise<LiveCells> {
  const known = new Map<string, Promise<LiveCells>>();
  return (name) => {
    const cells = known.get(name) ?? load(name).then(readCells);
    known.set(name, cells);
    cells.catch(() => known.delete(name));
    return cells;
  };
}

/**
 * The cells: constant columns and means by name, counts, and products about the means in the order of
 * `averaged`. Throws when the bytes are no such table.
 */
export function readCells(bytes: ArrayBuffer): LiveCells {
  const table = tableFromIPC(new Uint8Array(bytes));
  const notes = table.schema.metadata as ReadonlyMap<string, string> | null;
  const [averaged, outcome] = ["averaged", "outcome"].map((name) => notes?.get(name));
  if (averaged === undefined || outcome === undefined)
    throw new Error(
      "invalid cells: the table does not say what was averaged; build the site again"
    );
  const names = JSON.parse(averaged) as string[];
  const column = (name: string): Float64Array | (string | null)[] => {
    const values = table.getChild(name).toArray() as ArrayLike<number | string | null>;
    return values instanceof Float64Array ? values : (Array.from(values) as (string | null)[]);
  };
  const numbers = (name: string): Float64Array => column(name) as Float64Array;
  const counts = numbers("n");
  const cells = counts.length;
  const products = new Float64Array((cells * (names.length * (names.length + 1))) / 2);
  let at = 0;
  names.forEach((a, j) => {
    for (const b of names.slice(0, j + 1)) {
      products.set(numbers(`product.${a}.${b}`), at);
      at += cells;
    }
  });
  const fixed = (table.names as readonly string[]).filter(
    (name) => name !== "n" && !/^(?:mean|product)\./u.test(name)
  );
  return {
    columns: Object.fromEntries([
      ...fixed.map((name) => [name, column(name)] as const),
      ...names.map((name) => [name, numbers(`mean.${name}`)] as const)
    ]),
    counts,
    averaged: names,
    products,
    outcome: JSON.parse(outcome) as LiveCells["outcome"]
  };
}

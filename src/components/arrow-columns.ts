// Takes the columns of an Arrow table as typed accessors, decoded once a column.
import {tableFromIPC} from "../vendor/arrow.js";
import type {Estimate, Width} from "./types.js";

/** The value of one column at a row. */
export type Cell<T> = (row: number) => T;

/** The columns of a table, decoded as they are asked for. */
export interface OpenTable {
  readonly rows: number;
  /** A column's values, or null when the table has no such column. */
  readonly columns: (name: string) => ArrayLike<unknown> | null;
  /** Texts; empty where missing. */
  readonly text: (name: string) => Cell<string>;
  /** Numbers; NaN where missing. */
  readonly number: (name: string) => Cell<number>;
}

/** Opens the bytes of an Arrow IPC stream or file. */
export function openTable(bytes: ArrayBuffer): OpenTable {
  const table = tableFromIPC(new Uint8Array(bytes));
  const names = new Set<unknown>(table.names);
  const columns = (name: string): ArrayLike<unknown> | null =>
    names.has(name) ? (table.getChild(name).toArray() as ArrayLike<unknown>) : null;
  return {
    rows: table.numRows,
    columns,
    text: (name) => {
      const values = columns(name);
      return (row) => {
        const value = values?.[row];
        return typeof value === "string" ? value : "";
      };
    },
    number: (name) => {
      const values = columns(name);
      return (row) => {
        const value = values?.[row];
        return typeof value === "number" ? value : NaN;
      };
    }
  };
}

/** Where an estimate's parts are kept. */
export interface EstimateColumns {
  readonly median: string;
  readonly mean: string;
  readonly sd: string;
  readonly lower: Readonly<Record<Width, string>>;
  readonly upper: Readonly<Record<Width, string>>;
}

/** The columns of one rung of `effects.arrow`: `partial.median`, `partial.lower50` … */
export function effectColumns(rung: string): EstimateColumns {
  const limits = (side: string): Record<Width, string> => ({
    50: `${rung}.${side}50`,
    80: `${rung}.${side}80`,
    90: `${rung}.${side}90`,
    95: `${rung}.${side}95`
  });
  return {
    median: `${rung}.median`,
    mean: `${rung}.mean`,
    sd: `${rung}.sd`,
    lower: limits("lower"),
    upper: limits("upper")
  };
}

/** The columns of `parameters.arrow`, which names limits by their quantile. */
export const quantileColumns: EstimateColumns = {
  median: "q50",
  mean: "mean",
  sd: "sd",
  lower: {50: "q25", 80: "q10", 90: "q5", 95: "q2.5"},
  upper: {50: "q75", 80: "q90", 90: "q95", 95: "q97.5"}
};

/** Reads an estimate at a row. */
export function estimates(number: OpenTable["number"], names: EstimateColumns): Cell<Estimate> {
  const [median, mean, sd] = [number(names.median), number(names.mean), number(names.sd)];
  const limits = (side: Readonly<Record<Width, string>>): Cell<Record<Width, number>> => {
    const [c50, c80, c90, c95] = [
      number(side[50]),
      number(side[80]),
      number(side[90]),
      number(side[95])
    ];
    return (row) => ({50: c50(row), 80: c80(row), 90: c90(row), 95: c95(row)});
  };
  const [lower, upper] = [limits(names.lower), limits(names.upper)];
  return (row) => ({
    median: median(row),
    mean: mean(row),
    sd: sd(row),
    lower: lower(row),
    upper: upper(row)
  });
}

/** Numbers as a Float32Array, without a copy where they are one. */
export function floats(values: ArrayLike<unknown> | null): Float32Array {
  return values instanceof Float32Array ? values : Float32Array.from((values ?? []) as number[]);
}

// What brms made of tests/fixtures/design.
import type {Columns} from "../../../src/engine/types.js";
import {readFixture} from "../../assert.js";

interface Fixture {
  data: Record<string, number[] | string[]>;
  formulas: {formula: string; names: string | string[]; columns: number[][]}[];
  groups: {formula: string; sd: string | string[]; cor: string[]}[];
  defaults: {y: number[]; intercept: string; scale: string}[];
}

const {data, ...rest} = readFixture("design") as Fixture;

/** R writes a vector of one as that one. */
const many = (names: string | string[]) => (typeof names === "string" ? [names] : names);

export const columns: Columns = Object.fromEntries(
  Object.entries(data).map(([name, values]) => [
    name,
    values.every((value) => typeof value === "number") ? Float64Array.from(values) : values
  ])
);

export const matrices = rest.formulas.map((matrix) => ({...matrix, names: many(matrix.names)}));
export const groups = rest.groups.map((group) => ({...group, sd: many(group.sd)}));
export const {defaults} = rest;

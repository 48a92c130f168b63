import {describe, expect, it} from "vitest";
import {dictionary, type WrittenTable} from "../../../src/data/report/dictionary.js";
import type {StudyDefinition} from "../../../src/data/study.js";
import {tinyStudy} from "./tiny-study.js";

const study = {
  ...tinyStudy,
  tableWords: {
    own: {
      each: "one row for every cell",
      columns: {tie: "The tie"},
      estimates: {seen: {of: "Mean that was seen", by: "posterior"}}
    }
  }
} as unknown as StudyDefinition;

const two = Float64Array.of(1, 2);
const one = (name: string, columns: WrittenTable["columns"], types: WrittenTable["types"] = {}) =>
  dictionary(study, [{name, columns, types}])[0];
const [modifier] = Object.keys(study.modifiers);
const {id, title} = study.models[0];

describe("dictionary", () => {
  it("says what a row is, how many there are, and what each column holds and is", () => {
    expect(one("effects", {model: ["a", "b"], n: two, rhat: two}, {n: "int32"})).toEqual({
      name: "effects",
      rows: 2,
      each: "one row for every group under every model",
      columns: [
        {name: "model", kind: "text", meaning: "The model, by its name in the report", count: 1},
        {name: "n", kind: "whole number", meaning: "Rows of the data in the group", count: 1},
        {
          name: "rhat",
          kind: "number",
          meaning: "Rank-normalised split R-hat; above 1.01 the draws are not to be trusted",
          count: 1
        }
      ]
    });
  });

  it("calls a modifier by the study's words and an estimate by whose it is", () => {
    const {columns} = one("effects", {[modifier]: ["a"], "additive.lower95": two});
    expect(columns[0].meaning).toContain(study.modifiers[modifier].label);
    expect(columns[1].meaning).toBe(
      "Effect by OLS with one interaction per modifier, in units of the outcome: lower limit of the 95% t interval"
    );
  });

  it("takes a study's own tables in its own words", () => {
    const {each, columns} = one("own", {tie: ["a"], "seen.mean": two});
    expect(each).toBe("one row for every cell");
    expect(columns.map(({meaning}) => meaning)).toEqual([
      "The tie",
      "Mean that was seen: posterior mean"
    ]);
  });

  it("counts the draws of a model's groups as one column", () => {
    const {columns} = one("draws", {".chain": two, [`${id}:0_1`]: two, [`${id}:1_1`]: two});
    expect(columns.map(({name, count}) => [name, count])).toEqual([
      [".chain", 1],
      [`${id}:<group>`, 2]
    ]);
    expect(columns[1].meaning).toContain(title);
  });

  it.each([
    [{name: "cells", columns: {a: two}}, "missing words: table cells; "],
    [{name: "own", columns: {other: two}}, "missing words: column other of table own; "],
    [
      {name: "own", columns: {"seen.shape": two}},
      "missing words: column seen.shape of table own; "
    ],
    [{name: "draws", columns: {"nobody:0": two}}, "unknown model: nobody; "]
  ])("names what has no words (%#)", ({name, columns}, message) => {
    expect(() => one(name, columns as unknown as WrittenTable["columns"])).toThrow(message);
  });
});

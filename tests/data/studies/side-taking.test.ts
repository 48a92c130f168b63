import {beforeAll, describe, expect, it} from "vitest";
import type {Recoded} from "../../../src/data/recode.js";
import {sideTakingRecodes, sideTakingSource} from "../../../src/data/studies/side-taking.js";
import {isMissing, toColumns, type Value} from "../../../src/data/table.js";
import type {Columns} from "../../../src/engine/types.js";
import {hasRealData, preparedInR, recodeRealData, recodeStandIn} from "./real-data.js";

const isReal = hasRealData(sideTakingSource);

describe.runIf(isReal)("sideTakingRecodes on the REAL data", () => {
  let recoded: Recoded;
  let columns: Columns;

  beforeAll(() => {
    recoded = recodeRealData(sideTakingSource, sideTakingRecodes);
    columns = toColumns(recoded.table);
  });

  const list = (name: string) => [...(columns[name] as Iterable<Value>)];

  it("keep 468 of 1,572 respondents, and count why", () => {
    const [, complete] = recoded.records;
    expect([complete.rowsBefore, complete.rowsAfter]).toEqual([1572, 468]);
    expect(complete.counts).toMatchObject({treat_germrus: 556, w2_vote_hill: 838, ipe_support: 5});
  });

  it("make one group of all who saw no side-taking, and 278 cells of all", () => {
    expect(columns.s).toEqual(columns.treat_ipesidetaking);
    expect(list("grp").map((group) => group === "control")).toEqual(list("s").map((x) => x === 0));
    expect(new Set(list("cell")).size).toBe(278);
    expect(new Set(list("grp")).size).toBe(172);
  });

  it("mark Clinton voters who were shown Germany", () => {
    const clinton = list("w2_vote_hill");
    const both = list("treat_germrus").map((x, i) => Number(x === 1 && clinton[i] === 1));
    expect(list("clinton_germany")).toEqual(both);
  });

  it("give the rows that R and haven give, value by value", () => {
    const prepared = preparedInR("prepared-bush-prather.csv");
    expect(recoded.table.numRows()).toBe(468);
    for (const [name, values] of Object.entries(prepared ?? {})) {
      expect({name, values: columns[name]}).toEqual({name, values});
    }
  });
});

describe("sideTakingRecodes on the STAND-IN", () => {
  const {table} = recodeStandIn(sideTakingSource, sideTakingRecodes);
  const columns = toColumns(table);
  const list = (name: string) => [...(columns[name] as Iterable<Value>)];

  it(`give the columns that models and pages use (the real data are ${isReal ? "" : "NOT "}at hand)`, () => {
    const last = sideTakingRecodes.at(-1)!;
    expect(Object.keys(columns)).toEqual(last.apply(table).columnNames());
    expect(table.numRows()).toBeGreaterThan(400);
  });

  it("leave nothing missing", () => {
    for (const name of Object.keys(columns)) {
      expect(list(name).filter(isMissing)).toEqual([]);
    }
  });
});

import {beforeAll, describe, expect, it} from "vitest";
import type {Recoded} from "../../../src/data/recode.js";
import {alliancesRecodes, alliancesSource} from "../../../src/data/studies/alliances.js";
import {isMissing, toColumns, type Value} from "../../../src/data/table.js";
import type {Columns} from "../../../src/engine/types.js";
import {hasRealData, preparedInR, recodeRealData, recodeStandIn} from "./real-data.js";

const isReal = hasRealData(alliancesSource);

describe.runIf(isReal)("alliancesRecodes on the REAL data", () => {
  let recoded: Recoded;
  let columns: Columns;

  beforeAll(() => {
    recoded = recodeRealData(alliancesSource, alliancesRecodes);
    columns = toColumns(recoded.table);
  });

  it("keep all 1,200 respondents at every step", () => {
    expect(recoded.records.map(({rowsAfter}) => rowsAfter)).toEqual([1200, 1200, 1200, 1200, 1200]);
  });
  it("give the rows that R and haven give, value by value", () => {
    const prepared = preparedInR("prepared-tomz-weeks.csv");
    expect(recoded.table.numRows()).toBe(1200);
    for (const [name, values] of Object.entries(prepared ?? {})) {
      expect({name, values: columns[name]}).toEqual({name, values});
    }
  });
});

describe("alliancesRecodes on the STAND-IN", () => {
  const {table} = recodeStandIn(alliancesSource, alliancesRecodes);
  const columns = toColumns(table);
  const list = (name: string) => [...(columns[name] as Iterable<Value>)];

  it(`give the columns that models and pages use (the real data are ${isReal ? "" : "NOT "}at hand)`, () => {
    const last = alliancesRecodes.at(-1)!;
    expect(Object.keys(columns)).toEqual(last.apply(table).columnNames());
    expect(table.numRows()).toBeGreaterThan(400);
  });

  it("leave nothing missing", () => {
    for (const name of Object.keys(columns)) {
      expect(list(name).filter(isMissing)).toEqual([]);
    }
  });
});

import {table as createTable} from "arquero";
import {describe, expect, it} from "vitest";
import {runRecodes, type Recode} from "../../src/data/recode.js";
import {complete, derive, from, keep} from "../../src/data/recode-steps.js";
import {InputError} from "../../src/engine/error.js";

const raw = createTable({x: Float64Array.of(1, 2, NaN, 4)});
const steps: readonly Recode[] = [
  complete({name: "Answered", why: "Only answers count.", expect: {rows: 3}}, ["x"]),
  derive({name: "Double", why: "Twice as good."}, {y: from(["x"], (x) => 2 * x)}),
  keep({name: "Large", why: "Small ones do not matter."}, ["y"], (row) => Number(row.y) > 2)
];

describe("runRecodes(raw, recodes, {verify})", () => {
  it("applies the steps in order and leaves the raw table alone", () => {
    const {table} = runRecodes(raw, steps, {verify: true});
    expect(table.objects()).toEqual([
      {x: 2, y: 4},
      {x: 4, y: 8}
    ]);
    expect(raw.columnNames()).toEqual(["x"]);
    expect(raw.numRows()).toBe(4);
  });

  it("tells what each step did", () => {
    const {records} = runRecodes(raw, steps, {verify: true});
    expect(records.map((r) => [r.name, r.rowsBefore, r.rowsAfter])).toEqual([
      ["Answered", 4, 3],
      ["Double", 3, 3],
      ["Large", 3, 2]
    ]);
    expect(records[0].counts).toEqual({x: 1});
    expect(records[2].why).toBe("Small ones do not matter.");
  });

  it("names the step that leaves something else than expected, and what", () => {
    const more = createTable({x: Float64Array.of(1, 2, 3, 4)});
    const run = () => runRecodes(more, steps, {verify: true});
    expect(run).toThrow(InputError);
    expect(run).toThrow(
      'invalid result of recode "Answered": rows 4 where 3 are expected; check the data file and the step'
    );
  });

  it("expects nothing of a stand-in", () => {
    const more = createTable({x: Float64Array.of(1, 2, 3, 4)});
    expect(runRecodes(more, steps, {verify: false}).table.numRows()).toBe(3);
  });
});

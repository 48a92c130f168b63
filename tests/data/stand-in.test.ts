import {describe, expect, it} from "vitest";
import {unmet} from "../../src/data/expectation.js";
import {runRecodes} from "../../src/data/recode.js";
import {sources} from "../../src/data/sources.js";
import {createStandIn} from "../../src/data/stand-in.js";
import {standInPlans} from "../../src/data/stand-in-plans.js";
import {alliancesRecodes} from "../../src/data/studies/alliances.js";
import {sideTakingRecodes} from "../../src/data/studies/side-taking.js";
import {toColumns} from "../../src/data/table.js";

const ids = sources.map(({id}) => id);
const recoded = (id: string, recodes: typeof alliancesRecodes) =>
  runRecodes(createStandIn(id).table, recodes, {verify: false}).table;
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe("createStandIn(id)", () => {
  it.each(ids)("says of %s that it is simulated", (id) => {
    const {standIn, note} = createStandIn(id);
    expect(standIn).toBe(true);
    expect(note).toMatch(/^Simulated rows: /);
  });

  it.each(ids)("gives the same rows of %s each time", (id) => {
    expect(toColumns(createStandIn(id).table)).toEqual(toColumns(createStandIn(id).table));
  });

  it.each(ids)("gives %s the published number of rows by code in every column", (id) => {
    const {table} = createStandIn(id);
    const {margins, measured, rows} = standInPlans.get(id)!;
    expect(table.numRows()).toBe(rows);
    expect(table.columnNames()).toEqual(Object.keys(margins));
    for (const [name, counts] of Object.entries(margins)) {
      if (name in measured) continue;
      const listed = Object.values(counts).reduce((sum, count) => sum + count, 0);
      expect(unmet(table, {counts: {[name]: {...counts, NaN: rows - listed}}})).toEqual([]);
    }
  });

  it("refuses a source without a plan", () => {
    expect(() => createStandIn("other")).toThrow('missing stand-in: "other" has no margins');
  });

  it("lets Bush and Prather's recodes leave about as many rows, in groups that have both arms", () => {
    const table = recoded("side-taking", sideTakingRecodes);
    // 1,572 rows with independent gaps: 470 expected, standard deviation below 11.
    expect(Math.abs(table.numRows() - 470)).toBeLessThan(44);
    const arm = {arm: "treat_germrus", groups: 0};
    const sizes = Array.from(table.groupby("het_group").count().array("count") as number[]);
    expect(sizes).toHaveLength(16);
    const sized = [Math.min(...sizes), Math.max(...sizes)] as const;
    expect(sized[0]).toBeGreaterThan(10);
    expect(
      unmet(table, {groups: [{by: ["het_group"], groups: 16, sizes: sized, lacking: arm}]})
    ).toEqual([]);
  });

  it("lets Tomz and Weeks's recodes fill all scenarios, arms and kinds of respondents", () => {
    const {alliance, treat_group, het_group, respondent_group} = toColumns(
      recoded("alliances", alliancesRecodes)
    );
    const count = (keys: readonly unknown[]) => new Set(keys).size;
    expect(count(treat_group as string[])).toBe(32);
    expect(count((treat_group as string[]).map((key, i) => `${key} ${alliance[i]}`))).toBe(64);
    expect(count(het_group as string[])).toBe(24);
    expect(count(respondent_group as string[])).toBe(100);
  });

  it("puts effects into the outcomes: alliances raise support, side-taking divides voters", () => {
    const {force, alliance} = toColumns(recoded("alliances", alliancesRecodes));
    const support = (arm: number) =>
      mean(Array.from(force as Float64Array).filter((_, i) => alliance[i] === arm));
    // The standard error of the difference is .028.
    expect(support(1) - support(0)).toBeGreaterThan(0.1);

    const {ipe_support, s, w2_vote_hill, treat_germrus} = toColumns(
      recoded("side-taking", sideTakingRecodes)
    );
    const contrast = (vote: number) => {
      const arm = (germany: number) =>
        mean(
          Array.from(ipe_support as Float64Array).filter(
            (_, i) => s[i] === 1 && w2_vote_hill[i] === vote && treat_germrus[i] === germany
          )
        );
      return arm(1) - arm(0);
    };
    expect(contrast(1)).toBeGreaterThan(contrast(0));
  });
});

import {describe, expect, it} from "vitest";
import {reweight, sharesByLevel, type Margin} from "../../../src/engine/effects/reweight.js";
import {InputError} from "../../../src/engine/error.js";
import {expectClose} from "../../assert.js";

// Two characteristics crossed: groups (0,0), (0,1), (1,0), (1,1).
const sizes = [40, 10, 20, 30];
const rowCodes = [0, 0, 1, 1];
const columnCodes = [0, 1, 0, 1];
const margin = (shares: readonly number[], codes = rowCodes, name = "Row"): Margin => ({
  name,
  levels: shares.map((_, l) => `level ${l}`),
  shares,
  codes
});
const columns = (shares: readonly number[]) => margin(shares, columnCodes, "Column");
const oddsRatio = ([a, b, c, d]: ArrayLike<number> & Iterable<number>) => (a * d) / (b * c);

describe("reweight", () => {
  it("gives the sample's own shares back, and them without any margin", () => {
    const own = sizes.map((n) => n / 100);
    expectClose(reweight(sizes, []), own, {absolute: 1e-15});
    expectClose(reweight(sizes, [margin([50, 50]), columns([60, 40])]), own, {absolute: 1e-15});
  });

  it("post-stratifies to one margin in closed form: size × target / share", () => {
    const weights = reweight(sizes, [margin([0.8, 0.2])]);
    expectClose(weights, [0.64, 0.16, 0.08, 0.12], {absolute: 1e-15});
  });

  it("meets two margins and keeps the odds ratio, which determines a 2 × 2 table", () => {
    const weights = reweight(sizes, [margin([0.7, 0.3]), columns([0.45, 0.55])]);
    expectClose(sharesByLevel(weights, rowCodes, 2), [0.7, 0.3], {absolute: 1e-6});
    expectClose(sharesByLevel(weights, columnCodes, 2), [0.45, 0.55], {absolute: 1e-6});
    expectClose(oddsRatio(weights), oddsRatio(sizes), {relative: 1e-9});
  });

  it("takes shares in any unit", () => {
    const percent = reweight(sizes, [margin([70, 30])]);
    expectClose(reweight(sizes, [margin([7, 3])]), percent, {absolute: 1e-15});
  });

  it("puts all weight where a margin does", () => {
    const weights = reweight(sizes, [margin([1, 0]), columns([0, 1])]);
    expect([...weights]).toEqual([0, 1, 0, 0]);
  });

  it("does not depend on the order of groups", () => {
    const turn = [3, 1, 0, 2];
    const pick = (values: readonly number[]) => turn.map((g) => values[g]);
    const turned = reweight(pick(sizes), [
      margin([0.7, 0.3], pick(rowCodes)),
      margin([0.45, 0.55], pick(columnCodes), "Column")
    ]);
    const weights = reweight(sizes, [margin([0.7, 0.3]), columns([0.45, 0.55])]);
    expectClose(turned, pick([...weights]), {absolute: 1e-12});
  });

  it("leaves groups of nobody without weight", () => {
    const weights = reweight([40, 0, 20, 30], [margin([0.5, 0.5])]);
    expectClose(weights, [0.5, 0, 0.2, 0.3], {absolute: 1e-15});
  });

  it.each([
    {
      what: "a level without a group",
      margins: [{...margin([0.5, 0.3, 0.2]), levels: ["No", "Yes", "Other"]}],
      message: /^unsupported share: Row, Other has no group to stand for it; set its share to 0$/
    },
    {
      what: "a negative share",
      margins: [margin([1.2, -0.2])],
      message: /^invalid share: -0\.2 for Row, level 1; must be a number from 0$/
    },
    {
      what: "no number",
      margins: [margin([NaN, 1])],
      message: /^invalid share: NaN for Row, level 0; /
    },
    {
      what: "nothing at all",
      margins: [margin([0, 0])],
      message: /^invalid shares: those of Row add up to 0; give one of its levels a share$/
    }
  ])("refuses $what in a sentence", ({margins, message}) => {
    expect(() => reweight(sizes, margins)).toThrow(InputError);
    expect(() => reweight(sizes, margins)).toThrow(message);
  });

  it("says which margin the observed groups cannot meet together with the others", () => {
    // Nobody is (0, 1) or (1, 0): both margins have to be the same.
    const apart = [40, 0, 0, 30];
    expect(() => reweight(apart, [margin([0.7, 0.3]), columns([0.2, 0.8])])).toThrow(
      /^unsupported shares: no mix of the observed groups meets them all, Row, level [01] least; choose shares nearer to the sample's$/
    );
    const met = reweight(apart, [margin([0.7, 0.3]), columns([0.7, 0.3])]);
    expectClose(met, [0.7, 0, 0, 0.3], {absolute: 1e-12});
  });

  it("says so too where one margin empties what another wants", () => {
    expect(() => reweight([40, 0, 0, 30], [margin([1, 0]), columns([0.5, 0.5])])).toThrow(
      /^unsupported shares: /
    );
  });
});

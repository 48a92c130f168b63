import {beforeAll, describe, expect, it} from "vitest";
import {fit, runChainsInTurn, type Fit} from "../../src/engine/index.js";
import {fitLive} from "../../src/live/fit-live.js";
import {headlineOf} from "../../src/live/live-headline.js";
import {smallStudy} from "./small-study.js";

const {card, cells, choose} = smallStudy();
let own: Fit;

beforeAll(async () => {
  own = await fit(card.spec, cells, card.sampler, runChainsInTurn);
});

describe("headlineOf", () => {
  it("averages the groups shown by their rows, draw by draw", () => {
    const {groups, draws} = own.effects;
    const isShown = ({key}: {key: string}): boolean => key !== groups[0].key;
    const rows = groups.map((group) => (isShown(group) ? group.n : 0));
    const total = rows.reduce((sum, n) => sum + n, 0);
    const {values, chains, iterations} = draws!;
    const size = chains * iterations;
    const average = Array.from({length: size}, (_, i) =>
      rows.reduce((sum, n, g) => sum + (n / total) * values[g * size + i], 0)
    );
    const headline = headlineOf(own, null, isShown);
    expect(headline?.mean).toBeCloseTo(average.reduce((sum, x) => sum + x, 0) / size, 10);
    expect(headline?.variable).toBeNull();
    const sorted = average.toSorted((a, b) => a - b);
    expect(headline?.q50).toBeCloseTo((sorted[size / 2 - 1] + sorted[size / 2]) / 2, 10);
  });

  it("is a coefficient where one is named, and nothing where the model has no such", () => {
    const [{variable, mean}] = own.parameters;
    expect(headlineOf(own, variable, () => true)).toMatchObject({variable, mean});
    expect(headlineOf(own, "b_elsewhere", () => true)).toBeNull();
    expect(headlineOf(own, null, () => false)).toBeNull();
  });

  it("is, of an unchanged model fitted in a page, the published one to the last bit", async () => {
    const {headline} = await fitLive({card, cells, choice: choose()}, runChainsInTurn);
    expect(headline).toEqual(headlineOf(own, null, () => true));
  });
});

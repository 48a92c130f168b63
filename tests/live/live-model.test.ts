import {describe, expect, it} from "vitest";
import {createModel} from "../../src/engine/index.js";
import {liveModel} from "../../src/live/live-model.js";
import {smallStudy} from "./small-study.js";

const {card, cells, choose} = smallStudy();
const of = (change: Parameters<typeof choose>[0] = {}) => liveModel(card, cells, choose(change));

describe("liveModel", () => {
  it("is the published model when nothing is changed: the same spec, cells and sampler", () => {
    const model = of();
    expect(model.data).toBe(cells);
    expect(model.spec).toEqual(card.spec);
    expect(model.sampler).toEqual(card.sampler);
    expect(model.own).toEqual(model.published);
  });

  it("leaves out every cell of a group", () => {
    const {data, own} = of({without: ["0_1"]});
    const left = own.filter((key) => key !== "0_1");
    expect(own).toEqual(left);
    const all = cells.counts.reduce((sum, count) => sum + count, 0);
    const kept = data.counts.reduce((sum, count) => sum + count, 0);
    // 240 rows in eight groups.
    expect([all, kept]).toEqual([240, 210]);
  });

  it("knows which published groups a coarser one is made of", () => {
    const {own, published} = of({bins: {b: 2}});
    const parts = published.filter((_, cell) => own[cell] === "0_2");
    expect([...new Set(parts)]).toEqual(["0_2", "0_3"]);
  });

  it("warms up for as long as the draws are worth, and never for longer than is published", () => {
    const {sampler} = card;
    const long = {...card, sampler: {...sampler, warmup: 1000, draws: 2000}};
    const lengths = (draws: number | null) => liveModel(long, cells, choose({draws})).sampler;
    expect(lengths(1000)).toEqual({...sampler, warmup: 500, draws: 1000});
    expect(lengths(100)).toEqual({...sampler, warmup: 250, draws: 100});
    expect(lengths(2000)).toEqual(long.sampler);
    expect(lengths(4000)).toEqual({...long.sampler, draws: 4000});
    expect(of({draws: 100}).sampler.warmup).toBeLessThanOrEqual(sampler.warmup);
  });

  it("refuses a likelihood that does not suit the outcome, and one that there is not", () => {
    expect(() => of({likelihood: "bernoulli"})).toThrow(
      "unsupported likelihood: bernoulli; y is not 0 or 1 in every row"
    );
    expect(() => of({likelihood: "poisson"})).toThrow(
      "unknown likelihood: poisson; use gaussian or bernoulli"
    );
  });
});

describe("another likelihood", () => {
  const won = smallStudy("won ~ t + a + b + x + (1 + t | a*b)");
  const model = liveModel(won.card, won.cells, won.choose({likelihood: "bernoulli"}));

  it("drops what varies inside cells, and says so", () => {
    expect(model.dropped).toEqual(["x"]);
    expect(model.spec.formula).toBe("won ~ t + a + b + 1 + (1 + t | a*b)");
    expect(model.spec.family).toBe("bernoulli");
  });

  it("drops the prior on coefficients where none is left", () => {
    const bare = smallStudy("won ~ 1 + x + (1 + t | a*b)");
    expect(bare.card.spec.priors.some((text) => text.startsWith("b: "))).toBe(true);
    const {spec, data} = liveModel(bare.card, bare.cells, bare.choose({likelihood: "bernoulli"}));
    expect(spec.formula).toBe("won ~ 1 + 1 + (1 + t | a*b)");
    expect(spec.priors?.filter((text) => text.startsWith("b"))).toEqual([]);
    expect(createModel(spec, data).family).toBe("bernoulli");
  });

  it("scales priors to the other unit, and leaves those on sigma and the intercept to the engine", () => {
    const before = won.card.spec.priors.find((text) => text.startsWith("sd: "));
    const after = model.spec.priors?.find((text) => text.startsWith("sd: "));
    const scale = (text: string | undefined) => Number(/([\d.]+)\)$/.exec(text ?? "")?.[1]);
    expect(scale(after)).toBeCloseTo(4 * scale(before), 12);
    expect(model.spec.priors?.some((text) => /^(sigma|Intercept)/.test(text))).toBe(false);
  });
});

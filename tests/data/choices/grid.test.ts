import {describe, expect, it} from "vitest";
import {
  choiceGrid,
  groupingsOf,
  likelihoodsOf,
  type GridModel
} from "../../../src/data/choices/grid.js";
import {isUnchanged, likelihoods} from "../../../src/live/choices.js";
import type {LiveCard, LiveChoice} from "../../../src/live/live-card.js";
import {smallStudy} from "../../live/small-study.js";

const small = smallStudy().card;
const priors = ["b: normal(0, 1)", "sd: normal(0, 1)", "sigma: normal(0, 1)"];
const card: LiveCard = {...small, spec: {...small.spec, priors}};
const model: GridModel = {id: "trial", card, zeroOne: false, draws: 200};

/** A card as if it had other modifiers; only their names matter for a grid. */
const withModifiers = (...modifiers: string[]): LiveCard => ({
  ...card,
  groups: {...card.groups, modifiers}
});

describe("choiceGrid", () => {
  const points = choiceGrid([model], 120);

  it("crosses all groupings, scales and families where there are few of them", () => {
    // Three sets of two modifiers, five scales and three other families, five scales.
    expect(points).toHaveLength(3 * 8 * 5);
  });

  it("holds the published choice once, first and with the published draws", () => {
    expect(points.filter(({choice}) => isUnchanged(card, choice))).toEqual([points[0]]);
    expect(points[0].choice.draws).toBeNull();
  });

  it("holds no choice twice, all but the published one with fewer draws", () => {
    expect(new Set(points.map((point) => JSON.stringify(point))).size).toBe(points.length);
    expect(new Set(points.slice(1).map(({choice}) => choice.draws))).toEqual(new Set([200]));
  });

  it("never asks for more draws than were published", () => {
    const greedy = choiceGrid([{...model, draws: 1e6}], 120);
    expect(greedy[1].choice.draws).toBe(card.sampler.draws);
  });

  it.each([
    [119, 3 * 6 * 3],
    [50, 3 * 4 * 3],
    [30, 3 * (1 + 5 + 2)],
    [20, 3 * (1 + 3 + 2)],
    [10, 2 + (1 + 3 + 2)],
    [1, 2 + (1 + 3 + 2)]
  ])("takes, of at most %i fits, %i", (most, fits) => {
    expect(choiceGrid([model], most)).toHaveLength(fits);
  });

  it("changes one prior at a time where it may not cross them", () => {
    const changes = choiceGrid([model], 20).map(
      ({choice: {spread, coefficients}}) =>
        Number(spread.family !== null || spread.factor !== 1) + Number(coefficients.factor !== 1)
    );
    expect(Math.max(...changes)).toBe(1);
  });

  it("crosses models that answer one question, and counts them together", () => {
    const two = choiceGrid([model, {...model, id: "other"}], 120);
    expect(two).toHaveLength(2 * 3 * 6 * 3);
    expect(new Set(two.map((point) => point.model))).toEqual(new Set(["trial", "other"]));
  });

  it("changes the priors alone, one at a time, of a model whose fits are slow", () => {
    const points = choiceGrid([{...model, zeroOne: true, slow: "all"}], 120);
    expect(points.map(({choice: {spread, coefficients}}) => [spread, coefficients.factor])).toEqual(
      [
        [{family: null, factor: 1}, 1],
        [{family: null, factor: 0.5}, 1],
        [{family: null, factor: 2}, 1],
        [{family: null, factor: 1}, 0.5],
        [{family: null, factor: 1}, 2]
      ]
    );
    expect(new Set(points.map(({choice}) => choice.likelihood))).toEqual(new Set(["gaussian"]));
  });

  it("leaves groups out one at a time besides, where only other likelihoods are slow", () => {
    const points = choiceGrid([{...model, zeroOne: true, slow: "other likelihoods"}], 120);
    const priors = points.filter(
      ({choice}) => choice.groups.length === card.groups.modifiers.length
    );
    expect(priors).toHaveLength(5);
    expect(points).toHaveLength(
      5 + new Set(points.map(({choice}) => choice.groups.join())).size - 1
    );
    expect(points.length).toBeGreaterThan(5);
    expect(new Set(points.map(({choice}) => choice.likelihood))).toEqual(new Set(["gaussian"]));
  });

  it("crosses other likelihoods less far than the published one where that is asked", () => {
    const fits = (others: GridModel["others"]) =>
      choiceGrid([{...model, zeroOne: true, others}], 120).map(({choice}) => choice);
    const of = (likelihood: string, all: readonly LiveChoice[]) =>
      all.filter((choice) => choice.likelihood === likelihood);
    const whole = fits("none");
    for (const others of ["single changes", "alone", "none"] as const)
      expect(of("gaussian", fits(others)).length).toBeGreaterThanOrEqual(18);
    const single = of("bernoulli", fits("single changes"));
    const {modifiers} = card.groups;
    const changes = single.map(({groups, spread, coefficients}) =>
      [groups.length < modifiers.length, spread.factor !== 1 || spread.family !== null]
        .concat(coefficients.factor !== 1)
        .filter(Boolean)
    );
    expect(changes.filter(({length}) => length === 0)).toHaveLength(1);
    expect(Math.max(...changes.map(({length}) => length))).toBe(1);
    expect(single.length).toBeGreaterThan(5);
    const alone = of("bernoulli", fits("alone"));
    expect(alone.map(({groups, spread, coefficients}) => [groups, spread, coefficients])).toEqual([
      [modifiers, {family: null, factor: 1}, {factor: 1}]
    ]);
    expect(of("bernoulli", whole)).toEqual([]);
  });

  it("leaves priors alone that have no scale", () => {
    const flat = {...card, spec: {...card.spec, priors: ["b: flat", "sd: flat"]}};
    expect(choiceGrid([{...model, card: flat}], 120)).toHaveLength(3);
  });

  it("takes every registered likelihood that suits an outcome of 0 and 1, with twice the draws", () => {
    const both = choiceGrid([{...model, zeroOne: true, draws: 100}], 120);
    expect(new Set(both.map(({choice}) => choice.likelihood))).toEqual(
      new Set(Object.keys(likelihoods))
    );
    const others = both.filter(({choice}) => choice.likelihood !== "gaussian");
    expect(new Set(others.map(({choice}) => choice.draws))).toEqual(new Set([200]));
  });
});

describe("groupingsOf", () => {
  it("are all sets of up to three modifiers, the whole first", () => {
    const sets = groupingsOf(["a", "b", "c"]);
    expect(sets).toHaveLength(7);
    expect(sets[0]).toEqual(["a", "b", "c"]);
    expect(sets.map(({length}) => length)).toEqual([3, 2, 2, 2, 1, 1, 1]);
    expect(groupingsOf(["a"])).toEqual([["a"]]);
  });

  it("leave each one of more out", () => {
    expect(groupingsOf(["a", "b", "c", "d"])).toEqual([
      ["a", "b", "c", "d"],
      ["b", "c", "d"],
      ["a", "c", "d"],
      ["a", "b", "d"],
      ["a", "b", "c"]
    ]);
    expect(choiceGrid([{...model, card: withModifiers("a", "b", "c", "d")}], 200)).toHaveLength(
      5 * 8 * 5
    );
  });
});

describe("likelihoodsOf", () => {
  it("leaves out those that tell effects on another scale", () => {
    const odds = {...card, spec: {...card.spec, family: "bernoulli"}};
    expect(likelihoodsOf(odds, true)).toEqual(["bernoulli"]);
    expect(likelihoodsOf(card, false)).toEqual(["gaussian"]);
  });
});

import {describe, expect, it} from "vitest";
import {createModel} from "../../src/engine/index.js";
import {parsePrior} from "../../src/engine/model/prior-text.js";
import {isUnchanged, likelihoods, spreadFamilies, unchanged} from "../../src/live/choices.js";
import {smallStudy, trial} from "./small-study.js";

const {card, choose} = smallStudy();

describe("spreadFamilies", () => {
  it.each(Object.entries(spreadFamilies))("says %s as a prior of the engine's", (name, {text}) => {
    const prior = text(0.25);
    expect(parsePrior(`sd: ${prior}`).text).toBe(`sd: ${prior}`);
    expect(prior).toMatch(new RegExp(`^${name}\\(`));
  });
});

describe("likelihoods", () => {
  it.each(Object.keys(likelihoods))("has %s, a family of the engine's", (family) => {
    expect(createModel({formula: "won ~ t", family}, trial()).family).toBe(family);
  });
});

describe("isUnchanged", () => {
  it("is true of the plain choice, and of the same said otherwise", () => {
    expect(isUnchanged(card, unchanged(card))).toBe(true);
    expect(isUnchanged(card, choose({draws: card.sampler.draws}))).toBe(true);
    expect(isUnchanged(card, choose({likelihood: ""}))).toBe(true);
  });

  it.each([
    {groups: ["a"]},
    {bins: {b: 2}},
    {without: ["0_1"]},
    {spread: {family: "cauchy", factor: 1}},
    {spread: {family: null, factor: 2}},
    {coefficients: {factor: 0.5}},
    {likelihood: "bernoulli"},
    {draws: 500}
  ])("is false of %j", (change) => {
    expect(isUnchanged(card, choose(change))).toBe(false);
  });
});

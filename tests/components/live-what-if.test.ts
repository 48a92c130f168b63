// @vitest-environment jsdom
import {beforeEach, describe, expect, it, vi} from "vitest";
import {WhatIf} from "../../src/components/live-what-if.js";
import {card as small, choose, freshPage, stubEngine} from "./live-study.js";

const {engine} = stubEngine();
const priors = ["sd: normal(0, 1)", "b: normal(0, 0.5)"];
const card = {...small, spec: {...small.spec, priors}};

function asked(choice = choose()) {
  const set = vi.fn();
  const own = new WhatIf(engine, set);
  own.tell(card, choice);
  const [halved, doubled] = own.node.querySelectorAll("button");
  const pressed = () => [halved, doubled].map((one) => one.getAttribute("aria-pressed") === "true");
  return {own, set, halved, doubled, pressed};
}

beforeEach(freshPage);

describe("WhatIf", () => {
  it("scales every prior at once and leaves all else of the choice", () => {
    const choice = choose({without: ["1"], spread: {family: "cauchy", factor: 1}});
    const {set, halved, doubled} = asked(choice);
    expect([halved.textContent, doubled.textContent]).toEqual(["halved", "doubled"]);
    halved.click();
    expect(set).toHaveBeenLastCalledWith({
      ...choice,
      spread: {family: "cauchy", factor: 0.5},
      coefficients: {factor: 0.5}
    });
    doubled.click();
    expect(set.mock.lastCall![0]).toMatchObject({
      spread: {factor: 2},
      coefficients: {factor: 2}
    });
  });
  it("shows the answer that stands, and takes it back when pressed again", () => {
    const half = choose({spread: {family: null, factor: 0.5}, coefficients: {factor: 0.5}});
    const {own, set, halved, pressed} = asked(half);
    expect(pressed()).toEqual([true, false]);
    halved.click();
    expect(set.mock.lastCall![0]).toMatchObject({spread: {factor: 1}, coefficients: {factor: 1}});
    own.tell(card, {...half, coefficients: {factor: 2}});
    expect(pressed()).toEqual([false, false]);
  });
  it("scales what there is, and is hidden where there is nothing", () => {
    const only = {...card, spec: {...card.spec, priors: ["sd: normal(0, 1)"]}};
    const {own, set, halved} = asked();
    own.tell(only, choose());
    halved.click();
    expect(set.mock.lastCall![0]).toMatchObject({spread: {factor: 0.5}, coefficients: {factor: 1}});
    own.tell({...card, spec: {...card.spec, priors: []}}, choose());
    expect(own.node.hidden).toBe(true);
  });
});

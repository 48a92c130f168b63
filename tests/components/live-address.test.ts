// @vitest-environment jsdom
import {beforeEach, describe, expect, it} from "vitest";
import {writeState} from "../../src/components/live-address.js";
import {readState} from "../../src/components/live-read-address.js";
import {card, choose, freshPage, published, stubEngine} from "./live-study.js";

const {engine} = stubEngine();
const cards = new Map([
  ["trial", card],
  ["second", card]
]);
const read = () => readState(cards, engine, () => new Set(published.map(({group}) => group)));

beforeEach(freshPage);

describe("the state in the address", () => {
  it("is empty for the published model, and reads back as nothing changed", () => {
    writeState({model: "trial", choice: choose()}, card, engine, "trial");
    expect(location.search).toBe("");
    expect(read()).toEqual({model: "trial", choice: choose(), complaint: ""});
  });

  it("reads back as it was written, whatever was changed", () => {
    const choice = choose({
      groups: ["b"],
      bins: {b: 2},
      without: ["0_0", "1_3"],
      spread: {family: "cauchy", factor: 0.5},
      coefficients: {factor: 1.5},
      likelihood: "bernoulli",
      draws: 250
    });
    writeState({model: "second", choice}, card, engine, "trial");
    expect(new URLSearchParams(location.search).get("live-without")).toBe("0_0~1_3");
    expect(read()).toEqual({model: "second", choice, complaint: ""});
  });

  it("takes back what is as published again", () => {
    writeState({model: "trial", choice: choose({draws: 250})}, card, engine, "trial");
    writeState({model: "trial", choice: choose()}, card, engine, "trial");
    expect(location.search).toBe("");
  });

  it.each([
    ["model", "nobody"],
    ["groups", "nobody"],
    ["bins", "b:9"],
    ["bins", "a:2"],
    ["without", "0_9"],
    ["spread", "cheese:1"],
    ["spread", ":1e9"],
    ["coefficients", "0"],
    ["likelihood", "constructor"],
    ["draws", "7"],
    ["draws", "1.5e2x"]
  ])("is left as published where it says %s=%s, which is told", (name, text) => {
    history.replaceState(null, "", `/?live-${name}=${encodeURIComponent(text)}`);
    const {complaint, ...state} = read();
    expect(state).toEqual({model: "trial", choice: choose()});
    expect(complaint).toBe(
      `The address asks for “${text}”, which is not to be had here; the rest is as asked.`
    );
  });

  it("leaves one group in, and no word of any length on the page", () => {
    const all = published.map(({group}) => group).join("~");
    history.replaceState(null, "", `/?live-without=${all}&live-likelihood=${"x".repeat(500)}`);
    const {choice, complaint} = read();
    expect(choice.without).toEqual([]);
    expect(complaint).toContain("“no group at all”");
    expect(complaint.length).toBeLessThan(200);
  });
});

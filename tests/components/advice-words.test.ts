// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {adviceWords, wordedNodes} from "../../src/components/advice-words.js";
import {AdviceList} from "../../src/components/notices.js";
import type {EffectRow, ParameterRow} from "../../src/components/types.js";

const study = {
  outcome: {label: "Support for force", unit: "points", factor: 100, digits: 0},
  modifiers: [{name: "intl", label: "Internationalism", levels: ["1", "2"]}]
};
const model = {
  id: "one",
  formula: "force ~ t + t:dem",
  treatment: "t",
  by: ["male", "intl"],
  unshown: {"1_2": "men, internationalism 2"}
};
const parameter = (variable: string, label: string, of = "one") =>
  ({model: of, variable, label}) as ParameterRow;
const effect = (group: string, label: string, of = "one") =>
  ({model: of, group, label}) as EffectRow;

const words = adviceWords(study, model, {
  effects: [
    effect("0_1", "women, internationalism 1"),
    effect("1_1", "other", "two"),
    effect("Baden Württemberg_don t know", "Baden-Württemberg, undecided")
  ],
  parameters: [
    parameter("b_t:dem", "Democrat"),
    parameter("b_rep", "Republican: baseline"),
    parameter("b_other", "Of another model", "two")
  ]
});

describe("adviceWords", () => {
  it.each([
    ["t", "the treatment"],
    ["force", "Support for force"],
    ["intl", "Internationalism"],
    ["dem", "Democrat"],
    ["rep", "Republican"],
    ["0_1", "women, internationalism 1"],
    ["male 0 intl 1", "women, internationalism 1"],
    ["1_2", "men, internationalism 2"],
    ["male 1 intl 2", "men, internationalism 2"],
    ["male Baden Württemberg intl don t know", "Baden-Württemberg, undecided"]
  ])("calls %s %s", (name, expected) => expect(words(name)).toBe(expected));

  it.each(["other", "1_1", "male 1 intl 1", "male 1", "intl 1 male 1", "", "x + y", "constructor"])(
    "has no words for %s",
    (name) => expect(words(name)).toBeUndefined()
  );
});

describe("wordedNodes", () => {
  it("puts what is marked into words, and what has none as code", () => {
    const paragraph = document.createElement("p");
    paragraph.append(...wordedNodes("The effect of `t` by `zip`, `dem`.", words));
    expect(paragraph.innerHTML).toBe(
      "The effect of <em>the treatment</em> by <code>zip</code>, <em>Democrat</em>."
    );
  });

  it("shows hostile names as text", () => {
    const paragraph = document.createElement("p");
    paragraph.append(...wordedNodes("Of `<img src=x>`.", () => "<b>bold</b>"));
    expect(paragraph.querySelector("img, b")).toBeNull();
  });
});

describe("AdviceList with words", () => {
  it("uses them in message and remedy", () => {
    const advice = [
      {code: "W1", severity: "note" as const, message: "See `dem`.", remedy: "Merge `intl`."}
    ];
    const paragraphs = AdviceList(advice, words).querySelectorAll("p:not(.advice-head)");
    expect([...paragraphs].map(({textContent}) => textContent)).toEqual([
      "See Democrat.",
      "Remedy: Merge Internationalism."
    ]);
  });
});

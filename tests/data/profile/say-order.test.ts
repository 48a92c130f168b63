import {describe, expect, it} from "vitest";
import {defineStudy} from "../../../src/data/define/define-study.js";
import {profileTable} from "../../../src/data/profile/column-profile.js";
import {propose, type Proposal} from "../../../src/data/profile/propose.js";
import {suggestRoles} from "../../../src/data/profile/roles.js";
import {unusedOrders, withOrders} from "../../../src/data/profile/say-order.js";
import {runRecodes} from "../../../src/data/recode.js";
import {fromColumns, toColumns} from "../../../src/data/table.js";

const answers = ["Disagree", "Neutral", "Agree", "Don\u2019t know"];
const moods = ["glum", "so-so", "merry"];
const pick = (from: readonly string[], step: number): string[] =>
  Array.from({length: 240}, (_, i) => from[Math.floor(i / step) % from.length]);
const columns = {
  age: Float64Array.from({length: 240}, (_, i) => 20 + (i % 50)),
  arm: pick(["Letter", "No letter"], 1),
  view: pick(answers, 2),
  mood: pick(moods, 3),
  often: pick(["Always", "Never", "Often"], 5)
};
const profiles = profileTable({columns, words: {}});

function proposed(outcome: string, order: Readonly<Record<string, readonly string[]>>): Proposal {
  return propose({
    ...{id: "a", title: "A", source: {file: "a.csv", bytes: 1, sha256: "0"}, columns},
    profiles: withOrders(profiles, order),
    roles: {treatment: "arm", outcomes: [outcome], modifiers: ["often"], controls: []}
  });
}

describe("an outcome in words", () => {
  it("is suggested before a number that people bring along", () => {
    expect(suggestRoles(profiles, columns).outcome[0]).toEqual({
      column: "view",
      why: "holds answers on a scale"
    });
  });

  it("counts from 1 in the order of its words, and is missing where there is no answer", () => {
    const {declaration} = proposed("view", {});
    expect(declaration.outcomes.view.levels?.map(([value]) => value)).toEqual(answers.slice(0, 3));
    expect(declaration.scale.unit).toBe("points on the scale from 1 to 3");
    const {table} = runRecodes(fromColumns(columns), defineStudy(declaration).recodes, {
      verify: true
    });
    const {view, often} = toColumns(table);
    expect([...new Set(view as Float64Array)]).toEqual([1, 2, 3]);
    expect(table.numRows()).toBe(180);
    // A modifier whose words are steps counts them too.
    expect([...new Set(often as Float64Array)].sort()).toEqual([1, 2, 3]);
  });

  it("takes the order that a person says where its words tell none", () => {
    expect(() => proposed("mood", {})).toThrow(
      /^invalid outcome: mood holds 3 different texts in no order .* --order "mood=lowest; …; highest"/
    );
    const {declaration} = proposed("mood", {mood: moods});
    expect(declaration.outcomes.mood.levels?.map(([value]) => value)).toEqual(moods);
  });

  it.each([
    [{modd: moods}, /^unknown column: modd; did you mean mood/],
    [
      {mood: ["glum", "jolly"]},
      /^unknown answer: "jolly" of mood; its values are glum; merry; so-so/
    ],
    [{age: ["1", "2"]}, /^invalid order: age holds numbers/],
    [{mood: ["glum", "glum"]}, /^invalid order: glum; glum of mood; name two or more answers/]
  ])("answers %j by one sentence", (order, sentence) => {
    expect(() => withOrders(profiles, order)).toThrow(sentence);
  });
});

describe("an order that is said", () => {
  const roles = {treatment: "arm", outcomes: ["view"], modifiers: ["often"], controls: ["mood"]};
  const whole = ["Never", "Often", "Always"];

  it("is used by outcomes, modifiers and controls, and told where no role has its column", () => {
    expect(unusedOrders({often: whole, mood: moods, view: answers}, roles, profiles)).toEqual([]);
    const [sentence, ...others] = unusedOrders({mood: moods}, {...roles, controls: []}, profiles);
    expect(others).toEqual([]);
    expect(sentence).toMatch(/^--order of mood is not used: the column is no outcome, modifier/);
  });

  it("names every value of a modifier or control; answers of an outcome may be left out", () => {
    expect(() => unusedOrders({often: whole.slice(1)}, roles, profiles)).toThrow(
      /^missing answers: --order of often leaves out "Never"; name all values of a modifier there/
    );
    expect(() => unusedOrders({mood: ["glum", "merry"]}, roles, profiles)).toThrow(
      /^missing answers: --order of mood leaves out "so-so"; name all values of a control there/
    );
    expect(unusedOrders({view: answers.slice(0, 2)}, roles, profiles)).toEqual([]);
  });

  it("is none of more texts than a scale has", () => {
    const many = profileTable({
      columns: {city: Array.from({length: 90}, (_, i) => `c${String(i)}`)},
      words: {}
    });
    expect(() => withOrders(many, {city: ["c0", "c1"]})).toThrow(
      /^invalid order: city holds 90 different texts, too many for a scale; /
    );
  });
});

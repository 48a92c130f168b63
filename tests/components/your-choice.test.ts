import {expect, it} from "vitest";
import {withRole} from "../../src/components/your-choice.js";
import type {YourChoice} from "../../src/components/your-types.js";
import {usualArms} from "../../src/data/profile/arms.js";
import {profileTable} from "../../src/data/profile/column-profile.js";

const turn = <T>(of: readonly T[]): T[] => Array.from({length: 60}, (_, i) => of[i % of.length]);
const columns = {
  brief: turn(["Brief A", "Brief B", "Kein Brief"]),
  gruppe: turn(["Kontrolle", "Besuch"]),
  wahl: Float64Array.from(turn([0, 1]))
};
const file = {
  columns: profileTable({columns, words: {}}).map((profile) => ({
    ...profile,
    arms: usualArms(profile)
  }))
};
const nothing: YourChoice = {
  ...{title: "", treatment: "", arms: [], outcomes: [], modifiers: [], controls: [], clusters: []},
  ...{ranges: {}, merged: {}, formulas: {}}
};

it("a treatment of many values compares the first with what any language calls a control", () => {
  const {treatment, arms} = withRole(file, nothing, "brief", "treatment");
  expect({treatment, arms}).toEqual({treatment: "brief", arms: ["Kein Brief", "Brief A"]});
});

it("a treatment of two values needs none named", () => {
  expect(withRole(file, nothing, "gruppe", "treatment").arms).toEqual([]);
});

it("keeps the arms that a reader set while the treatment stays, and drops them with it", () => {
  const own = {...nothing, treatment: "brief", arms: ["Kein Brief", "Brief B"]};
  expect(withRole(file, own, "wahl", "outcome").arms).toEqual(own.arms);
  expect(withRole(file, own, "brief", null)).toMatchObject({treatment: "", arms: []});
});

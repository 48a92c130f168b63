import {expect, it} from "vitest";
import {fitting, gaveWayText, withRole} from "../../src/components/your-choice.js";
import type {YourChoice} from "../../src/components/your-types.js";
import {usualArms} from "../../src/data/profile/arms.js";
import {manyText, profileTable} from "../../src/data/profile/column-profile.js";

const turn = <T>(of: readonly T[]): T[] => Array.from({length: 60}, (_, i) => of[i % of.length]);
const columns = {
  brief: turn(["Brief A", "Brief B", "Kein Brief"]),
  gruppe: turn(["Kontrolle", "Besuch"]),
  wahl: Float64Array.from(turn([0, 1]))
};
const file = {
  columns: profileTable({columns, words: {}}).map((profile) => ({
    ...profile,
    arms: usualArms(profile),
    many: manyText(profile)
  }))
};
const nothing: YourChoice = {
  ...{
    title: "",
    row: "",
    treatment: "",
    arms: [],
    outcomes: [],
    modifiers: [],
    controls: [],
    clusters: []
  },
  ...{hasOwnOutcome: false, where: {}, noAnswer: {}, ranges: {}, merged: {}, formulas: {}}
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

it("an outcome that was only proposed gives way to the reader's first, and a second stands beside it", () => {
  const proposed: YourChoice = {...nothing, outcomes: ["wahl"]};
  const first = withRole(file, proposed, "gruppe", "outcome");
  expect(first.outcomes).toEqual(["gruppe"]);
  expect(gaveWayText(file, proposed, first)).toBe(
    "Gruppe is the outcome in place of Wahl, which was only proposed; for a model of each, make Wahl an outcome as well."
  );
  const second = withRole(file, first, "wahl", "outcome");
  expect(second.outcomes).toEqual(["gruppe", "wahl"]);
  expect(gaveWayText(file, first, second)).toBe("");
});

it("an outcome that the reader confirmed, by pressing it or by taking another away, stays", () => {
  const confirmed = withRole(file, {...nothing, outcomes: ["wahl"]}, "wahl", "outcome");
  expect(withRole(file, confirmed, "gruppe", "outcome").outcomes).toEqual(["wahl", "gruppe"]);
  const two: YourChoice = {...nothing, outcomes: ["wahl", "brief"]};
  const one = withRole(file, two, "brief", null);
  expect(withRole(file, one, "gruppe", "outcome").outcomes).toEqual(["wahl", "gruppe"]);
});

it("a column is a cluster by itself, and a choice that an older page kept has none", () => {
  const own = withRole(file, {...nothing, controls: ["gruppe"]}, "gruppe", "cluster");
  expect([own.controls, own.clusters]).toEqual([[], ["gruppe"]]);
  const older: Partial<Record<keyof YourChoice, unknown>> = {...nothing};
  delete older.clusters;
  expect(fitting(file, older as unknown as YourChoice).clusters).toEqual([]);
});

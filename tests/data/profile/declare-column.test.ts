import {expect, it} from "vitest";
import {typedNumbers} from "../../../src/check/prose.js";
import {armsOf} from "../../../src/data/profile/arms.js";
import {chooseModifiers} from "../../../src/data/profile/choose-modifiers.js";
import {profileTable} from "../../../src/data/profile/column-profile.js";
import {declareModifier} from "../../../src/data/profile/declare-column.js";
import {suggestRoles} from "../../../src/data/profile/roles.js";
import {aboutOf} from "../../../src/data/fork/page-text.js";
import type {Declaration} from "../../../src/data/define/declaration.js";

const lands = "ABCDEFGHIJKL".split("").map((letter) => `${letter}land`);
const pick = (from: readonly string[]): string[] =>
  Array.from({length: 2400}, (_, i) => from[Math.floor((i * 7919) / 11) % from.length]);
const columns = {
  country: pick(lands),
  lives_in: pick(["New Town", "Old Town"]),
  lean: pick(["Left", "Centre", "Right"]),
  has_car: pick(["yes", "no"]),
  message: pick(["No message", "Fairness message"])
};
const profiles = profileTable({columns, words: {}});
const declared = (name: keyof typeof columns) => {
  const profile = profiles.find((one) => one.name === name);
  if (!profile) throw new Error(name);
  return declareModifier(profile, columns[name], 0);
};

it("keeps the capitals of names inside sentences, and of nothing else", () => {
  const named = Object.keys(columns).filter((name) => declared(name as keyof typeof columns).names);
  expect(named).toEqual(["country", "lives_in"]);
});

it("keeps languages and peoples as the file writes them, beside what it writes small", () => {
  const speaks = pick(["Spanish", "indigenous", "both"]);
  const [profile] = profileTable({columns: {speaks}, words: {}});
  const {names, levels = []} = declareModifier(profile, speaks, 0);
  expect([names, levels.map(([, text]) => text)]).toEqual([
    true,
    ["Spanish", "both", "indigenous"]
  ]);
});

it("leaves a column of many kinds to its author, unless there is no other", () => {
  const all = ["lean", "country", "has_car"];
  expect(chooseModifiers(all, profiles, columns)).toEqual(["lean", "has_car"]);
  expect(chooseModifiers(["country"], profiles, columns)).toEqual(["country"]);
});

it("proposes one alone of what was asked year after year", () => {
  const waves = {lunchk: columns.has_car, lunch1: columns.has_car, lunch2: columns.has_car};
  const own = {...waves, pid3: columns.lean, pid7: columns.lean, lean: columns.lean};
  const all = ["lunchk", "lunch1", "lunch2", "pid7", "pid3", "lean"];
  const chosen = chooseModifiers(all, profileTable({columns: own, words: {}}), own);
  expect(chosen).toEqual(["lunchk", "pid7", "lean"]);
});

it("says what the numbers of an outcome in words stand for", () => {
  const arm = (name: string) => [name, name, 10] as const;
  const declaration: Declaration = {
    ...{id: "a", title: "A", rows: 30, source: {file: "a.csv", bytes: 1, sha256: "0"}},
    treatment: {column: "t", label: "A letter", control: arm("No"), treated: arm("Yes")},
    outcomes: {view: {label: "View", levels: [arm("Against"), arm("Neutral"), arm("For")]}},
    scale: {unit: "points", factor: 1, digits: 2},
    modifiers: {lean: declared("lean")},
    priors: []
  };
  expect(aboutOf(declaration)).toMatch(
    / View is scored on a scale from 1 to 3: “Against” to “For”\.$/
  );
  // What poolhouse check would find on the page that is written.
  expect(typedNumbers(aboutOf(declaration))).toEqual([]);
});

it("takes two values for a characteristic, whatever they are called", () => {
  const words = {
    has_car: {label: "Household has a car", levels: []},
    lean: {label: "Lean of the district", levels: []}
  };
  const {modifiers} = suggestRoles(profileTable({columns, words}), columns);
  const found = modifiers.map(({column}) => column);
  expect(found).toContain("has_car");
  expect(found).not.toContain("lean");
});

it("a modifier in words that are a scale has its levels in that order, what is no step of it last", () => {
  const answers = ["high", "low", "Don\u2019t know", "medium", "low", "high"];
  const columns = {education: Array.from({length: 240}, (_, i) => answers[i % answers.length])};
  const [profile] = profileTable({columns, words: {}});
  const {levels} = declareModifier(profile, columns.education, 0);
  expect(levels?.map(([, text]) => text)).toEqual(["Low", "Medium", "High", "Don\u2019t know"]);
});

it.each([
  ["nein", "ja"],
  ["Non", "Oui"],
  ["no", "sí"],
  ["Sans message", "Message"],
  ["Ohne Brief", "Brief"],
  ["No letter", "A letter"],
  ["geen", "brief"],
  ["Nessun messaggio", "Messaggio"],
  ["Sem carta", "Carta"]
])("takes %s for the control and %s for the treatment", (control, treated) => {
  const columns = {letter: Array.from({length: 40}, (_, i) => [treated, control][i % 2])};
  const arms = armsOf(profileTable({columns, words: {}})[0]);
  expect(arms.map(([value]) => value)).toEqual([control, treated]);
});

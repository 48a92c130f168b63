import {beforeAll, describe, expect, it} from "vitest";
import type {Ask} from "../../src/cli/ask.js";
import {settleRoles, type Profiled} from "../../src/cli/new-roles.js";
import {profileTable} from "../../src/data/profile/column-profile.js";
import {readTable} from "../../src/data/readers/read-table.js";
import {latin1, messyText} from "./messy-file.js";

let profiled: Profiled;

beforeAll(async () => {
  const table = await readTable(latin1(messyText(400)), "messy.csv");
  profiled = {profiles: profileTable(table), columns: table.columns};
});

/** Answers in order, and what was asked. */
function answering(answers: readonly string[]): {ask: Ask; asked: [string, string][]} {
  const asked: [string, string][] = [];
  const ask = (question: string, suggestion: string): Promise<string> => {
    asked.push([question, suggestion]);
    const answer = answers[asked.length - 1] ?? "";
    return Promise.resolve(answer === "" ? suggestion : answer);
  };
  return {ask: Object.assign(ask, {close: () => undefined}), asked};
}

describe("settleRoles", () => {
  it("asks for each role with a suggestion, and which two of three arms", async () => {
    const {ask, asked} = answering(["Arm", "", "", "", "", "Letters", "Kontrolle, Brief"]);
    const lines: string[] = [];
    const {roles, arms, title} = await settleRoles({}, profiled, {
      ask,
      say: (line) => lines.push(line)
    });
    expect(asked.map(([question]) => question.replace(/ \(.*/, ""))).toEqual([
      ...["treatment", "outcome", "modifiers", "controls, or none"],
      ...["clusters, or none", "title"],
      "which two of Anruf, Brief, Kontrolle, the control first"
    ]);
    expect(roles).toMatchObject({treatment: "Arm", outcomes: ["Punkte (0-10)"], controls: []});
    expect(roles.modifiers).toContain("Schulart");
    expect(roles.modifiers).not.toContain("ID");
    expect({arms, title}).toEqual({arms: ["Kontrolle", "Brief"], title: "Letters"});
    expect(lines[0]).toMatch(/Datum: dates, 28 values/);
    expect(lines[0]).toContain("ID: numbers, looks like an identifier of rows, which it");
  });

  it("takes suggestions and says them where nobody can be asked; flags come first", async () => {
    const lines: string[] = [];
    const say = (line: string): void => void lines.push(line);
    const flags = {treatment: "Arm", arms: "Kontrolle,Brief", modifiers: "Schulart"};
    const {roles} = await settleRoles(flags, profiled, {ask: null, say});
    expect(roles).toEqual({
      treatment: "Arm",
      outcomes: ["Punkte (0-10)"],
      modifiers: ["Schulart"],
      controls: [],
      clusters: []
    });
    expect(lines).toEqual(["outcome: Punkte (0-10), which is a scale or a number"]);
  });

  it("takes units that were assigned as wholes for clusters, says why, and takes none where told so", async () => {
    const every = (make: (i: number) => number): Float64Array =>
      Float64Array.from({length: 600}, (_, i) => make(i));
    const columns = {
      dist: every((i) => Math.floor(i / 30) * 1.5),
      village: every((i) => Math.floor(i / 30)),
      program: every((i) => Math.floor(i / 30) % 2),
      sex: every((i) => i % 2),
      score: every((i) => (i * i) % 7)
    };
    const own = {profiles: profileTable({columns, words: {}}), columns};
    const lines: string[] = [];
    const talk = {ask: null, say: (line: string): void => void lines.push(line)};
    const flags = {treatment: "program", outcome: "score", modifiers: "sex"};
    const {roles} = await settleRoles(flags, own, talk);
    expect(roles.clusters).toEqual(["village"]);
    expect(lines).toEqual(["clusters, or none: village, which has one arm in nearly every unit"]);
    const without = await settleRoles({...flags, clusters: "none"}, own, talk);
    expect(without.roles.clusters).toEqual([]);
    const asModifier = await settleRoles({...flags, modifiers: "village"}, own, talk);
    expect(asModifier.roles.clusters).toEqual([]);
  });

  it("says what to name where nothing can be suggested", async () => {
    const columns = {x: Float64Array.of(1, 2, 3), y: Float64Array.of(4, 5, 6)};
    const profiles = profileTable({columns, words: {}});
    const say = (): void => undefined;
    await expect(settleRoles({}, {profiles, columns}, {ask: null, say})).rejects.toThrow(
      /^missing treatment: no column has two values; name one with --treatment/
    );
  });
});

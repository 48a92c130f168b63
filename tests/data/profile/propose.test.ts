import {beforeAll, describe, expect, it} from "vitest";
import {defineStudy} from "../../../src/data/define/define-study.js";
import {declaredFormula} from "../../../src/data/define/models.js";
import {profileTable, type ColumnProfile} from "../../../src/data/profile/column-profile.js";
import {propose, type Proposal} from "../../../src/data/profile/propose.js";
import type {Roles} from "../../../src/data/profile/roles.js";
import {readTable, type DataTable} from "../../../src/data/readers/read-table.js";
import {latin1, messyText} from "../../cli/messy-file.js";

let table: DataTable;
let profiles: readonly ColumnProfile[];

beforeAll(async () => {
  table = await readTable(latin1(messyText(900)), "messy.csv");
  profiles = profileTable(table);
});

const roles: Roles = {
  treatment: "Arm",
  outcomes: ["Punkte (0-10)"],
  modifiers: ["Schulart", "Größe"],
  controls: []
};

function proposed(
  changes: Partial<Roles> = {},
  arms: readonly string[] = ["Kontrolle", "Brief"]
): Proposal {
  const source = {file: "messy.csv", bytes: 1, sha256: "0"};
  return propose({
    ...{id: "a", title: "A", source, columns: table.columns, profiles},
    ...{roles: {...roles, ...changes}, arms}
  });
}

describe("propose", () => {
  it("declares columns under names that a formula takes, and says where they come from", () => {
    const {declaration} = proposed();
    expect(declaration.outcomes).toMatchObject({Punkte_0_10: {from: "Punkte (0-10)"}});
    expect(declaredFormula(declaration, "Punkte_0_10")).toBe(
      "Punkte_0_10 ~ 1 + Arm * (Schulart + Gro_e) + (1 + Arm || group)"
    );
  });

  it("keeps the capitals of German nouns inside sentences", () => {
    const {declaration, reasons} = proposed();
    expect(declaration.capitals).toBe(true);
    expect(reasons.join(" ")).toContain("every level of Schulart and Größe");
    const {names, models} = defineStudy(declaration);
    expect(names).toEqual(expect.arrayContaining(["Arm", "Schulart", "Größe"]));
    expect(models[0].title).toMatch(/effects by Schulart and Größe$/);
  });

  it("bins a number, so that the groups are few, and counts them", () => {
    const {declaration, audit} = proposed();
    expect(declaration.modifiers.Gro_e.bins).toHaveLength(2);
    expect(audit.counts).toMatchObject({groups: 6, lacking: 0});
    expect(audit.without.map(({counts}) => counts.groups).sort()).toEqual([2, 3]);
  });

  it("counts the rows that are fitted: those without an outcome, a control or a cluster are in no group", () => {
    const n = 60;
    const every = (make: (i: number) => number): Float64Array =>
      Float64Array.from({length: n}, (_, i) => make(i));
    const own = {
      arm: every((i) => i % 2),
      sex: every((i) => Number(i % 3 === 0)),
      score: every((i) => (i < 6 ? NaN : (i * i) % 7)),
      age: every((i) => (i < 10 ? NaN : 20 + ((i * 7) % 41))),
      site: Array.from({length: n}, (_, i) => (i < 12 ? null : `S${String(i % 8)}`))
    };
    const counted = (controls: readonly string[], clusters: readonly string[]): number =>
      propose({
        ...{id: "a", title: "A", source: {file: "a.csv", bytes: 1, sha256: "0"}, columns: own},
        profiles: profileTable({columns: own, words: {}}),
        roles: {treatment: "arm", outcomes: ["score"], modifiers: ["sex"], controls, clusters}
      }).audit.counts.rows;
    expect([counted([], []), counted(["age"], []), counted(["age"], ["site"])]).toEqual([
      54, 50, 48
    ]);
  });

  it("takes the arm that is called a control for it, in either order", () => {
    const {treatment} = proposed({}, ["Brief", "Kontrolle"]).declaration;
    expect([treatment.control[0], treatment.treated[0]]).toEqual(["Brief", "Kontrolle"]);
  });

  it.each([
    [{treatment: "arm"}, /^unknown column: arm; did you mean .*Arm/],
    [{treatment: "ID"}, /^(invalid|unknown) /],
    [{modifiers: ["ID"]}, /^invalid modifier: ID looks like an identifier of rows/],
    [{modifiers: ["Datum"]}, /^invalid modifier: Datum holds dates/],
    [{modifiers: ["column_9"]}, /^invalid modifier: column_9 has the same value in every row/],
    [{outcomes: ["Schulart"]}, /^invalid outcome: Schulart holds 3 different texts/],
    [{outcomes: ["column_9"]}, /^invalid outcome: column_9 has the same value/],
    [{controls: ["Bemerkung"]}, /^invalid control: Bemerkung has the same value/]
  ] as const)("answers %j by one sentence", (changes, sentence) => {
    expect(() => proposed(changes)).toThrow(sentence);
  });

  it("asks for two of three arms, by name", () => {
    expect(() => proposed({}, [])).toThrow(
      /^ambiguous treatment: Arm has the values Anruf, Brief, Kontrolle; name two of them with --arms/
    );
    expect(() => proposed({}, ["Kontrolle", "SMS"])).toThrow(/^unknown arm: SMS of Arm; /);
  });
});

import {describe, expect, it} from "vitest";
import type {Columns} from "../../../src/engine/index.js";
import {profileTable} from "../../../src/data/profile/column-profile.js";
import {suggestRoles} from "../../../src/data/profile/roles.js";

const n = 1200;
const every = (make: (i: number) => number): Float64Array =>
  Float64Array.from({length: n}, (_, i) => make(i));
const village = (i: number): number => Math.floor(i / 30);

const outcomes = (columns: Columns, chosen?: string): string[] =>
  suggestRoles(profileTable({columns, words: {}}), columns, chosen).outcome.map(
    ({column}) => column
  );

/** Children of villages in Schultz's shape: where they live, what their household is like, whether they go to school. */
const children = {
  year: every((i) => 97 + (i % 2)),
  dist_sec: every((i) => 1.37 * village(i)),
  sc: every((i) => Number((i * i) % 7 < 3)),
  grc: every((i) => (i * 7 + (i >> 3)) % 10),
  hohedu: every((i) => Math.floor(i / 6) % 13),
  welfare: every((i) => 600 + 1.7 * Math.floor(i / 6)),
  road: every((i) => 1 + village(i) * 3),
  program: every((i) => village(i) % 2),
  village: every((i) => 1 + village(i)),
  folnum: every((i) => Math.floor(i / 6)),
  sc97: every((i) => Number((i * i) % 5 < 3))
};

describe("the outcome that is suggested", () => {
  it("is what was measured before as well, and nothing that a village or a household has alike", () => {
    const [first, ...others] = outcomes(children, "program");
    expect(first).toBe("sc");
    const place = (name: string): number => others.indexOf(name);
    for (const fixed of ["dist_sec", "hohedu", "welfare", "road"])
      expect([fixed, place(fixed) > place("grc")]).toEqual([fixed, true]);
    expect(place("sc97")).toBeGreaterThan(place("grc"));
  });

  it("is the same before anybody says what the treatment is", () => {
    expect(outcomes(children)[0]).toBe("sc");
  });

  it("says why", () => {
    const {outcome} = suggestRoles(profileTable({columns: children, words: {}}), children);
    expect(outcome[0]).toEqual({column: "sc", why: "was measured before as well"});
  });

  it("is no distance, and a number of the village's only where there is nothing else", () => {
    const {dist_sec, program, road, village: villages} = children;
    const answer = every((i) => (i * i) % 9);
    expect(outcomes({dist_sec, program, village: villages, answer}, "program")[0]).toBe("answer");
    expect(outcomes({program, village: villages, road}, "program")).toEqual(["road"]);
  });

  it("is not told by a number at a name's end that counts questions", () => {
    const question = (k: number) => every((i) => (i * i + k) % 5);
    const columns = {arm: every((i) => i % 2), v1: question(1), v110: question(2)};
    const {outcome} = suggestRoles(profileTable({columns, words: {}}), columns, "arm");
    expect(outcome.map(({why}) => why)).toEqual([
      "is a scale or a number",
      "is a scale or a number"
    ]);
  });
});

// Frames that people do have: which column tells the units that were assigned as wholes, and which must not.
import {describe, expect, it} from "vitest";
import type {Columns} from "../../../src/engine/index.js";
import {profileTable} from "../../../src/data/profile/column-profile.js";
import {assignedUnits, fixedWithin, unitColumns} from "../../../src/data/profile/units.js";

const n = 1200;
const every = (make: (i: number) => number): Float64Array =>
  Float64Array.from({length: n}, (_, i) => make(i));
const texts = (make: (i: number) => string): string[] => Array.from({length: n}, (_, i) => make(i));

/** Columns assigned as wholes when the arms are in "arm", the one to take first. */
const assigned = (columns: Columns): string[] =>
  assignedUnits(profileTable({columns, words: {}}), columns, "arm").map(
    ({profile}) => profile.name
  );

/** 40 villages of 30 rows, households of 3, every second village treated. */
const village = (i: number): number => Math.floor(i / 30);
const household = (i: number): number => Math.floor(i / 3);
const arm = every((i) => village(i) % 2);
const score = every((i) => (i * i * 7) % 11);

describe("units that were assigned as wholes", () => {
  it("are the villages, and no measure of theirs, whatever stands first in the file", () => {
    const columns = {
      min_dist: every((i) => 20 + 1.137 * village(i)),
      road_km: every((i) => 3 * village(i) + 1),
      village_size: every((i) => 200 + 7 * village(i)),
      pop: every((i) => 1 + village(i)),
      arm,
      hhid: every(household),
      village: every((i) => 1 + village(i)),
      score
    };
    expect(assigned(columns)).toEqual(["village", "hhid"]);
  });

  it("are the coarsest that share an arm: districts of villages, not the villages", () => {
    const district = (i: number): number => Math.floor(village(i) / 4);
    const columns = {
      village: texts((i) => `V${String(village(i))}`),
      district: texts((i) => `D${String(district(i))}`),
      arm: every((i) => district(i) % 2),
      score
    };
    expect(assigned(columns)).toEqual(["district", "village"]);
    expect(assigned({...columns, arm})).toEqual(["village"]);
  });

  it("need no name where they are texts, or whole numbers with hardly a gap", () => {
    const named = texts((i) => `place ${String(village(i))}`);
    expect(assigned({where: named, arm, score})).toEqual(["where"]);
    expect(assigned({x7: every((i) => 100 + village(i)), arm, score})).toEqual(["x7"]);
    expect(assigned({x7: every((i) => 100 + 17 * village(i)), arm, score})).toEqual([]);
    expect(assigned({clinic: every((i) => 100 + 17 * village(i)), arm, score})).toEqual(["clinic"]);
  });

  it("may have a few rows in the other arm, and none may be missing", () => {
    const moved = every((i) => (i % 200 === 7 ? 1 - arm[i] : arm[i]));
    const school = texts((i) => `S${String(village(i))}`).map((one, i) => (i % 50 ? one : null));
    expect(assigned({school, arm: moved, score})).toEqual(["school"]);
    const many = every((i) => (i % 10 === 7 ? 1 - arm[i] : arm[i]));
    expect(assigned({school, arm: many, score})).toEqual([]);
  });

  it("are the persons of a panel of two waves", () => {
    const person = (i: number): number => Math.floor(i / 2);
    const columns = {
      person: every(person),
      year: every((i) => 1997 + (i % 2)),
      arm: every((i) => Number((person(i) * person(i)) % 7 < 3)),
      score
    };
    expect(assigned(columns)).toEqual(["person"]);
  });

  it("are none where rows were assigned one by one, in blocks or not, or households have one row", () => {
    const each = every((i) => Number((i * i * 31 + i) % 13 < 6));
    const blocks = every((i) => i % 2);
    const school = texts((i) => `S${String(village(i))}`);
    expect(assigned({school, arm: each, score})).toEqual([]);
    expect(assigned({school, arm: blocks, score})).toEqual([]);
    expect(assigned({household: every((i) => i), arm: each, score})).toEqual([]);
  });

  it("are not the letters of which the treatment is made, of which one is the whole control group", () => {
    const one = every((i) => i % 2);
    const letter = texts((i) => (i % 2 ? `letter ${String((i >> 1) % 8)}` : "none"));
    expect(assigned({letter, arm: one, score})).toEqual([]);
  });

  it("are found among three arms", () => {
    const three = texts((i) => ["a", "b", "c"][village(i) % 3]);
    expect(assigned({ward: texts((i) => `W${String(village(i))}`), arm: three, score})).toEqual([
      "ward"
    ]);
  });
});

it("takes no scale, no year and no weight for units, and tells what is alike in all rows of one", () => {
  const columns = {
    village: every((i) => 1 + village(i)),
    dist: every((i) => 20.5 + village(i)),
    year: every((i) => 1980 + (i % 30)),
    weight: every((i) => 1 + (i % 9)),
    view: texts((i) => ["Never", "Rarely", "Sometimes", "Often", "Very often", "Always"][i % 6]),
    rare: every((i) => Number(i % 400 === 0)),
    score
  };
  const profiles = profileTable({columns, words: {}});
  const units = unitColumns(profiles, columns).filter(({isPlace}) => isPlace);
  expect(units.map(({profile, count}) => [profile.name, count])).toEqual([["village", 40]]);
  expect([...fixedWithin(units, profiles, columns)]).toEqual(["dist"]);
});

import {describe, expect, it} from "vitest";
import {profileTable} from "../../../src/data/profile/column-profile.js";
import {declareClusters, unclustered} from "../../../src/data/profile/clusters.js";
import {defineStudy} from "../../../src/data/define/define-study.js";
import {propose} from "../../../src/data/profile/propose.js";

const rows = 240;
const places = Array.from({length: rows}, (_, i) => i % 12);
const columns = {
  letter: Float64Array.from(places, (place) => place % 2),
  voted: Float64Array.from(places, (_, i) => Number(i % 5 < 2)),
  rank: places.map((_, i) => (i % 3 === 0 ? "high" : "low")),
  place: places.map((place) => (place === 11 ? null : `P${String(place)}`)),
  person: Float64Array.from(places, (_, i) => i)
};
const profiles = profileTable({columns, words: {}});
const profileOf = (name: string) => profiles.find((one) => one.name === name)!;
const proposal = (clusters: readonly string[] = []) =>
  propose({
    id: "villages",
    title: "Letters",
    source: {file: "a.csv", bytes: 1, sha256: "0".repeat(64)},
    columns,
    profiles,
    roles: {treatment: "letter", outcomes: ["voted"], modifiers: ["rank"], controls: [], clusters}
  });

describe("units that were assigned as a whole", () => {
  it("are counted, with the rows of the smallest and the largest", () => {
    const {label} = profileOf("place");
    expect(declareClusters(["place"], profiles, columns, "letter")).toEqual({
      place: {label, count: 11, rows: [20, 20]}
    });
  });

  it("come first, whatever order they are named in: least squares cluster errors by the first", () => {
    const teams = {...columns, team: Float64Array.from(places, (_, i) => Math.floor(i / 8))};
    const own = profileTable({columns: teams, words: {}});
    const declared = declareClusters(["team", "place"], own, teams, "letter");
    expect(Object.keys(declared)).toEqual(["place", "team"]);
  });

  it("are told to who has not named them, and declared for who has", () => {
    const [caution, ...others] = proposal().cautions;
    expect(others).toEqual([]);
    expect(caution.message).toContain(
      "“Letter” hardly varies within “Place” (11 units of 20 rows)"
    );
    expect(caution.remedy).toMatch(/^Give each an intercept: .*--clusters place/);
    const {declaration, cautions} = proposal(["place"]);
    expect(declaration.clusters).toMatchObject({place: {count: 11}});
    expect({cautions, missed: declaration.unclustered}).toEqual({cautions: [], missed: undefined});
  });

  it("are told in the report by the same sentence, until they are among the clusters", () => {
    const {declaration, cautions} = proposal();
    expect(defineStudy(declaration).cautions).toEqual(cautions);
    const moved = {...declaration, clusters: declaration.unclustered};
    expect(defineStudy(moved).cautions).toEqual([]);
  });

  it("are as good as named where a cluster or a modifier is as coarse, and not where one is finer", () => {
    const rooms = places.map((place, i) => `${String(place)}-${String(i % 2)}`);
    const twins = places.map((place) => `T${String(place)}`);
    const all = {...columns, rooms, twins};
    const missed = (clusters: readonly string[], modifiers: readonly string[] = []) =>
      Object.keys(
        unclustered(profileTable({columns: all, words: {}}), all, {
          ...{treatment: "letter", outcomes: ["voted"], controls: []},
          ...{clusters, modifiers}
        })
      );
    expect(missed([])).toEqual(["place"]);
    expect(missed(["rooms"])).toEqual(["place"]);
    expect(missed(["place"])).toEqual([]);
    expect(missed([], ["place"])).toEqual([]);
  });

  it("are refused where each has one row, or where there are none of that name", () => {
    expect(() => proposal(["plce"])).toThrow(/unknown column: plce; .*place/);
    expect(() => proposal(["person"])).toThrow(/invalid cluster: person .*several rows each/);
  });
});

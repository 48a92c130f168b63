import {describe, expect, it} from "vitest";
import {profileTable} from "../../../src/data/profile/column-profile.js";
import {assignedTogether, declareClusters} from "../../../src/data/profile/clusters.js";
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
const proposal = (clusters?: readonly string[]) =>
  propose({
    id: "villages",
    title: "Letters",
    source: {file: "a.csv", bytes: 1, sha256: "0".repeat(64)},
    columns,
    profiles,
    roles: {treatment: "letter", outcomes: ["voted"], modifiers: ["rank"], controls: []},
    ...(clusters && {clusters: declareClusters(clusters, profiles, columns)})
  });

describe("units that were assigned as a whole", () => {
  it("are found, missing ones aside; single rows and kinds that cut across arms are not", () => {
    expect(assignedTogether(profiles, columns, "letter").map(({name}) => name)).toEqual(["place"]);
  });

  it("are counted, with the rows of the smallest and the largest", () => {
    const {label} = profileOf("place");
    expect(declareClusters(["place"], profiles, columns)).toEqual({
      place: {label, count: 11, rows: [20, 20]}
    });
  });

  it("are told to who has not named them, and declared for who has", () => {
    expect(proposal().reasons.join(" ")).toMatch(/same arm in the column place.*--clusters place/);
    const {declaration, reasons} = proposal(["place"]);
    expect(declaration.clusters).toMatchObject({place: {count: 11}});
    expect(reasons.join(" ")).not.toContain("same arm");
  });

  it("are refused where each has one row, or where there are none of that name", () => {
    expect(() => proposal(["plce"])).toThrow(/unknown column: plce; .*place/);
    expect(() => proposal(["person"])).toThrow(/invalid cluster: person .*several rows each/);
  });
});

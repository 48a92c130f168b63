import {describe, expect, it} from "vitest";
import {auditGroups} from "../../../src/data/profile/audit.js";
import {binColumn} from "../../../src/data/profile/bins.js";
import {armsOf} from "../../../src/data/profile/arms.js";
import {profileTable} from "../../../src/data/profile/column-profile.js";
import {refusal} from "../../../src/data/profile/refusal.js";
import {suggestRoles} from "../../../src/data/profile/roles.js";

const n = 240;
const every = (make: (i: number) => number): Float64Array =>
  Float64Array.from({length: n}, (_, i) => make(i));

const columns = {
  caseid: every((i) => 1000 + i),
  treat: every((i) => i % 2),
  support: every((i) => (i % 7 === 0 ? NaN : 1 + (i % 5))),
  female: every((i) => Math.floor(i / 2) % 2),
  region: Array.from({length: n}, (_, i) => ["North", "South", "East"][Math.floor(i / 4) % 3]),
  age: every((i) => 18 + (i % 60)),
  interviewed: Array.from(
    {length: n},
    (_, i) => `2021-03-${String(1 + (i % 28)).padStart(2, "0")}`
  ),
  country: every(() => 1),
  nothing: every(() => NaN),
  pweight: every((i) => 0.5 + i / n),
  village: Array.from({length: n}, (_, i) => `V${i % 25}`)
};

const words = {
  support: {
    label: "Support for the plan",
    levels: [
      [1, "Strongly disagree"],
      [5, "Strongly agree"]
    ] as const
  }
};
const profiles = profileTable({columns, words});
const of = (name: string) => profiles.find((one) => one.name === name)!;

describe("profileTable", () => {
  it("tells kinds apart", () => {
    expect(Object.fromEntries(profiles.map(({name, kind}) => [name, kind]))).toEqual({
      caseid: "numbers",
      treat: "two values",
      support: "steps",
      female: "two values",
      region: "categories",
      age: "numbers",
      interviewed: "dates",
      country: "constant",
      nothing: "empty",
      pweight: "numbers",
      village: "categories"
    });
  });

  it("counts what is missing and rows by level, under the file's labels", () => {
    expect(of("support")).toMatchObject({
      label: "Support for the plan",
      missing: 35,
      distinct: 5,
      min: 1,
      max: 5
    });
    expect(of("support").levels[0].slice(0, 2)).toEqual([1, "Strongly disagree"]);
    expect(of("support").levels.reduce((sum, [, , rows]) => sum + rows, 0)).toBe(n - 35);
    expect(of("age").mean).toBeCloseTo(47.5, 10);
  });
});

describe("suggestRoles", () => {
  it("takes no column that numbers the rows for an outcome, and by its name one of three arms for the treatment", () => {
    const own = {
      "Fragebogen-Nr": every((i) => 100_001 + i),
      arm: Array.from({length: n}, (_, i) => ["call", "control", "letter"][i % 3]),
      sex: Array.from({length: n}, (_, i) => (Math.floor(i / 3) % 2 ? "f" : "m")),
      answer: every((i) => (i * i) % 7)
    };
    const roles = suggestRoles(profileTable({columns: own, words: {}}), own);
    expect(roles.treatment.map(({column}) => column)).toEqual(["arm", "sex"]);
    expect(roles.outcome.map(({column}) => column)).toEqual(["answer"]);
    const why = "looks like an identifier of rows, which it numbers one by one";
    expect(roles.refused).toEqual([{column: "Fragebogen-Nr", why}]);
  });

  it("takes neither units nor what people are like for the outcome where an answer of two values is there", () => {
    const own = {
      village: every((i) => i % 24),
      arm: every((i) => i % 2),
      female: every((i) => Math.floor(i / 2) % 2),
      wealth: every((i) => 1 + (i % 5)),
      came: every((i) => Number((i * i) % 7 < 3))
    };
    const {outcome} = suggestRoles(profileTable({columns: own, words: {}}), own);
    expect(outcome[0]).toEqual({column: "came", why: "has two values"});
    expect(outcome.map(({column}) => column)).not.toContain("village");
  });

  const roles = suggestRoles(profiles, columns);

  it("takes the likeliest columns, with reasons", () => {
    expect(roles.treatment[0]).toEqual({
      column: "treat",
      why: "has two values, is called a treatment, is never missing"
    });
    expect(roles.outcome[0].column).toBe("support");
    expect(
      roles.modifiers
        .slice(0, 3)
        .map(({column}) => column)
        .sort()
    ).toEqual(["age", "female", "region"]);
    expect(roles.weight.map(({column}) => column)).toEqual(["pweight"]);
    expect(roles.cluster.map(({column}) => column)).toEqual(["village"]);
  });

  it("says of the rest why not", () => {
    expect(roles.refused.map(({column}) => column)).toEqual([
      "caseid",
      "interviewed",
      "country",
      "nothing"
    ]);
  });
});

it("knows an id among more rows than values are counted", () => {
  const id = Float64Array.from({length: 5000}, (_, i) => i);
  const [profile] = profileTable({columns: {id}, words: {}});
  expect(profile.distinct).toBe(2000);
  expect(refusal(profile)).toBe("looks like an identifier of rows, which it numbers one by one");
});

describe("an identifier of rows", () => {
  const rows = (make: (i: number) => number): Float64Array =>
    Float64Array.from({length: 4000}, (_, i) => make(i));
  const why = (name: string, column: Float64Array): string | null =>
    refusal(profileTable({columns: {[name]: column}, words: {}})[0]);
  const apart = "looks like an identifier of rows, of which nearly every one has its own value";
  const mixed = rows((i) => 10_000 + 3 * ((i * 1237) % 4001));

  it.each(["Befragten-Nr", "lfdnr", "resp_id", "Personennummer", "interview no", "id"])(
    "is known by its name: %s",
    (name) => expect(why(name, mixed)).toBe(apart)
  );

  it("is known by whole numbers that rise from row to row, whatever it is called", () => {
    expect(
      why(
        "v1",
        rows((i) => 10_000 + 3 * i)
      )
    ).toBe(apart);
    expect(
      why(
        "v1",
        rows((i) => 10_000 + 3 * i + 0.5)
      )
    ).toBeNull();
    expect(why("v1", mixed)).toBeNull();
    expect(
      why(
        "year",
        Float64Array.from({length: 40}, (_, i) => 1950 + 2 * i)
      )
    ).toBeNull();
  });

  it("is no number of who several rows are of, nor what is only called so", () => {
    expect(
      why(
        "Befragten-Nr",
        rows((i) => i % 500)
      )
    ).toBeNull();
    for (const name of ["income", "number of children", "nr", "Rowing", "caseload", "wages"])
      expect(why(name, mixed)).toBeNull();
  });

  it("is told of a column that is named as the treatment, under its own name", () => {
    const own = {"Befragten-Nr": mixed, arm: rows((i) => i % 2)};
    const [id] = profileTable({columns: own, words: {}});
    expect(id.label).toBe("Befragten-Nr");
    expect(() => armsOf(id)).toThrow(
      /^invalid treatment: Befragten-Nr looks like an identifier of rows, /
    );
    const [many] = profileTable({columns: {x: rows((i) => i * 0.5)}, words: {}});
    expect(() => armsOf(many)).toThrow(/^invalid treatment: x has 2000 or more values; /);
  });
});

describe("binColumn", () => {
  it("makes ranges of equal size, and never cuts equal values apart", () => {
    expect(binColumn(Float64Array.of(1, 2, 3, 4, NaN), 2)).toEqual([
      [2, "1–2", 2],
      [4, "3–4", 2]
    ]);
    expect(binColumn(Float64Array.of(1, 5, 5, 5, 5, 6), 2)).toEqual([
      [5, "1–5", 5],
      [6, "6", 1]
    ]);
    expect(binColumn(Float64Array.of(3, 3, 3), 2)).toEqual([[3, "3", 3]]);
    expect(binColumn(Float64Array.of(NaN), 2)).toEqual([]);
  });
});

describe("auditGroups", () => {
  const treatment = columns.treat;

  it("finds large groups with both arms sound", () => {
    const {counts, warnings} = auditGroups({
      treatment,
      modifiers: {female: columns.female, region: columns.region}
    });
    expect(counts).toEqual({
      rows: n,
      groups: 6,
      smallest: 40,
      median: 40,
      largest: 40,
      small: 0,
      lacking: 0
    });
    expect(warnings).toEqual([]);
  });

  it("warns of small groups, says what coarser ones would be, and of levels without end", () => {
    const {warnings, without} = auditGroups({
      treatment,
      modifiers: {female: columns.female, age: columns.age}
    });
    expect(warnings.map(({code}) => code)).toEqual(["W1", "W2", "W6"]);
    expect(warnings[0].remedy).toBe(
      "Use fewer or coarser modifiers: without age there are 2 groups of 120 rows in the middle."
    );
    const {warnings: called} = auditGroups({
      treatment,
      modifiers: {female: columns.female, x_age: columns.age},
      labels: {x_age: "“Age”"}
    });
    expect(called[0].remedy).toContain(": without “Age” there are 2 groups");
    expect(called[2].message).toMatch(/^“Age” has /);
    expect(without.map(({modifier, counts}) => [modifier, counts.groups])).toEqual([
      ["female", 60],
      ["age", 2]
    ]);
  });

  it("warns of a single modifier, of few groups and of empty arms", () => {
    const {warnings, counts} = auditGroups({treatment, modifiers: {treated: columns.treat}});
    expect(warnings.map(({code}) => code)).toEqual(["W2", "W3", "W4"]);
    expect(counts.lacking).toBe(2);
    expect(() => auditGroups({treatment, modifiers: {}})).toThrow(/^missing modifiers: /);
  });
});

import {describe, expect, it} from "vitest";
import type {Declaration} from "../../../src/data/define/declaration.js";
import {defineStudy} from "../../../src/data/define/define-study.js";
import {changesBetween} from "../../../src/data/fork/changes.js";
import {renewed, type Renewed} from "../../../src/data/fork/renewed.js";
import {runRecodes} from "../../../src/data/recode.js";
import {createStandIn} from "../../../src/data/stand-in.js";
import {fromColumns} from "../../../src/data/table.js";
import type {Columns} from "../../../src/engine/index.js";

const letters = (text: string): string[] => Array.from(text);

/** Twelve rows of 98 and one of 99; every count below is by hand. */
const columns: Columns = {
  year: Float64Array.of(98, 98, 98, 98, 98, 98, 98, 98, 98, 98, 98, 98, 99),
  arm: [...letters("cccclllllpcl"), "c"],
  mood: [
    ...["bad", "good", "fair", "good", "bad", "good"],
    ...["good", "none", "fair", null, "good", "bad", "awful"]
  ],
  "Party now": [...letters("gggrrrbbbggr"), "x"],
  age: Float64Array.of(20, 30, 40, 50, 60, 70, 20, 30, NaN, 50, 60, 70, 99),
  score: Float64Array.of(1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 100),
  village: [...letters("aaabbbcccabc"), "d"]
};

const declaration: Declaration = {
  id: "letters",
  title: "Whom do letters move?",
  row: ["voter", "voters"],
  source: {file: "old.csv", bytes: 1, sha256: "0".repeat(64), licence: "CC BY 4.0"},
  rows: 20,
  where: {year: [98]},
  treatment: {
    column: "arm",
    label: "A letter",
    control: ["c", "None", 9],
    treated: ["l", "Sent", 9]
  },
  outcomes: {
    mood: {
      label: "Mood",
      levels: [
        ["bad", "Bad", 5],
        ["fair", "Fair", 5],
        ["good", "Good", 5]
      ]
    }
  },
  scale: {unit: "points", factor: 1, digits: 2},
  modifiers: {
    party: {
      from: "Party now",
      label: "Party",
      levels: [
        ["r", "Red", 6],
        ["g", "Green or blue", 6],
        ["b", "Green or blue", 6]
      ],
      names: true
    },
    age: {
      label: "Age",
      bins: [
        [45, "young", 9],
        [70, "old", 9]
      ],
      missing: "No age"
    }
  },
  controls: {score: {label: "Score", mean: 9, sd: 9}},
  clusters: {village: {label: "Village", count: 9, rows: [1, 9]}},
  priors: ["b: normal(0, 1)"],
  formulas: {mood: "mood ~ 1 + arm"}
};

const source = {file: "new.csv", bytes: 2, sha256: "1".repeat(64)};
const home = "src/data/studies/letters.ts";
const renew = (change: Partial<Columns> = {}, own: Partial<Declaration> = {}): Renewed => {
  const all = Object.entries({...columns, ...change}).filter(([, one]) => one !== undefined);
  return renewed(
    {...declaration, ...own},
    {columns: Object.fromEntries(all) as Columns, source, home}
  );
};

describe("renewed", () => {
  const {declaration: next, notes} = renew();

  it("counts rows, levels, bins, moments and clusters of the rows that are kept, and leaves the rest as declared", () => {
    const {treatment, outcomes, modifiers, controls, clusters} = next;
    expect(next.rows).toBe(12);
    expect([treatment.control, treatment.treated]).toEqual([
      ["c", "None", 5],
      ["l", "Sent", 6]
    ]);
    expect(outcomes.mood.levels?.map(([, , rows]) => rows)).toEqual([3, 2, 5]);
    expect(modifiers.party.levels).toEqual([
      ["r", "Red", 4],
      ["g", "Green or blue", 5],
      ["b", "Green or blue", 3]
    ]);
    expect(modifiers.age.bins?.map(([, , rows]) => rows)).toEqual([5, 6]);
    // Three each of 1, 2, 3 and 4: squares of 15 in all, by 11.
    expect(controls?.score).toEqual({label: "Score", mean: 2.5, sd: 1.16775});
    expect(clusters?.village).toEqual({label: "Village", count: 3, rows: [4, 4]});
    expect(next.source).toEqual({...source, licence: "CC BY 4.0"});
    for (const key of ["id", "title", "row", "where", "scale", "priors", "formulas"] as const)
      expect(next[key]).toBe(declaration[key]);
    expect(Object.keys(next)).toEqual(Object.keys(declaration));
  });

  it("finds anew which values a selection leaves out, and keeps its label", () => {
    const ages = [20, 30, 40, 50, 60];
    const own: Partial<Declaration> = {
      where: {age: ages},
      whereWords: {age: {label: "Age in years", without: [1]}}
    };
    const {whereWords} = renew({}, own).declaration;
    expect(whereWords).toEqual({age: {label: "Age in years", without: [70, 99]}});
    const few = renew({}, {...own, where: {year: [98]}});
    expect(few.declaration).not.toHaveProperty("whereWords");
  });

  it("counts no code for no answer, whether the new file has it or not", () => {
    const {declaration: coded} = renew({}, {noAnswer: {age: [20, -9]}});
    expect(coded.modifiers.age.bins?.map(([, , rows]) => rows)).toEqual([3, 6]);
    expect(coded.noAnswer).toEqual({age: [20, -9]});
  });

  it("gives a declaration that holds of the file, where the one before did not", () => {
    const run = (one: Declaration): number =>
      runRecodes(fromColumns(columns), defineStudy(one).recodes, {verify: true}).table.numRows();
    expect(() => run(declaration)).toThrow(/^invalid result of recode "Columns": rows 12 where 20/);
    // Of twelve one is of another arm, and none of the others lacks its mood's level but “none”.
    expect(run(next)).toBe(10);
  });

  it("says what is left out", () => {
    expect(notes).toEqual([
      "left out, since no level of arm names them: “p” (1 row)",
      "left out, since no level of mood names them: “none” (1 row)"
    ]);
  });

  it("says of addresses that the new file has to be there, where it is another", () => {
    const own = {...declaration.source, urls: ["https://example.org/old.csv"]};
    expect(renew({}, {source: own}).notes.at(-1)).toMatch(/^the declaration's urls stay; /);
    const same = renew({}, {source: {...own, sha256: source.sha256}});
    expect(same.notes).toEqual(notes);
  });

  it("changes nothing the second time", () => {
    expect(renewed(next, {columns, source, home}).declaration).toEqual(next);
    expect(changesBetween(next, next)).toEqual(["12 rows, as before"]);
  });

  it("keeps an answer that nobody gives, which is a step of the scale", () => {
    const mood = (columns.mood as string[]).map((text) => (text === "fair" ? "good" : text));
    const {declaration: own, notes: said} = renew({mood});
    expect(own.outcomes.mood.levels?.map(([, , rows]) => rows)).toEqual([3, 0, 7]);
    expect(said).toContain("no row has the answer “Fair” of mood any more; it stays declared");
    expect(createStandIn("letters", defineStudy(own).standIn).table.numRows()).toBe(12);
  });

  it("counts no cluster of rows that have no value of it, and the file is as declared", () => {
    const village = (columns.village as string[]).map((name, k) => (k < 2 ? null : name));
    const {declaration: own} = renew({village});
    expect(own.clusters?.village).toMatchObject({count: 3, rows: [2, 4]});
    const raw = fromColumns({...columns, village});
    const {table} = runRecodes(raw, defineStudy(own).recodes, {verify: true});
    expect(table.numRows()).toBe(8);
  });

  it("keeps a value that has no row where another of its level has", () => {
    const party = (columns["Party now"] as string[]).map((text) => (text === "b" ? "g" : text));
    const {declaration: own} = renew({"Party now": party});
    expect(own.modifiers.party.levels?.map(([, , rows]) => rows)).toEqual([4, 8, 0]);
  });
});

describe("what does not hold any more is told by column and value", () => {
  const replaced = (name: string, from: string, to: string | null): Partial<Columns> => ({
    [name]: (columns[name] as (string | null)[]).map((text) => (text === from ? to : text))
  });
  const numbers = (name: string, from: number, to: number): Partial<Columns> => ({
    [name]: (columns[name] as Float64Array).map((x) => (x === from ? to : x))
  });
  it.each<[string, Partial<Columns>, RegExp]>([
    [
      "a column that is gone",
      {"Party now": undefined, "Party nov": columns["Party now"]},
      /^missing column: Party now, a modifier of the study, is not in new\.csv \(did you mean Party nov\?\); .* from: in src\/data\/studies\/letters\.ts, /
    ],
    ["the selection's column", {year: undefined}, /^missing column: year, a selection of/],
    [
      "the selection's value",
      numbers("year", 98, 97),
      /^unknown value: "98" of year; it has 97, 99/
    ],
    [
      "a value without a level",
      replaced("Party now", "b", 'the "b"'),
      /^unknown value: “the "b"” of Party now in new\.csv \(3 rows\) has no level; declare one, as \["the \\"b\\"", "the \\"b\\"", 0\], in src/
    ],
    [
      "a level without rows",
      replaced("Party now", "r", "g"),
      /^missing rows: no row of new\.csv has “Red” \(r\) of Party now any more; .*letters\.ts/
    ],
    [
      "an arm without rows",
      replaced("arm", "l", "p"),
      /“l” of arm, the treatment, .* c, p, in src/
    ],
    [
      "an outcome's texts that are numbers now",
      {mood: columns.age},
      /^invalid outcome: mood holds numbers in new\.csv, such as “20”, and is declared as answers in words/
    ],
    [
      "a number beyond the bins",
      numbers("age", 20, 71),
      /^unknown value: 71 of age in new\.csv is beyond the last bin, which ends at 70; raise that end in src/
    ],
    [
      "a bin without rows",
      {age: new Float64Array(13).fill(50)},
      /is in the bin “young” of age any more/
    ],
    [
      "numbers that are texts now",
      {score: [...letters("12341234123"), "n/a", "1"]},
      /^invalid control: score holds texts in new\.csv, such as “n\/a”, and is declared as numbers/
    ],
    [
      "a number that is a constant now",
      {score: new Float64Array(13)},
      /^invalid control: score has one value/
    ],
    [
      "clusters of one row",
      {village: letters("abcdefghijklm")},
      /^invalid cluster: village has one row for/
    ],
    [
      "one cluster",
      {village: letters("aaaaaaaaaaaab")},
      /^invalid cluster: village has not two values/
    ]
  ])("%s", (_why, change, sentence) => expect(() => renew(change)).toThrow(sentence));

  it.each<[string, Declaration["outcomes"], RegExp]>([
    [
      "an outcome of numbers that is texts",
      {mood: {label: "Mood", mean: 1, sd: 1}},
      /^invalid outcome: mood holds texts in new\.csv, such as “bad”, /
    ],
    [
      "an outcome of numbers with another one",
      {
        score: {
          label: "Score",
          levels: [
            [1, "1", 3],
            [2, "2", 3],
            [3, "3", 3]
          ]
        }
      },
      /^unknown value: “4” of score in new\.csv \(3 rows\) has no level; declare one, as \[4, "4", 0\], /
    ],
    [
      "an outcome with one answer left",
      {
        mood: {
          label: "Mood",
          levels: [
            ["bad", "Bad", 3],
            ["worse", "Worse", 3]
          ]
        }
      },
      /^missing rows: no row of new\.csv has “Worse” \(worse\) of mood any more/
    ]
  ])("%s", (_why, outcomes, sentence) =>
    expect(() => renew({}, {outcomes, controls: {}})).toThrow(sentence)
  );
});

describe("changesBetween", () => {
  it("tells rows, file, levels, moments and clusters, before and after", () => {
    expect(changesBetween(declaration, renew().declaration)).toEqual([
      "20 rows are now 12",
      "the file is now new.csv, and was old.csv",
      "A letter: “None” 9 → 5, “Sent” 9 → 6",
      "Mood: “Bad” 5 → 3, “Fair” 5 → 2",
      "Party: “Red” 6 → 4, “Green or blue” 12 → 8",
      "Age: “young” 9 → 5, “old” 9 → 6",
      "Score: mean 9 → 2.5, standard deviation 9 → 1.16775",
      "Village: 9 units of 1 to 9 rows → 3 units of 4 rows"
    ]);
  });
});

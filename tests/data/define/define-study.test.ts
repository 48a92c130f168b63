import {describe, expect, it} from "vitest";
import type {Declaration} from "../../../src/data/define/declaration.js";
import {defineStudy} from "../../../src/data/define/define-study.js";
import {runRecodes} from "../../../src/data/recode.js";
import {createStandIn} from "../../../src/data/stand-in.js";
import {fromColumns, toColumns} from "../../../src/data/table.js";

const declaration: Declaration = {
  id: "canvass",
  title: "Canvassing",
  source: {file: "canvass.csv", bytes: 1, sha256: "0"},
  rows: 6,
  treatment: {
    column: "t",
    from: "Letter?",
    label: "Letter",
    control: ["no", "No letter", 3],
    treated: ["yes", "A letter", 2]
  },
  outcomes: {
    voted: {
      label: "Turnout",
      levels: [
        ["N", "Stayed", 3],
        ["Y", "Voted", 3]
      ]
    }
  },
  scale: {unit: "percentage points", factor: 100, digits: 0},
  modifiers: {
    party: {
      label: "Party",
      names: true,
      levels: [
        [1, "Left", 2],
        [2, "Centre-Right", 1],
        [3, "Green", 1]
      ],
      missing: "No party"
    },
    age: {
      label: "Age",
      bins: [
        [40, "18–40", 3],
        [90, "41–90", 3]
      ]
    }
  },
  controls: {income: {label: "Income", mean: 10, sd: 2}},
  priors: ["b: normal(0, 0.5)", "sd: normal(0, 0.2)"]
};

const file = {
  "Letter?": ["no", "yes", "no", "yes", "no", "perhaps"],
  voted: ["N", "Y", "Y", "N", "N", "Y"],
  party: Float64Array.of(1, 2, NaN, 1, 3, NaN),
  age: Float64Array.of(20, 41, 40, 90, NaN, 30),
  income: Float64Array.of(10, 14, 8, 12, 10, 10),
  other: Float64Array.of(1, 2, 3, 4, 5, 6)
};

it("says where no citation is given, and gives the file no title of the study's", () => {
  const {citation: _none, ...source} = declaration.source;
  expect(defineStudy({...declaration, source}).source).toMatchObject({
    citation: "How to cite these data is not stated.",
    reference: {title: `Data file ${source.file}`}
  });
});

it("says what rows are, and hands on a citation that cannot be taken apart whole, with a full stop", () => {
  const citation = "Schultz (2004), School Subsidies, JDE 74";
  const study = defineStudy({
    ...declaration,
    row: ["child", "children"],
    source: {...declaration.source, citation}
  });
  expect(study.row).toEqual(["child", "children"]);
  expect(study.source).toMatchObject({citation: `${citation}.`, reference: {note: `${citation}.`}});
  expect(defineStudy(declaration).source.reference.note).toBeUndefined();
  // Who publishes it is not known, wherever the file lies.
  expect(defineStudy(declaration).source.reference).not.toHaveProperty("publisher");
});

it("calls groups of the poor by that word alone", () => {
  const levels = [["no pobre", "Not poor", 3] as const, ["pobre", "Poor", 3] as const];
  const modifiers = {...declaration.modifiers, poor: {label: "Poverty", levels}};
  expect(defineStudy({...declaration, modifiers}).describe({poor: "Poor", age: "18–40"})).toBe(
    "Age 18–40, poor"
  );
});

const changed =
  (changes: Partial<Declaration>): (() => unknown) =>
  () =>
    defineStudy({...declaration, ...changes});

describe("defineStudy", () => {
  const study = defineStudy(declaration);

  it("recodes the file: two arms, kinds as texts, bins, two standard deviations, complete rows", () => {
    const {table, records} = runRecodes(fromColumns(file), study.recodes, {verify: true});
    const plain = Object.entries(toColumns(table)).map(([name, column]) => [
      name,
      Array.from<unknown>(column)
    ]);
    expect(Object.fromEntries(plain)).toEqual({
      t: [0, 1, 0, 1],
      voted: [0, 1, 1, 0],
      party: ["Left", "Centre Right", "No party", "Left"],
      age: [0, 1, 0, 1],
      income: [0, 1, -0.5, 0.5],
      group: ["Left_0", "Centre Right_1", "No party_0", "Left_1"]
    });
    expect(records.map(({rowsAfter}) => rowsAfter)).toEqual([6, 5, 5, 4, 4, 4]);
  });

  it("takes codes for no answer for what they mean, and says which", () => {
    const coded = {...file, income: Float64Array.of(10, 14, 98, 99, 10, 10)};
    const noAnswer = {income: [98, 99], party: [3]};
    const party = {
      ...declaration.modifiers.party,
      levels: declaration.modifiers.party.levels?.slice(0, 2)
    };
    const {recodes} = defineStudy({
      ...declaration,
      noAnswer,
      modifiers: {...declaration.modifiers, party}
    });
    const {table, records} = runRecodes(fromColumns(coded), recodes, {verify: true});
    expect(Array.from<unknown>(toColumns(table).income)).toEqual([0, 1]);
    expect(records[0]).toMatchObject({
      name: "No answers",
      why: "“98” and “99” of income and “3” of party mean that there is no answer."
    });
    // The file's own rows, and then those with an answer.
    expect(records.map(({rowsAfter}) => rowsAfter)).toEqual([6, 6, 5, 5, 2, 2, 2]);
  });

  it("does not take another file for the declared one", () => {
    const other = {...file, party: Float64Array.of(1, 1, NaN, 1, 3, NaN)};
    expect(() => runRecodes(fromColumns(other), study.recodes, {verify: true})).toThrow(
      /^invalid result of recode "Columns": rows with party = 1 3 where 2 are expected/
    );
  });

  it("gives baselines of their own to all that shifts the effect", () => {
    const [{spec, ols, live}] = study.models;
    expect(spec.formula).toBe("voted ~ 1 + t * (party + age) + income + (1 + t || group)");
    expect(ols?.saturated?.formula).toBe("voted ~ t * group + income");
    // A group of a few rows has no robust errors, and nobody says that rows err together.
    expect(ols?.saturated?.errors).toBe("classical");
    for (const rung of ["complete", "additive", "saturated"] as const)
      expect(ols?.[rung]?.cluster).toBeUndefined();
    expect(live).toMatchObject({cells: "voted", groups: {kind: "joined", column: "group"}});
    expect(study.cells).toEqual({voted: ["t", "party", "age", "group"]});
  });

  it("lets an intercept vary by cluster, and leaves the method to the engine", () => {
    const withClusters = (count: number) =>
      defineStudy({
        ...declaration,
        clusters: {street: {from: "Street", label: "Street", count, rows: [1, 3]}}
      });
    const few = withClusters(4);
    const [{spec, sampler, words}] = few.models;
    expect(spec.formula).toBe(
      "voted ~ 1 + t * (party + age) + income + (1 + t || group) + (1 | street)"
    );
    expect(few.cells).toEqual({voted: ["t", "party", "age", "group", "street"]});
    expect(words?.sd_street__Intercept).toBe("Baselines by street, sd between them");
    expect(sampler).toEqual({draws: 2000, seed: "canvass", targetAcceptance: 0.95});
    expect(withClusters(400).models[0].sampler).toEqual(sampler);
    const {table} = createStandIn("canvass", few.standIn);
    expect(new Set(toColumns(table).Street as Float64Array)).toEqual(new Set([1, 2, 3, 4]));
  });

  it("takes clusters as texts, and checks their sizes", () => {
    const streets = {...file, Street: Float64Array.of(7, 7, 8, 8, 7, NaN)};
    const ofSizes = (count: number, smallest: number, largest: number) =>
      runRecodes(
        fromColumns(streets),
        defineStudy({
          ...declaration,
          clusters: {
            street: {from: "Street", label: "Street", count, rows: [smallest, largest]}
          }
        }).recodes,
        {verify: true}
      );
    // A row without a street belongs to none, and is left out.
    expect(toColumns(ofSizes(2, 2, 3).table).street).toEqual(["7", "7", "8", "8"]);
    expect(() => ofSizes(2, 1, 3)).toThrow("smallest group of Street 2 where 1 are expected");
  });

  it("has words for coefficients, kinds beside the first in the alphabet", () => {
    const [{words}] = study.models;
    expect(words).toMatchObject({
      "b_t:partyLeft": "Left, not Centre-Right",
      "b_t:partyNoparty": "No party, not Centre-Right",
      "b_t:age": "Age 41–90, not 18–40",
      b_income: "Income, per two standard deviations: baseline"
    });
  });

  it("describes groups in words, names with their capitals, bare ranges with what they are of", () => {
    expect(study.describe({party: "Left", age: "18–40"})).toBe("Left, age 18–40");
    expect(study.describe({age: "41–90"})).toBe("Age 41–90");
  });

  it("brings a stand-in with the declared rows by level", () => {
    const {table} = createStandIn("canvass", study.standIn);
    const columns = toColumns(table);
    expect([...(columns["Letter?"] as string[])].filter((x) => x === "no")).toHaveLength(3);
    expect([...(columns.party as Float64Array)].filter((x) => x === 1)).toHaveLength(2);
    const {table: rows} = runRecodes(table, study.recodes, {verify: false});
    expect(rows.numRows()).toBeGreaterThan(0);
  });

  it("brings one whose measures have the values that rows are kept by", () => {
    const rated = defineStudy({
      ...declaration,
      outcomes: {trust: {from: "Trust", label: "Trust", mean: 3, sd: 2}},
      where: {Trust: [1, 2, 3, 4, 5]}
    });
    const {table} = createStandIn("canvass", rated.standIn);
    const found = new Set(toColumns(table).Trust as Float64Array);
    expect(found.size).toBeGreaterThan(1);
    expect([...found].every((value) => [1, 2, 3, 4, 5].includes(value))).toBe(true);
    expect(runRecodes(table, rated.recodes, {verify: false}).table.numRows()).toBeGreaterThan(0);
  });

  it.each([
    [{id: "My study"}, /^invalid study name: "My study"; /],
    [{outcomes: {}}, /^missing outcome: /],
    [
      {clusters: {age: {label: "Age", count: 4, rows: [1, 2]}} as const},
      /^ambiguous role: age is a modifier and a cluster; /
    ],
    [
      {clusters: {street: {label: "Street", count: 1, rows: [6, 6]}} as const},
      /^invalid clusters: street has 1; /
    ],
    [{modifiers: {}}, /^missing modifiers: /],
    [
      {controls: {party: {label: "P", mean: 0, sd: 1}}},
      /^ambiguous role: party is a modifier and a control; /
    ],
    [
      {modifiers: {age: {label: "Age", mean: 1, sd: 1}}},
      /^missing levels: modifier age has none; /
    ],
    [
      {
        modifiers: {
          age: {
            label: "Age",
            levels: [
              [1, "a", 1],
              [1, "b", 1]
            ] as const
          }
        }
      },
      /^ambiguous levels: age has 1 twice; /
    ],
    [
      {
        modifiers: {
          age: {
            label: "Age",
            bins: [
              [2, "a", 1],
              [1, "b", 1]
            ] as const
          }
        }
      },
      /^invalid bins: age goes back to 1; /
    ],
    [
      {modifiers: {age: {label: "Age", levels: [[1, "a", 1]] as const}}},
      /^invalid levels: column age has one; /
    ],
    [{controls: {income: {label: "Income"}}}, /^missing levels: column income has neither /],
    [{outcomes: {"the vote": {label: "Vote", mean: 0, sd: 1}}}, /^invalid name: "the vote"; /]
  ])("refuses %j", (changes, sentence) => {
    expect(changed(changes)).toThrow(sentence);
  });
});

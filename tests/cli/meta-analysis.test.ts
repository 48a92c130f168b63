import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {poolhouse, temporaryFolder} from "./poolhouse.js";

const folder = temporaryFolder();
const rows = [
  ...["A,28,15", "B,8,10", "C,-3,16", "D,7,11", "E,-1,9", "F,1,11", "G,18,10", "H,12,18"]
].map((row, i) => `${row},${i === 2 ? 0 : 1},0`);

beforeAll(() => {
  const csv = ["school,y,s,some,none", ...rows].join("\n");
  writeFileSync(join(folder.path, "schools.csv"), `${csv}\n`);
});

const fit = (formula: string, ...args: string[]) =>
  poolhouse(["fit", "--data", "schools.csv", "--formula", formula, ...args], folder.path);

describe("poolhouse fit of a meta-analysis", () => {
  it("needs no treatment: effects are empty, and sigma is no parameter", async () => {
    const {code, stdout, stderr} = await fit("y | se(s) ~ 1 + (1 | school)", "--json");
    expect([code, stderr]).toEqual([0, ""]);
    const json = JSON.parse(stdout) as Record<string, unknown> & {
      parameters: {variable: string}[];
    };
    expect(json).toMatchObject({n: 8, cells: 8, treatment: null, effects: [], advice: []});
    expect(json.parameters.map(({variable}) => variable)).toEqual([
      "b_Intercept",
      "sd_school__Intercept",
      ...["A", "B", "C", "D", "E", "F", "G", "H"].map((s) => `r_school[${s},Intercept]`)
    ]);
  });

  it.each([
    ["y | se(some) ~ 1", "invalid standard error: some is 0 in row 3; it must be positive"],
    ["y | se(school) ~ 1", 'invalid standard error: column school is text ("A"); give'],
    ["y | se(sd) ~ 1", "unknown column: sd; "],
    ["y | se(s, sigma = TRUE) ~ 1", "unsupported se(): "],
    ["y | weights(none) ~ 1", "invalid weights: none is 0 in every row; some row must count"],
    ["y | weights(some - 1) ~ 1", "invalid weight: some-1 is -1 in row 3; weights must not"],
    ["y | trials(s) ~ 1", 'unsupported addition to the outcome: "trials(s)"; use se(column)']
  ])("answers %s with one sentence", async (formula, sentence) => {
    const {code, stdout, stderr} = await fit(formula);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr.startsWith(sentence)).toBe(true);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });
});

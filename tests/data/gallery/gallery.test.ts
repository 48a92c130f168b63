// The gallery's declarations are what its page says: fitted to their files, they find what was put in.
import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {readCsv} from "../../../src/data/csv.js";
import {clusterRandomised} from "../../../src/data/gallery/cluster-randomised.js";
import {factorial} from "../../../src/data/gallery/factorial.js";
import {panel} from "../../../src/data/gallery/panel.js";
import {sites} from "../../../src/data/gallery/sites.js";
import {runRecodes} from "../../../src/data/recode.js";
import {effectsTable} from "../../../src/data/report/effects-table.js";
import {summedModel, sumStudy} from "../../../src/data/report/study-cells.js";
import type {StudyDefinition} from "../../../src/data/study.js";
import {fromColumns, toColumns} from "../../../src/data/table.js";
import {
  fit,
  runChainsInTurn,
  variableIndex,
  variableView,
  type Columns,
  type Fit
} from "../../../src/engine/index.js";
import {unkept} from "../report/tiny-study.js";
import {clustersFile, factorialFile, panelFile, sitesFile, type Simulated} from "./simulate.js";

/** The rows of a study's models. */
function rowsOf(study: StudyDefinition, {csv}: Simulated): {columns: Columns} {
  const {table} = runRecodes(fromColumns(readCsv(csv)), study.recodes, {verify: true});
  return {columns: toColumns(table)};
}

/** The study on its file, as its report would fit it, with fewer draws. */
async function fitStudy(study: StudyDefinition, {csv}: Simulated): Promise<Fit> {
  const {table} = runRecodes(fromColumns(readCsv(csv)), study.recodes, {verify: true});
  const columns = toColumns(table);
  const [model] = study.models;
  const summed = summedModel(model, sumStudy(study, columns));
  if (!summed) throw new Error("the model is not fitted to cells");
  return fit(summed.spec, summed.data, {draws: 500, warmup: 200}, runChainsInTurn);
}

/** Each group's true effect, in the order of the fit's groups. */
function truths(study: StudyDefinition, fitted: Fit, {effects}: Simulated): number[] {
  return fitted.effects.groups.map(({values}) => {
    const labels = Object.entries(values).map(
      ([name, code]) => study.modifiers[name].levels.find(([one]) => one === code)?.[1] ?? ""
    );
    const found = [...effects].find(([key]) =>
      key.split(",").every((level, k) => meaning[level] === labels[k])
    );
    return found?.[1] ?? NaN;
  });
}

/** The file's levels in the declarations' words. */
const meaning: Readonly<Partial<Record<string, string>>> = {
  ...{official: "From an official", neighbour: "From a neighbour"},
  ...{post: "By post", text: "By text message", door: "At the door"},
  ...{majority: "Speaks the majority’s language", minority: "Speaks another language"},
  ...{town: "In town", country: "In the country"},
  ...{man: "A man heads it", woman: "A woman heads it"},
  ...{hills: "Hills", plain: "Plain", coast: "Coast"}
};

const parameter = (fitted: Fit, name: string) => {
  const found = fitted.parameters.find(({variable}) => variable === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};

const cases = [
  {study: factorial, file: factorialFile(), groups: 6, sds: {sigma: 2}},
  {
    study: clusterRandomised,
    file: clustersFile(),
    groups: 4,
    sds: {sigma: 9, sd_clinic__Intercept: 4}
  },
  {study: panel, file: panelFile(), groups: 6, sds: {sigma: 0.25, sd_household__Intercept: 0.4}}
];

describe.each(cases.map((one) => [one.study.title, one] as const))(
  "%s",
  (_, {study, file, groups, sds}) => {
    it("is declared for the file that the page tells of", () => {
      expect(study.source).toMatchObject({
        bytes: Buffer.byteLength(file.csv),
        sha256: createHash("sha256").update(file.csv).digest("hex")
      });
    });

    it("finds the effects that went in, within their intervals, and the spreads", async () => {
      const fitted = await fitStudy(study, file);
      expect(fitted.diagnostics.reasons).toEqual([]);
      const expected = truths(study, fitted, file);
      expect(expected).toHaveLength(groups);
      // Of a few intervals of 95 % at most one may miss; none by far.
      const misses = fitted.effects.groups.filter(
        (group, g) => expected[g] < group["q2.5"] || expected[g] > group["q97.5"]
      );
      expect(misses.length).toBeLessThanOrEqual(1);
      fitted.effects.groups.forEach(({mean, sd}, g) => {
        expect(Math.abs(mean - expected[g]) / sd).toBeLessThan(3);
      });
      // They differ between groups by more than chance makes of equal ones.
      expect(Math.max(...expected) - Math.min(...expected)).toBeGreaterThan(
        2 * Math.max(...fitted.effects.groups.map(({sd}) => sd))
      );
      for (const [name, truth] of Object.entries(sds)) {
        const {mean, sd} = parameter(fitted, name);
        expect(Math.abs(mean - truth) / sd, name).toBeLessThan(3);
      }
    });
  }
);

describe("a varying intercept for clusters", () => {
  it("is in the formula, the cells and the words", () => {
    const [{spec, words, origin}] = clusterRandomised.models;
    expect(spec.formula).toBe(
      "score ~ 1 + training * (language + place) + (1 + training || group) + (1 | clinic)"
    );
    expect(clusterRandomised.cells).toEqual({
      score: ["training", "language", "place", "group", "clinic"]
    });
    expect(words?.sd_clinic__Intercept).toBe("Baselines by clinic, sd between them");
    expect(origin).toMatch(/least squares beside it has errors clustered by clinic\./);
  });

  it("weighs a group's own data by how few clusters its arms are in", async () => {
    const fitted = await fitStudy(clusterRandomised, clustersFile());
    const [model] = clusterRandomised.models;
    const {columns: data} = rowsOf(clusterRandomised, clustersFile());
    const {data: columns} = fitted.model.design.rows;
    const one = {model, fit: fitted, columns, summed: null, ...unkept};
    const {pooling} = effectsTable(clusterRandomised, [one], data);
    const square = (name: string): number => parameter(fitted, name).q50 ** 2;
    // Fifteen clinics in each arm of a place, each with the same number of patients.
    const between = square("sd_clinic__Intercept") * (1 / 15 + 1 / 15);
    fitted.effects.groups.forEach(({n}, g) => {
      const within = square("sigma") * (4 / n);
      const spread = square("sd_group__training");
      expect(pooling[g]).toBeCloseTo(spread / (spread + within + between), 10);
    });
  });

  it("makes the intervals as wide as the clusters are few", async () => {
    const file = clustersFile();
    const {table} = runRecodes(fromColumns(readCsv(file.csv)), clusterRandomised.recodes, {
      verify: true
    });
    const [{spec}] = clusterRandomised.models;
    const options = {chains: 2, draws: 300, warmup: 150};
    const without = {...spec, formula: spec.formula.replace(" + (1 | clinic)", "")};
    const right = await fit(spec, toColumns(table), options, runChainsInTurn);
    const wrong = await fit(without, toColumns(table), options, runChainsInTurn);
    const width = ({effects}: Fit): number =>
      effects.groups.reduce((sum, {sd}) => sum + sd, 0) / effects.groups.length;
    expect(width(right)).toBeGreaterThan(1.25 * width(wrong));
  });

  it("narrows those of a panel, whose households are compared with themselves", async () => {
    const {table} = runRecodes(fromColumns(readCsv(panelFile().csv)), panel.recodes, {
      verify: true
    });
    const [{spec}] = panel.models;
    const options = {chains: 2, draws: 300, warmup: 150};
    const without = {...spec, formula: spec.formula.replace(" + (1 | household)", "")};
    const right = await fit(spec, toColumns(table), options, runChainsInTurn);
    const wrong = await fit(without, toColumns(table), options, runChainsInTurn);
    expect(parameter(right, "b_transfer").sd).toBeLessThan(0.8 * parameter(wrong, "b_transfer").sd);
  });
});

describe("estimates with known standard errors", () => {
  const file = sitesFile();

  it("find the mean, the shift of rural sites and the spread between sites", async () => {
    const fitted = await fit(sites, readCsv(file.csv), {draws: 2000}, runChainsInTurn);
    expect(fitted.diagnostics.reasons).toEqual([]);
    for (const [name, truth] of [
      ["b_Intercept", 0.3],
      ["b_rural", -0.2],
      ["sd_site__Intercept", 0.15]
    ] as const) {
      const {mean, sd} = parameter(fitted, name);
      expect(Math.abs(mean - truth) / sd, name).toBeLessThan(3);
    }
    const covered = [...file.effects].filter(([site, truth], k) => {
      const draws = (name: string): Float64Array =>
        variableView(fitted.draws, variableIndex(fitted.draws, name));
      const rural = k >= 18 ? 1 : 0;
      const own = draws(`r_site[${site},Intercept]`).map(
        (r, s) => r + draws("b_Intercept")[s] + rural * draws("b_rural")[s]
      );
      const sorted = own.sort();
      const at = (p: number): number => sorted[Math.floor(p * (sorted.length - 1))];
      return truth >= at(0.025) && truth <= at(0.975);
    });
    expect(covered.length).toBeGreaterThanOrEqual(26);
  });
});

describe("the page", () => {
  const page = readFileSync("docs/gallery.md", "utf8");

  it("says each study's model as it is fitted", () => {
    for (const {study} of cases) expect(page).toContain(`\`${study.models[0].spec.formula}\``);
  });

  it("gives the model of the sites as the file has it", () => {
    expect(page).toContain(`--formula "${sites.formula}"`);
    for (const prior of sites.priors ?? []) expect(page).toContain(`--prior "${prior}"`);
  });
});

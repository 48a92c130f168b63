// A declared study with clusters goes the whole way to the tables of its page.
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {unzipSync} from "fflate";
import {afterAll, beforeAll, expect, it, vi} from "vitest";
import type {StudyCard} from "../../../src/components/study-types.js";
import {fromArrow} from "../../../src/data/arrow.js";
import {clusterRandomised} from "../../../src/data/gallery/cluster-randomised.js";
import {readCsv} from "../../../src/data/csv.js";
import {keepIn} from "../../../src/data/keep/keep.js";
import {report} from "../../../src/data/report/report.js";
import {olsEffects} from "../../../src/engine/index.js";
import {expectClose} from "../../assert.js";
import {clustersFile} from "./simulate.js";

const folder = mkdtempSync(join(tmpdir(), "poolhouse-clusters-"));
let files: Readonly<Record<string, Uint8Array>>;

beforeAll(async () => {
  writeFileSync(join(folder, "clinics.csv"), clustersFile().csv);
  vi.stubEnv("POOLHOUSE_DATA", folder);
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const keep = keepIn({folder: join(folder, "kept")});
  // Without the map of choices, which makes the same fit many times.
  files = unzipSync(await report(clusterRandomised, keep, () => Promise.resolve([])));
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

afterAll(() => {
  rmSync(folder, {recursive: true});
});

const card = (): StudyCard =>
  JSON.parse(new TextDecoder().decode(files["study.json"])) as StudyCard;

it("converges on the file's rows, and says by what least squares clusters errors", () => {
  const [model] = card().models;
  expect(card().stand_in).toBe(false);
  expect([model.n, model.unconverged]).toEqual([1440, ""]);
  expect(model.origin).toMatch(/An intercept varies by clinic; least squares beside it has errors/);
  expect(model.ols_errors).toBe("with errors clustered by clinic (CR2)");
});

it("has errors of least squares that clinics make, not patients", () => {
  const {columns} = fromArrow(files["effects.arrow"]);
  const patients = readCsv(clustersFile().csv);
  for (const [rung, formula] of [
    ["additive", "score ~ training * (language + place)"],
    ["complete", "score ~ training + language + place"]
  ]) {
    const spec = {formula, treatment: "training", by: ["language", "place"]};
    // The file's order of levels is not the study's.
    const sds = (cluster?: string) =>
      olsEffects(patients, {...spec, cluster})
        .map(({contrast}) => contrast.se)
        .sort((a, b) => a - b);
    const own = (columns[`${rung}.sd`] as Float64Array).slice().sort();
    expectClose(own, sds("clinic"), {relative: 1e-10});
    // Whole clinics are trained, so that patients as if of strangers would be surer than they can be.
    sds().forEach((sd, g) => {
      expect(own[g]).toBeGreaterThan(1.3 * sd);
    });
  }
});

it("gives code for brms with the clusters' term and its prior", () => {
  const [{code}] = card().models;
  expect(code.brms).toContain("(1 + training || group) + (1 | clinic)");
  expect(code.brms).toContain('class = "sd", coef = "Intercept", group = "clinic"');
});

it("has sums by clinic, so that a page can refit it", () => {
  const {columns} = fromArrow(files["cells-score.arrow"]);
  // Two kinds of patients in each of sixty clinics.
  expect(new Set(columns.clinic as string[]).size).toBe(60);
  expect(columns.clinic).toHaveLength(120);
});

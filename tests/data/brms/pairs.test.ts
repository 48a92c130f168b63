// The pairs of the page for brms users are the same model to both: parameters, priors, rows, and a fit.
import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {exampleRows} from "../../../src/data/brms/example-rows.js";
import {groupPairs, outcomePairs, populationPairs} from "../../../src/data/brms/formulas.js";
import {flagsText, rText, type Pair, type RModel} from "../../../src/data/brms/pair.js";
import {priorPairs} from "../../../src/data/brms/priors.js";
import {createModel, fit, runChainsInTurn, type PriorRow} from "../../../src/engine/index.js";

const rows = exampleRows();
const pairs = [...populationPairs, ...groupPairs, ...outcomePairs, ...priorPairs];

interface Read {
  readonly brms: RModel;
  readonly rows: number;
  readonly parameters: readonly Readonly<
    Record<"class" | "coef" | "group" | "nlpar" | "prior", string>
  >[];
}

const {models} = JSON.parse(readFileSync("tests/fixtures/brms-pairs/data.json", "utf8")) as {
  models: readonly Read[];
};

/** What brms itself makes of the pair's R code (make.R). */
function readByBrms({brms}: Pair): Read {
  const found = models.find((one) => JSON.stringify(one.brms) === JSON.stringify(brms));
  if (!found) throw new Error(`brms has not read ${rText(brms)}; run make.R`);
  return found;
}

/** A row of our table of priors as brms writes it: equations apart, correlations without one. */
function asBrms({class: kind, coef, group, prior}: PriorRow): string {
  const [, stem = kind, equation = ""] = /^(b|sd|cor)_(.+)$/u.exec(kind) ?? [];
  return [stem, coef, group, stem === "cor" ? "" : equation, prior].join(" · ");
}

describe.each(pairs.map((pair) => [pair.what, pair] as const))("%s", (_, pair) => {
  it("has brms's parameters and priors, on as many rows", () => {
    const model = createModel(pair.spec, rows);
    const read = readByBrms(pair);
    expect(model.design.rows.total).toBe(read.rows);
    expect(model.priors.table.map(asBrms).sort()).toEqual(
      read.parameters
        .map((row) => [row.class, row.coef, row.group, row.nlpar, row.prior].join(" · "))
        .sort()
    );
  });

  it("is fitted", async () => {
    const options = {chains: 2, warmup: 200, draws: 200};
    const {draws, parameters} = await fit(pair.spec, rows, options, runChainsInTurn);
    expect(parameters.length).toBeGreaterThan(1);
    expect(draws.values.every(Number.isFinite)).toBe(true);
  });
});

describe("the formulas", () => {
  it("are the same text where the page says so", () => {
    const written = [...populationPairs, ...groupPairs, ...outcomePairs].filter(
      ({brms}) => !brms.formula.startsWith("bf(")
    );
    expect(written.map(({brms}) => brms.formula)).toEqual(written.map(({spec}) => spec.formula));
  });

  it("take (t | school) for (1 + t | school), and se(s, sigma = FALSE) for se(s)", () => {
    const namesOf = (formula: string) => createModel({formula}, rows).variables;
    expect(namesOf("y ~ t + (t | school)")).toEqual(namesOf("y ~ t + (1 + t | school)"));
    expect(namesOf("y | se(se, sigma = FALSE) ~ t")).toEqual(namesOf("y | se(se) ~ t"));
    expect(namesOf("y | se(se) ~ t")).not.toContain("sigma");
  });

  it("nest as (1 | region) + (1 | region:school)", () => {
    const namesOf = (formula: string) => createModel({formula}, rows).variables;
    expect(namesOf("y ~ t + (1 | region/school)")).toEqual(
      namesOf("y ~ t + (1 | region) + (1 | region:school)")
    );
  });

  it("make fifteen terms of four factors", () => {
    const four = {...rows, half: rows.year.map((_, i) => ["a", "b"][i % 2])};
    const {design} = createModel({formula: "y ~ t + (1 | school * region * year * half)"}, four);
    expect(design.terms).toHaveLength(15);
  });
});

describe("the flags", () => {
  it("leave the examples' formula out where priors or effects are the matter", () => {
    const formula = "y ~ t + (1 + t | school)";
    expect(flagsText({formula, priors: ["sd: normal(0, 1)"]})).toBe('--prior "sd: normal(0, 1)"');
    expect(flagsText({formula, family: "gaussian"})).toBe(
      '--formula "y ~ t + (1 + t | school)"\n--family gaussian'
    );
  });
});

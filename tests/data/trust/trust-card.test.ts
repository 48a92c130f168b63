import {describe, expect, it} from "vitest";
import {calibrationRows, overallP} from "../../../src/data/trust/calibration-rows.js";
import {
  readAgreement,
  readBench,
  readCalibration,
  type BenchRecord,
  type Run
} from "../../../src/data/trust/results.js";
import {trustCard} from "../../../src/data/trust/trust-card.js";

const run = (changes: Partial<Run> = {}): Run => ({
  software: "ours 1",
  method: "nuts",
  chains: 4,
  draws: 1000,
  compile_seconds: 0,
  sampling_seconds: 2,
  divergences: 0,
  min_ess_bulk: 800,
  min_ess_tail: 900,
  max_rhat: 1.001,
  n_parameters: 30,
  n_effects: 10,
  ...changes
});

const bench = (rows: BenchRecord["rows"]): BenchRecord => ({
  date: "2026-01-31",
  machine: {cpu: "abacus", cores: 1, node: "20", system: "wood"},
  rows
});

describe("trustCard", () => {
  it("shows exact draws where both methods were measured, and their ratio to Stan's rate", () => {
    const stan = run({software: "Stan", sampling_seconds: 40});
    const card = trustCard(
      bench([
        {model: "tw-lambda", load: 0.1, poolhouse: run(), stan},
        {model: "tw-lambda", load: 0.4, poolhouse: run({method: "exact", min_ess_bulk: 4000}), stan}
      ]),
      []
    );
    expect(card.speed).toHaveLength(1);
    // 4,000 effective draws in 2 s, and 800 in 40 s; 120,000 numbers are written in 0.6 ms.
    expect(card.speed[0]).toMatchObject({method: "exact draws", ours: 2000, stan: 20, ratio: 100});
    expect(card.speed[0].times_writing).toBeCloseTo(2 / 6e-4, 6);
    expect(card.speed[0].rough).toBe(false);
    expect([card.software, card.load]).toEqual([
      ["ours 1", "Stan"],
      [0.1, 0.4]
    ]);
  });
  it.each<[string, Partial<Run>]>([
    ["an R-hat above 1.01", {max_rhat: 1.02}],
    ["too few effective draws", {min_ess_bulk: 399}],
    ["a divergence", {divergences: 1}],
    ["an undefined R-hat", {max_rhat: null}]
  ])("calls a rate rough that rests on a run with %s", (_, fault) => {
    const rows = [{model: "bp-lambda", load: 1, poolhouse: run(), stan: run(fault)}];
    expect(trustCard(bench(rows), []).speed[0].rough).toBe(true);
  });
  it("leaves empty what was not measured", () => {
    const card = trustCard(
      bench([{model: "bp-lambda", load: 1, poolhouse: run(), stan: null}]),
      []
    );
    expect(card.speed[0]).toMatchObject({stan: null, ratio: null, stan_seconds: null});
    expect([card.first, card.stress, card.calibration_p, card.agreement]).toEqual([
      null,
      null,
      null,
      null
    ]);
    expect([card.rows, card.groups, card.gradients]).toEqual([[], [], []]);
  });
  it("refuses a model that has no words yet", () => {
    const rows = [{model: "new-model", load: 1, poolhouse: run(), stan: null}];
    expect(() => trustCard(bench(rows), [])).toThrow(/^missing words: new-model; /);
  });
  it("reads the committed results, every model of them", () => {
    const card = trustCard(readBench(), readCalibration(), readAgreement());
    expect(card.speed.length).toBeGreaterThan(0);
    expect(card.calibration.length).toBeGreaterThan(0);
    expect(card.agreement?.rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(card)).not.toContain("NaN");
  });
});

describe("calibrationRows", () => {
  it("turns counts into distances from uniform, and counts what keeps within Kolmogorov's band", () => {
    const record = {
      model: "logit",
      formula: "y ~ 1",
      method: "nuts",
      replications: 400,
      draws: 99,
      p: 0.5,
      quantities: [
        {name: "even", counts: [100, 110, 90, 100]},
        {name: "low", counts: [130, 100, 90, 80]}
      ]
    };
    const [row] = calibrationRows([record]);
    expect(row.curves.map(({excess}) => excess)).toEqual([
      [0, 0.025, 0],
      [0.075, 0.075, 0.05]
    ]);
    // 1.358 / sqrt(400)
    expect(row.bound).toBeCloseTo(0.0679, 4);
    expect(row.within).toBe(1);
  });
  it("takes the harmonic mean of all p values", () => {
    const ps = [0.2, 0.05].map((p) => ({p})) as unknown as Parameters<typeof overallP>[0];
    // 2 / (5 + 20)
    expect(overallP(ps)).toBeCloseTo(0.08, 12);
  });
});

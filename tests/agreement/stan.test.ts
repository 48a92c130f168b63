// The engine's posteriors beside those of brms and Stan on the two experiments. The experiments' data
// are not in this repository: POOLHOUSE_DATA names the folder that holds them.
import {readFileSync} from "node:fs";
import {beforeAll, describe, expect, it} from "vitest";
import {poolRunner} from "../../src/data/pool.js";
import {fit} from "../../src/engine/fit.js";
import {createModel} from "../../src/engine/model/model.js";
import {parsePrior} from "../../src/engine/model/prior-text.js";
import {cases, quickRuns, runs} from "./cases.js";
import {compare, LEAST_ESS, prepared, readReference} from "./reference.js";

const {bp, tw} = prepared;

describe.each(cases.map(({id}) => id))("the reference %s", (id) => {
  it("has a formula and priors in our language, and parameters enough to be held against", () => {
    const {spec, defaults, parameters} = readReference(id);
    expect(spec.formula).toMatch(/^\w+ ~ /);
    expect(
      [...(spec.priors ?? []), ...defaults].map((text) => parsePrior(text).text).length
    ).toBeGreaterThan(2);
    const weak = parameters.filter(({ess}) => !(ess >= LEAST_ESS));
    // The shortest reference has 500 draws in each of two chains.
    expect(weak.length).toBeLessThan(0.01 * parameters.length);
    for (const {mean, sd, mcse} of parameters)
      expect(Number.isFinite(mean) && sd > 0 && mcse > 0 && mcse < sd).toBe(true);
  });
});

describe("the record of bench/agreement.ts", () => {
  const {rows} = JSON.parse(readFileSync("bench/results/agreement.json", "utf8")) as {
    rows: {model: string; method: string; beyond: string[]; z: number[]}[];
  };

  it.each(runs)("holds $id by $method, within the limits that are tested here", ({id, method}) => {
    const row = rows.find((one) => one.model === id && one.method === method);
    expect(row?.beyond).toEqual([]);
    expect(row?.z.length).toBeGreaterThan(2);
  });
});

describe.runIf(bp && tw)("with the experiments' data (POOLHOUSE_DATA)", () => {
  describe.each(cases)("the model $id", ({id, data}) => {
    it("has brms's rows, parameters and default priors", () => {
      const {spec, n, parameters, defaults} = readReference(id);
      const model = createModel(spec, data!);
      expect(model.design.rows.n).toBe(n);
      expect(model.variables.toSorted()).toEqual(parameters.map((p) => p.variable).sort());
      const own = model.priors.table.filter(({source}) => source === "default");
      const texts = own.map(({class: kind, prior}) => `${kind}: ${prior}`);
      // brms prints one line for a class; we, one for each parameter.
      expect([...new Set(texts)].sort()).toEqual(defaults.toSorted());
    });
  });

  describe.each(quickRuns)("the posterior of $id by $method", ({id, data, options}) => {
    const reference = readReference(id);
    let compared: ReturnType<typeof compare>;

    beforeAll(async () => {
      const fitted = await fit(reference.spec, data!, options, poolRunner({workers: 2}));
      compared = compare(fitted, reference);
    }, 900_000);

    it("has Stan's means, every one within four Monte Carlo errors", () => {
      const {means, held} = compared;
      expect(held).toBeGreaterThan(0.99 * reference.parameters.length - 1);
      expect(means).toEqual([]);
    });

    it("has Stan's standard deviations", () => {
      expect(compared.sds).toEqual([]);
    });

    it("differs from Stan by no more than chance over all parameters", () => {
      // The mean of squared z is 1 by chance; parameters of one model hang together, so that it may
      // come out at some times that, but not at many.
      const {meanSquare} = compared;
      expect(meanSquare).toBeLessThan(2.5);
      expect(meanSquare).toBeGreaterThan(0.2);
    });
  });
});

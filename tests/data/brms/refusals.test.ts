// What the page for brms users says is refused is refused, with the sentence printed there.
import {describe, expect, it} from "vitest";
import {exampleRows} from "../../../src/data/brms/example-rows.js";
import {refusals} from "../../../src/data/brms/refusals.js";
import {
  createGenerator,
  fit,
  InputError,
  runChainsInTurn,
  type Columns,
  type Fit
} from "../../../src/engine/index.js";

const rows = exampleRows();
const options = {chains: 2, warmup: 200, draws: 500};

describe.each(refusals.map((one) => [one.what, one] as const))("%s", (_, {spec, sentence}) => {
  it("is refused with the page's sentence, before any chain runs", async () => {
    let ran = false;
    const refused = fit(spec, rows, options, (model, given) => {
      ran = true;
      return runChainsInTurn(model, given);
    });
    await expect(refused).rejects.toThrow(new InputError(sentence));
    expect(ran).toBe(false);
  });
});

describe("the ways around", () => {
  const meanOf = ({parameters}: Fit, name: string): readonly [mean: number, error: number] => {
    const found = parameters.find(({variable}) => variable === name);
    return [found?.mean ?? NaN, found?.mcse_mean ?? NaN];
  };

  it("two weighted rows for counts of trials: the posterior of as many rows of zeros and ones", async () => {
    const {k, n, t} = rows;
    const weighted: Columns = {
      d: Float64Array.from({length: 2 * k.length}, (_, i) => Number(i < k.length)),
      w: Float64Array.from([...k, ...k.map((ones, i) => n[i] - ones)]),
      t: Float64Array.from([...t, ...t])
    };
    const long = Array.from(k, (ones, i) =>
      Array.from({length: n[i]}, (_, j) => [Number(j < ones), t[i]] as const)
    ).flat();
    const single: Columns = {
      d: Float64Array.from(long, ([d]) => d),
      t: Float64Array.from(long, ([, one]) => one)
    };
    const asked = {family: "bernoulli", formula: "d ~ t"};
    const a = await fit(
      {...asked, formula: "d | weights(w) ~ t"},
      weighted,
      options,
      runChainsInTurn
    );
    const b = await fit(asked, single, options, runChainsInTurn);
    for (const name of ["b_Intercept", "b_t"]) {
      const [[one, s], [other, r]] = [meanOf(a, name), meanOf(b, name)];
      expect(Math.abs(one - other)).toBeLessThan(4.5 * Math.hypot(s, r));
    }
  });

  it("a term with a level for each row is a residual scale beside known errors", async () => {
    const chance = createGenerator("residual", 0);
    const se = Float64Array.from({length: 300}, (_, i) => 0.3 + 0.2 * (i % 3));
    const data: Columns = {
      se,
      y: se.map((s) => 2 + Math.hypot(s, 0.8) * chance.normal()),
      row: Array.from(se, (_, i) => `r${String(i)}`)
    };
    const {parameters} = await fit(
      {formula: "y | se(se) ~ 1 + (1 | row)"},
      data,
      {...options, draws: 1000},
      runChainsInTurn
    );
    const sd = parameters.find(({variable}) => variable === "sd_row__Intercept");
    expect(sd?.["q2.5"]).toBeLessThan(0.8);
    expect(sd?.["q97.5"]).toBeGreaterThan(0.8);
    expect(sd?.sd).toBeLessThan(0.1);
  });
});

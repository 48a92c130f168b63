import {describe, expect, it} from "vitest";
import {poolRunner} from "../../src/data/pool.js";
import {fit, runChainsInTurn, type ChainRunner, type Columns} from "../../src/engine/index.js";
import {InputError} from "../../src/engine/error.js";

const rows = Array.from({length: 40}, (_, i) => i);
const data: Columns = {
  y: Float64Array.from(rows, (i) => Math.sin(7 * i) + (i % 2)),
  t: Float64Array.from(rows, (i) => i % 2),
  g: rows.map((i) => `g${i % 5}`)
};
const spec = {formula: "y ~ t + (1 + t | g)"};

const sample = (run: ChainRunner, method: "exact" | "nuts" = "nuts") =>
  fit(spec, data, {method, chains: 3, warmup: 60, draws: 40, seed: "pool"}, run);

describe("poolRunner", () => {
  it.each(["exact", "nuts"] as const)(
    "gives the same draws, byte by byte, on one, two and three workers (%s)",
    async (method) => {
      const here = await sample(runChainsInTurn, method);
      for (const workers of [1, 2, 3]) {
        const {draws} = await sample(poolRunner({workers}), method);
        expect(draws.values).toEqual(here.draws.values);
      }
    }
  );

  it("returns chains in order, each with its own draws", async () => {
    const {chains} = await sample(poolRunner({workers: 2}));
    const firsts = chains.map(({values}) => values[0]);
    expect(new Set(firsts).size).toBe(3);
  });

  it("measures time, which the engine cannot", async () => {
    const {chains} = await sample(poolRunner({workers: 2}));
    expect(chains.every(({samplingSeconds}) => samplingSeconds >= 0)).toBe(true);
  });

  it.each([1, 2])(
    "tells how far each chain is, up to its end, with %i workers",
    async (workers) => {
      const told = new Map<number, number[]>();
      const progress = (chain: number, done: number, total: number) => {
        expect(total).toBe(100);
        told.set(chain, [...(told.get(chain) ?? []), done]);
      };
      await sample(poolRunner({workers, progress}));
      for (const done of told.values()) {
        expect(done).toEqual(done.toSorted((a, b) => a - b));
        expect(done.at(-1)).toBe(100);
      }
      expect([...told.keys()].sort()).toEqual([0, 1, 2]);
    }
  );

  it("stops its threads when aborted and raises the signal's reason", async () => {
    const stop = new AbortController();
    let reports = 0;
    const progress = () => {
      ++reports;
      stop.abort(new Error("enough"));
    };
    // Minutes of work, if it were not stopped.
    const endless = {
      method: "nuts",
      chains: 3,
      warmup: 0,
      draws: 10_000_000,
      seed: "pool"
    } as const;
    const tiny = {y: data.y, g: data.g};
    const run = poolRunner({workers: 2, progress, signal: stop.signal});
    await expect(fit({formula: "y ~ (1 | g)"}, tiny, endless, run)).rejects.toThrow("enough");
    expect(reports).toBeGreaterThan(0);
    await expect(fit({formula: "y ~ (1 | g)"}, tiny, endless, run)).rejects.toThrow("enough");
  });

  it.each([1, 2])("raises an InputError of a chain as such, with %i workers", async (workers) => {
    // Squares of these overflow, so that no starting point has a finite density.
    const huge = {...data, y: (data.y as Float64Array).map((y) => y * 1e200)};
    const options = {method: "nuts", chains: 2, warmup: 10, draws: 10} as const;
    const failed = fit(spec, huge, options, poolRunner({workers}));
    await expect(failed).rejects.toThrow(InputError);
    await expect(failed).rejects.toThrow(/; /);
  });
});

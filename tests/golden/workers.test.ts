import {describe, expect, it} from "vitest";
import {poolRunner} from "../../src/data/pool.js";
import {fit} from "../../src/engine/fit.js";
import {runChainsInTurn} from "../../src/engine/run-chains.js";
import {columns, digest, fits, options} from "./example.js";

describe.each(fits)("the draws of $what", ({spec, method}) => {
  const run = (runner: Parameters<typeof fit>[3], seed = options.seed) =>
    fit(spec, columns, {...options, method, seed}, runner).then(digest);

  it("are the same bytes from this thread, from two worker threads and from four", async () => {
    const here = await run(runChainsInTurn);
    expect(here).toMatch(/^[0-9a-f]{64}$/);
    for (const workers of [1, 2, 4]) expect(await run(poolRunner({workers}))).toBe(here);
  });

  it("are other bytes for another seed", async () => {
    expect(await run(runChainsInTurn, "other")).not.toBe(await run(runChainsInTurn));
  });
});

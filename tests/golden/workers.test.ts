import {describe, expect, it} from "vitest";
import {poolRunner} from "../../src/data/pool.js";
import {fit} from "../../src/engine/fit.js";
import {runChainsInTurn} from "../../src/engine/run-chains.js";
import type {Columns} from "../../src/engine/types.js";
import {data, digest, methods, options, spec} from "./example.js";

const numbers = ["y", "t", "x", "h"] as const;
const columns: Columns = {
  g: data.g,
  ...Object.fromEntries(numbers.map((name) => [name, Float64Array.from(data[name])]))
};

describe.each(methods)("the draws by %s", (method) => {
  const run = (runner: Parameters<typeof fit>[3], seed = "golden") =>
    fit(spec, columns, {...options, method, seed}, runner).then(digest);

  it("are the same bytes from this thread, from one worker thread and from two", async () => {
    const here = await run(runChainsInTurn);
    expect(here).toMatch(/^[0-9a-f]{64}$/);
    for (const workers of [1, 2]) expect(await run(poolRunner({workers}))).toBe(here);
  });

  it("are other bytes for another seed", async () => {
    expect(await run(runChainsInTurn, "other")).not.toBe(await run(runChainsInTurn));
  });
});

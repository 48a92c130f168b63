import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, it} from "vitest";
import {keepIn} from "../../../src/data/keep/keep.js";
import {keptFit} from "../../../src/data/keep/kept-fit.js";
import {poolRunner} from "../../../src/data/pool.js";
import {createGenerator, type ChainRunner} from "../../../src/engine/index.js";

const folder = mkdtempSync(join(tmpdir(), "poolhouse-fit-"));
afterAll(() => rmSync(folder, {recursive: true}));

const generator = createGenerator("kept fit", 0);
const column = (value: (i: number) => number) =>
  Float64Array.from({length: 80}, (_, i) => value(i));
const data = {
  y: column((i) => generator.normal() + (i % 2)),
  t: column((i) => i % 2),
  g: column((i) => Math.floor(i / 2) % 4)
};
const origin = {
  data: "0",
  engine: "e",
  spec: {formula: "y ~ 1 + t + (0 + t | g)", treatment: "t", by: ["g"], priors: ["b: normal(0, 1)"]}
};
const sampler = {chains: 2, warmup: 50, draws: 50, seed: "kept"};

it("gives a fit that was kept without running it, equal in everything", async () => {
  let runs = 0;
  const pool = poolRunner({workers: 1});
  const run: ChainRunner = (...task) => {
    runs += 1;
    return pool(...task);
  };
  const keep = keepIn({folder});
  const first = await keptFit(origin, data, sampler, run, keep);
  const again = await keptFit(origin, data, sampler, run, keep);
  expect([first.kept, again.kept, runs]).toEqual([false, true, 1]);
  expect(again.key).toBe(first.key);
  const plain = ({model: {design: _, ...model}, ...rest}: typeof first.fit) => ({...rest, model});
  expect(plain(again.fit)).toEqual(plain(first.fit));
  const other = await keptFit(origin, data, {...sampler, seed: "another"}, run, keep);
  expect([other.kept, runs]).toEqual([false, 2]);
  expect(other.key).not.toBe(first.key);
  const engine = await keptFit({...origin, engine: "f"}, data, sampler, run, keep);
  expect([engine.kept, runs]).toEqual([false, 3]);
});

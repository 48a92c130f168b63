import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import type {Measurement} from "../../bench/measurement.js";
import {record} from "../../bench/record.js";
import type {Bench, Row} from "../../bench/report.js";
import type {Scaling} from "../../bench/scaling.js";

const date = "2026-01-31";
const machine = {cpu: "abacus", cores: 1, node: "20", system: "wood"};

function run(software: string, min_ess_bulk: number): Measurement {
  return {
    software,
    method: "exact",
    chains: 4,
    warmup: 1000,
    draws: 1000,
    seed: 1,
    compile_seconds: 0,
    warmup_seconds: 1,
    sampling_seconds: 2,
    divergences: 0,
    max_treedepth_hits: 0,
    min_ess_bulk,
    min_ess_tail: 1000,
    max_rhat: 1,
    n_parameters: 3,
    n_effects: 2
  };
}

const row = (model: string, ess: number, stan: number | null): Row => ({
  model,
  load: 0.5,
  poolhouse: run("ours", ess),
  stan: stan === null ? null : run("Stan", stan)
});

const stress = (fits: number): Scaling => ({
  stress: {
    load: 0.1,
    results: {
      fits,
      divergent: 0,
      above_rhat: 0,
      refused: 0,
      broken: 0,
      largest_rhat: 1.002,
      smallest_ess: 3000,
      seconds: 9
    }
  }
});

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "poolhouse-record-"));
});

afterEach(() => rmSync(folder, {recursive: true}));

const kept = () => JSON.parse(readFileSync(join(folder, `${date}.json`), "utf8")) as Bench;

describe("record", () => {
  it("adds models and sections one at a time, models in the order of their table", () => {
    record(folder, date, machine, {rows: [row("tw-lambda", 800, 2)]});
    record(folder, date, machine, {scaling: stress(10)});
    record(folder, date, machine, {rows: [row("eight-schools", 6000, 3)]});
    expect(kept().rows.map(({model}) => model)).toEqual(["eight-schools", "tw-lambda"]);
    expect(kept().scaling).toEqual(stress(10));
  });
  it("replaces a model and a section that are measured again", () => {
    record(folder, date, machine, {rows: [row("tw-lambda", 800, 2)], scaling: stress(10)});
    record(folder, date, machine, {rows: [row("tw-lambda", 900, 2)], scaling: stress(20)});
    expect(kept().rows.map(({poolhouse}) => poolhouse.min_ess_bulk)).toEqual([900]);
    expect(kept().scaling).toEqual(stress(20));
  });
  it("never lets a run without Stan take the place of a comparison", () => {
    record(folder, date, machine, {rows: [row("tw-lambda", 800, 2)]});
    record(folder, date, machine, {rows: [row("tw-lambda", 900, null)]});
    expect(kept().rows.map(({poolhouse}) => poolhouse.min_ess_bulk)).toEqual([800]);
  });
  it("starts anew on another machine", () => {
    record(folder, date, machine, {rows: [row("tw-lambda", 800, 2)], scaling: stress(10)});
    record(folder, date, {...machine, cores: 2}, {rows: [row("bp-lambda", 9, null)]});
    expect(kept().rows.map(({model}) => model)).toEqual(["bp-lambda"]);
    expect(kept().scaling).toEqual({});
  });
  it("returns the page it writes: rates, ratio, sections, machine", () => {
    const page = record(folder, date, machine, {
      rows: [row("tw-lambda", 800, 2)],
      scaling: stress(10)
    });
    expect(readFileSync(join(folder, "latest.md"), "utf8")).toBe(page);
    // 800 and 2 effective draws in 2 s; Stan's 2 are too few for a trustworthy rate.
    expect(page).toContain("| tw-lambda | exact | 400 | 1\\* | 400 |");
    expect(page).toContain("10 fits of 3 to 8 studies");
    expect(page).toContain("abacus, 1 cores, wood, Node 20");
  });
});

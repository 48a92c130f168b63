import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {unzipSync, zipSync} from "fflate";
import {afterAll, describe, expect, it} from "vitest";
import type {StudyCard} from "../../src/components/study-types.js";
import {toArrow} from "../../src/data/arrow.js";
import {columnsOf} from "../../src/data/report/rows.js";
import {compared} from "../../tools/compared.js";

const folder = mkdtempSync(join(tmpdir(), "poolhouse-compared-"));
afterAll(() => rmSync(folder, {recursive: true}));

const text = new TextEncoder();

/** A study's card and table of effects: one model of two groups, the second with this mean. */
function files(mean: number, prior = "normal(0, 1)"): Record<string, Uint8Array> {
  const rows = [0.2, mean].map((value, i) => ({
    ...{model: "one", group: String(i), label: `group ${String(i)}`, n: 50, p_positive: 0.9},
    ...{"partial.mean": value, "partial.median": value, "partial.sd": 0.05},
    ...{"partial.lower95": value - 0.1, "partial.upper95": value + 0.1}
  }));
  const sampler = {method: "exact", chains: 4, draws: 1000, seed: "1", divergences: 0};
  const model = {
    ...{id: "one", title: "Model one", formula: "y ~ t", equations: [], family: "gaussian"},
    ...{n: 100, key: `${prior} ${String(mean)}`, unconverged: "", advice: []},
    priors: [{class: "sd", coef: "", group: "", prior, source: "user"}],
    sampler: {...sampler, max_rhat: 1.001, min_ess_bulk: 3000, min_ess_tail: 2900}
  };
  const card = {
    ...{id: "tiny", title: "Tiny", stand_in: false, source: {file: "a.csv", sha256: "a"}},
    ...{recodes: [], versions: {poolhouse: "0.1.0", node: "20.0.0"}, models: [model]}
  };
  return {
    "effects.arrow": toArrow(columnsOf(rows)),
    "study.json": text.encode(JSON.stringify(card))
  };
}

const archive = (of: Record<string, Uint8Array>): Buffer => Buffer.from(zipSync(of));

/** A built site with the study in it; returns its folder. */
function site(name: string, of: Record<string, Uint8Array>): string {
  const place = join(folder, name, "_file/data/tiny");
  mkdirSync(place, {recursive: true});
  writeFileSync(join(place, "study.0a1b.json"), of["study.json"]);
  writeFileSync(join(place, "effects.0a1b.arrow"), of["effects.arrow"]);
  return join(folder, name);
}

const former = site("former", files(0.1));
const cardIn = (bytes: Buffer): StudyCard =>
  JSON.parse(new TextDecoder().decode(unzipSync(bytes)["study.json"])) as StudyCard;

describe("compared", () => {
  it("adds what moved to the study's card, and to nothing else", () => {
    const now = archive(files(0.3, "normal(0, 2)"));
    const told = compared(now, "tiny.zip", former);
    const {moved, ...card} = cardIn(told);
    expect(card).toEqual(cardIn(now));
    const [model] = moved?.models ?? [];
    expect(model.groups.shared.map(({group, shift}) => [group, Number(shift.toFixed(6))])).toEqual([
      ["1", 4],
      ["0", 0]
    ]);
    expect(model.settings).toEqual([
      {what: "priors", before: "sd: normal(0, 1)", after: "sd: normal(0, 2)"}
    ]);
    expect(unzipSync(told)["effects.arrow"]).toEqual(unzipSync(now)["effects.arrow"]);
    // The same again, byte by byte: it is held against what a site shows.
    expect(compared(now, "tiny.zip", former).equals(told)).toBe(true);
  });

  it.each([
    ["nothing differs", files(0.1), "tiny.zip", former],
    ["no build is to be compared with", files(0.3), "tiny.zip", ""],
    ["the other build lacks the study", files(0.3), "other.zip", former],
    ["there is no other build", files(0.3), "tiny.zip", join(folder, "none")]
  ])("gives the very bytes where %s", (_, of, target, place) => {
    const now = archive(of);
    expect(compared(now, target, place)).toBe(now);
  });
});

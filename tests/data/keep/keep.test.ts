import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {keepIn, type Keep} from "../../../src/data/keep/keep.js";

const key = (digit: string) => digit.repeat(64);
const value = {values: Float64Array.of(1, NaN, -Infinity), steps: Uint32Array.of(7), name: "a"};

let folder: string;
let told: string[];
let keep: Keep;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "poolhouse-keep-")), "fits");
  told = [];
  keep = keepIn({folder, warn: (sentence) => told.push(sentence)});
});

afterEach(() => rmSync(join(folder, ".."), {recursive: true, force: true}));

describe("keepIn", () => {
  it("gives back what was kept, to the last bit, and nothing for another key", () => {
    keep.write(key("a"), value);
    expect(keep.read(key("a"))).toEqual(value);
    expect(keep.read(key("b"))).toBeUndefined();
    expect(told).toEqual([]);
  });

  it.each([
    {what: "cut short", damage: (bytes: Buffer) => bytes.subarray(0, bytes.length - 5)},
    {what: "empty", damage: () => Buffer.alloc(0)},
    {
      what: "changed in one bit",
      damage: (bytes: Buffer) => {
        bytes[bytes.length - 12] ^= 1;
        return bytes;
      }
    },
    {what: "longer", damage: (bytes: Buffer) => Buffer.concat([bytes, Buffer.of(0)])},
    {what: "something else", damage: () => Buffer.from("a page about mushrooms\n".repeat(20))}
  ])("tells of a file that is $what, and makes its result again", ({damage}) => {
    keep.write(key("a"), value);
    const path = join(folder, `${key("a")}.kept`);
    writeFileSync(path, damage(readFileSync(path)));
    expect(keep.read(key("a"))).toBeUndefined();
    expect(told).toEqual([`${path} is damaged and not used; what it held is made again`]);
    keep.write(key("a"), value);
    expect(keep.read(key("a"))).toEqual(value);
  });

  it("never takes one result for another, whatever its file is called", () => {
    keep.write(key("a"), value);
    renameSync(join(folder, `${key("a")}.kept`), join(folder, `${key("b")}.kept`));
    expect(keep.read(key("b"))).toBeUndefined();
    expect(told).toHaveLength(1);
  });

  it("tells in one sentence when nothing can be written, and goes on", () => {
    mkdirSync(join(folder, ".."), {recursive: true});
    writeFileSync(folder, "a file where the folder should be");
    keep.write(key("a"), value);
    expect(told).toEqual([
      `${folder} cannot be written (EEXIST), so that the next build makes its results again; make room there`
    ]);
    expect(keep.read(key("a"))).toBeUndefined();
  });

  it("leaves no unfinished file of its own, and clears those that killed builds left", () => {
    keep.write(key("a"), value);
    const [old, young] = ["old.part", "young.part"].map((name) => join(folder, name));
    for (const path of [old, young]) writeFileSync(path, "half");
    utimesSync(old, new Date(0), new Date(0));
    keep.write(key("b"), value);
    expect(readdirSync(folder).sort()).toEqual([
      `${key("a")}.kept`,
      `${key("b")}.kept`,
      "young.part"
    ]);
  });

  it("makes room by what was used longest ago", () => {
    const few = keepIn({folder, mostFiles: 2});
    few.write(key("a"), value);
    few.write(key("b"), value);
    for (const [digit, time] of [
      ["a", 1000],
      ["b", 2000]
    ] as const)
      utimesSync(join(folder, `${key(digit)}.kept`), time, time);
    // Used now, so that the other goes.
    few.read(key("a"));
    few.write(key("c"), value);
    expect(few.read(key("b"))).toBeUndefined();
    expect([few.read(key("a")), few.read(key("c"))]).toEqual([value, value]);
    keepIn({folder, most: 10}).write(key("d"), value);
    expect(readdirSync(folder)).toEqual([]);
  });
});

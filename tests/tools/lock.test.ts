import {spawn} from "node:child_process";
import {existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {alone} from "../../tools/lock.mjs";

let folder: string;
let lock: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "poolhouse-lock-"));
  lock = join(folder, "build.lock");
});

afterEach(() => rmSync(folder, {recursive: true, force: true}));

/** A process that holds the lock for a while, and writes when it began and ended. */
function hold(name: string): Promise<number | null> {
  const module = pathToFileURL("tools/lock.mjs").href;
  const program = `
    import {appendFileSync} from "node:fs";
    import {alone} from ${JSON.stringify(module)};
    const log = (word) => appendFileSync(${JSON.stringify(join(folder, "log"))}, word + "\\n");
    alone(${JSON.stringify(lock)}, () => {
      log("${name} begins");
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
      log("${name} ends");
    });`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {stdio: "ignore"});
  return new Promise((ended) => child.on("close", ended));
}

describe("alone", () => {
  it("lets one process work at a time", async () => {
    expect(await Promise.all(["a", "b", "c"].map(hold))).toEqual([0, 0, 0]);
    const words = readFileSync(join(folder, "log"), "utf8").trim().split("\n");
    expect(words).toHaveLength(6);
    for (let k = 0; k < words.length; k += 2)
      expect(words[k + 1]).toBe(words[k].replace("begins", "ends"));
    expect(readdirSync(folder)).toEqual(["log"]);
  });

  it("takes the lock of a process that was killed", () => {
    // No process has this number: it is above the greatest that Linux gives.
    writeFileSync(lock, "4194305");
    expect(alone(lock, () => readFileSync(lock, "utf8"))).toBe(String(process.pid));
    expect(existsSync(lock)).toBe(false);
  });

  it("gives the lock back when the work fails", () => {
    const fail = () =>
      alone(lock, () => {
        throw new Error("the work failed");
      });
    expect(fail).toThrow("the work failed");
    expect(readdirSync(folder)).toEqual([]);
  });
});

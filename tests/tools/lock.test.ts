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

  it("removes what killed processes have left beside it, and nothing of those that live", async () => {
    const left = hold("a");
    const own = await new Promise<string>((found) => {
      const look = setInterval(() => {
        const name = readdirSync(folder).find((one) => /^build\.lock\.\d+$/.test(one));
        if (name === undefined) return;
        clearInterval(look);
        found(name);
      }, 5);
    });
    // A process that was killed before it had written its number.
    for (const name of [`build.lock.4194305`, "build.lock.part"])
      writeFileSync(join(folder, name), "");
    const seen = alone(join(folder, "build.lock"), () => readdirSync(folder));
    expect(seen).not.toContain("build.lock.4194305");
    expect(seen).toContain("build.lock.part");
    expect(await left).toBe(0);
    expect(own).not.toBe(`build.lock.${String(process.pid)}`);
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

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync
} from "node:fs";
import {join, resolve} from "node:path";
import {describe, expect, it} from "vitest";
import {alliancesSource, sideTakingSource} from "../../src/data/sources.js";
import {studies} from "../../src/data/studies/index.js";
import {hasRealData} from "../data/studies/real-data.js";
import {poolhouse, temporaryFolder} from "./poolhouse.js";

const folder = temporaryFolder();
const real = resolve(process.env.POOLHOUSE_DATA ?? "../shared/data");
const isReal = studies.every(({source}) => hasRealData(source));

const run = (args: readonly string[], data: string) =>
  poolhouse(["data", ...args], folder.path, {POOLHOUSE_DATA: data, POOLHOUSE_OFFLINE: "1"});

describe(`poolhouse data (the real files are ${isReal ? "" : "NOT "}at hand)`, () => {
  it("refuses a file with other bytes than declared", async () => {
    const wrong = join(folder.path, "wrong");
    mkdirSync(wrong);
    const {file, bytes} = alliancesSource;
    writeFileSync(join(wrong, file), new Uint8Array(bytes));
    const {code, stdout, stderr} = await run([], wrong);
    expect({code, stdout}).toEqual({code: 2, stdout: ""});
    expect(stderr).toMatch(
      /^invalid data file: .*YouGov.*\.dta has sha256 [0-9a-f]{12}…, not .*\n$/
    );
  });

  it("exits 1, saying that a stand-in will serve, when a file is not to be had", async () => {
    const {code, stdout, stderr} = await run(["side-taking", "--prepared", "none"], "");
    expect({code, stderr}).toEqual({code: 1, stderr: ""});
    expect(stdout).toMatch(
      /^side-taking: not to be had, so that a stand-in will serve \(.*OFFLINE/
    );
    expect(existsSync(join(folder.path, "none"))).toBe(false);
  });

  describe.runIf(isReal)("on the REAL files", () => {
    it("verifies all of them", async () => {
      const {code, stdout, stderr} = await run([], real);
      expect({code, stderr}).toEqual({code: 0, stderr: ""});
      expect(stdout.trim().split("\n")).toEqual(
        studies.map(({id, source}) => `${id}: ${join(real, source.file)}, sha256 verified`)
      );
    });

    it("refuses one with a changed byte", async () => {
      const changed = join(folder.path, "changed");
      mkdirSync(changed);
      copyFileSync(join(real, alliancesSource.file), join(changed, alliancesSource.file));
      const bytes = readFileSync(join(real, sideTakingSource.file));
      bytes[5000] ^= 1;
      writeFileSync(join(changed, sideTakingSource.file), bytes);
      const {code, stdout, stderr} = await run([], changed);
      expect({code, stdout}).toEqual({code: 2, stdout: ""});
      expect(stderr).toMatch(/^invalid data file: .*us-data-all\.dta has sha256 .*\n$/);
    });

    it("writes the prepared rows, in place of older ones", async () => {
      const prepared = join(folder.path, "prepared");
      mkdirSync(prepared);
      writeFileSync(join(prepared, "prepared-bush-prather.csv"), "stale");
      const {code, stdout} = await run(["--prepared", "prepared"], real);
      expect(code).toBe(0);
      expect(stdout).toMatch(/verified; prepared rows in prepared/);
      const files = studies.map(({preparedFile}) => preparedFile).sort();
      expect(readdirSync(prepared).sort()).toEqual(files);
      const lines = files.map((file) => readFileSync(join(prepared, file), "utf8").split("\n"));
      // The header, the rows, and the end of the last line.
      expect(lines.map((all) => all.length)).toEqual([468 + 2, 1200 + 2, 921 + 2]);
    });

    it("cannot write the rows where a file is", async () => {
      writeFileSync(join(folder.path, "taken"), "");
      const {code, stderr} = await run(["side-taking", "--prepared", "taken"], real);
      expect(code).toBe(2);
      expect(stderr).toMatch(
        /^invalid folder: taken cannot be written \(EEXIST\); name another\n$/
      );
    });
  });
});

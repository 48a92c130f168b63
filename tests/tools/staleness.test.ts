import {rmSync} from "node:fs";
import {join} from "node:path";
import {unzipSync} from "fflate";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {StudyCard} from "../../src/components/study-types.js";
import {siteInputs} from "../../tools/fingerprint.mjs";
import {bundleLoader, withProgram} from "../../tools/loader-bundle.js";
import {loaderKey} from "../../tools/loaders.js";
import {differences} from "../../tools/site-record.mjs";
import {edits} from "./tiny-edits.js";
import {TinyProject} from "./tiny-project.js";

/** What a run of the study's loader fitted, took from kept fits, and wrote. */
interface Built {
  readonly refitted: readonly string[];
  readonly kept: readonly string[];
  readonly keys: ReadonlyMap<string, string>;
  readonly bytes: Buffer;
}

const loader = join("src", "data", "tiny.zip.ts");
const home = process.cwd();
let project: TinyProject;
let latest: Built;

async function build(): Promise<Built> {
  // As tools/load.ts starts it.
  const {code, stdout, stderr} = await inside(async () =>
    withProgram(loader, await bundleLoader(loader), (program) => project.run(program))
  );
  if (code !== 0) throw new Error(stderr);
  const fits = [...stderr.matchAll(/^tiny\/(\w+): .* \([\d.]+ s(, kept)?\)$/gm)];
  const of = (isKept: boolean) =>
    fits.filter(([line]) => line.endsWith(", kept)") === isKept).map(([, id = ""]) => id);
  const {models} = JSON.parse(
    new TextDecoder().decode(unzipSync(stdout)["study.json"])
  ) as StudyCard;
  const keys = new Map(models.map(({id, key}) => [id, key]));
  return {refitted: of(false), kept: of(true), keys, bytes: stdout};
}

/** What a build asks in the project's folder. */
async function inside<T>(ask: () => T | Promise<T>): Promise<T> {
  process.chdir(project.folder);
  try {
    return await ask();
  } finally {
    process.chdir(home);
  }
}

beforeAll(async () => {
  project = new TinyProject();
  latest = await build();
});

afterAll(() => project.remove());

describe("a build", () => {
  it("fits every model the first time", () => {
    expect([latest.refitted, latest.kept]).toEqual([["first", "second"], []]);
  });

  it.each(edits)(
    "after a change of $what fits again what it decides, and names what changed",
    async ({edit, file, refits}) => {
      const [key, inputs] = await inside(async () => [await loaderKey(loader), siteInputs()]);
      edit(project);
      const [keyAfter, inputsAfter] = await inside(async () => [
        await loaderKey(loader),
        siteInputs()
      ]);
      expect(differences(inputs, inputsAfter)).toEqual([file]);
      // What a loader is not made from does not even start it.
      expect(keyAfter === key).toBe(refits === null);
      if (refits === null) return;
      const before = latest;
      latest = await build();
      expect(latest.refitted).toEqual(refits);
      const changed = [...latest.keys].filter(([id, now]) => before.keys.get(id) !== now);
      expect(changed.map(([id]) => id)).toEqual(refits);
      expect(latest.bytes.equals(before.bytes)).toBe(false);
    }
  );

  it("gives the same bytes from new fits as from kept ones", async () => {
    // The last edit has changed words only, so that every fit was kept.
    expect(latest.kept).toEqual(["first", "second"]);
    rmSync(join(project.folder, "docs/.observablehq"), {recursive: true});
    const anew = await build();
    expect(anew.refitted).toEqual(["first", "second"]);
    expect(anew.bytes.equals(latest.bytes)).toBe(true);
  });
});

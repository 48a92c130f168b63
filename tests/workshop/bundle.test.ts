// The bundle that the page on a reader's own file loads makes the report that a build makes.
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {execFile} from "node:child_process";
import {tmpdir} from "node:os";
import {pathToFileURL} from "node:url";
import {promisify} from "node:util";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {build} from "esbuild";
import {unzipSync} from "fflate";
import {afterAll, beforeAll, describe, expect, it, vi} from "vitest";
import type {StudyCard} from "../../src/components/study-types.js";
import type {ReportContents} from "../../src/components/your-work-types.js";
import {defineStudy} from "../../src/data/define/define-study.js";
import {report} from "../../src/data/report/report.js";
import {openFile} from "../../src/workshop/opened.js";
import {exampleText} from "../../src/workshop/example.js";
import {settle} from "../../src/workshop/settle.js";
import type * as door from "../../src/workshop/index.js";
import {liveModule} from "../../tools/live.js";
import {startInProcess} from "./in-process.js";

const folder = mkdtempSync(join(tmpdir(), "workshop-"));
// Under another name than the example's, so that it is a reader's file and no stand-in.
const name = "letters.csv";
const text = exampleText().split("\n").slice(0, 601).join("\n");
let module: string;
let files: ReportContents;

beforeAll(async () => {
  module = await liveModule("src/workshop/index.ts");
  const {Workshop, serveWorkshop} = (await import(
    `data:text/javascript,${encodeURIComponent(module)}`
  )) as typeof door;
  const workshop = new Workshop(() => startInProcess(serveWorkshop));
  const opened = await workshop.open(new File([text], name), {uneven: false});
  files = await workshop.fit(opened.choice);
});

afterAll(() => {
  rmSync(folder, {recursive: true});
  vi.unstubAllEnvs();
});

const json = (bytes: Uint8Array): StudyCard =>
  JSON.parse(new TextDecoder().decode(bytes)) as StudyCard;

describe("the workshop's bundle", () => {
  it("makes the bytes of the loader, but for the machine that it names and the map of choices", async () => {
    writeFileSync(join(folder, name), text);
    vi.stubEnv("POOLHOUSE_DATA", folder);
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const file = new File([text], name);
    const opened = await openFile({file, name, uneven: false}, () => undefined);
    const {declaration} = settle(opened, opened.told.choice);
    const built = unzipSync(
      await report(defineStudy(declaration), undefined, () => Promise.resolve([]))
    );
    expect(Object.keys(files).sort()).toEqual(Object.keys(built).sort());
    for (const [path, bytes] of Object.entries(built))
      if (path !== "study.json")
        expect(Buffer.compare(bytes, files[path]), `bytes of ${path}`).toBe(0);
    const [ours, theirs] = [json(files["study.json"]), json(built["study.json"])];
    expect(ours.versions.node).toBe("");
    expect({...ours, versions: theirs.versions}).toEqual(theirs);
    expect(ours.stand_in).toBe(false);
  });

  it("needs no WebAssembly and imports nothing, as the page's policy and a worker have it", async () => {
    expect(/WebAssembly\.(?:Module|Instance|instantiate|compile)/.test(module)).toBe(false);
    const {metafile} = await build({
      ...{stdin: {contents: module}, bundle: true, write: false, metafile: true},
      logLevel: "silent"
    });
    expect(Object.values(metafile.inputs).flatMap(({imports}) => imports)).toEqual([]);
  });

  it("makes no code at run time, from the file to the report", async () => {
    const path = join(folder, "workshop.mjs");
    writeFileSync(path, module);
    const program = `
      const {Workshop, serveWorkshop} = await import(${JSON.stringify(pathToFileURL(path).href)});
      const scope = {onmessage: null, postMessage: (data) => setTimeout(() => worker.onmessage({data}))};
      const worker = {postMessage: (data) => setTimeout(() => scope.onmessage({data})), terminate() {}};
      serveWorkshop(scope);
      const workshop = new Workshop(() => worker);
      const file = new File([${JSON.stringify(text)}], "mine.csv");
      const {choice} = await workshop.open(file, {uneven: false});
      console.log(Object.keys(await workshop.fit(choice)).length);`;
    const forbidden = "--disallow-code-generation-from-strings";
    const args = [forbidden, "--input-type=module", "--eval", program];
    const {stdout} = await promisify(execFile)(process.execPath, args);
    expect(Number(stdout)).toBe(Object.keys(files).length);
  });

  it("is under 350 kB compressed", () => {
    const size = gzipSync(module, {level: 9}).length;
    console.log(`the workshop in the page: ${size} bytes gzip`);
    expect(size).toBeLessThan(350_000);
  });
});

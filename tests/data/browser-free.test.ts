import {build} from "esbuild";
import {expect, it} from "vitest";

const modules = [
  "readers/read-table",
  "profile/column-profile",
  "profile/roles",
  "profile/choose-modifiers",
  "profile/propose",
  "define/define-study",
  "fork/study-files"
];

it("what makes a study of a file runs in a browser: nothing of Node, and formats fetched when needed", async () => {
  const contents = modules.map((name) => `export * from "./src/data/${name}.ts";`).join("\n");
  const {outputFiles, errors, metafile} = await build({
    stdin: {contents, resolveDir: process.cwd(), loader: "ts"},
    bundle: true,
    write: false,
    metafile: true,
    splitting: true,
    outdir: "out",
    platform: "browser",
    // As the site bundles it (tools/live.ts).
    alias: {seedrandom: "seedrandom/seedrandom.js"},
    format: "esm",
    minify: true,
    logLevel: "silent"
  });
  expect(errors).toEqual([]);
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  expect(imports.filter(({external}) => external)).toEqual([]);
  // Parquet and Arrow, larger than all the rest, are chunks of their own.
  const [entry] = outputFiles.filter(({path}) => path.endsWith("stdin.js"));
  expect(entry.contents.length).toBeLessThan(300_000);
});

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
  const {errors, metafile} = await build({
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
  const inputs = (isEntry: boolean): string[] =>
    Object.entries(metafile.outputs)
      .filter(([path]) => path.endsWith("stdin.js") === isEntry)
      .flatMap(([, output]) => Object.keys(output.inputs));
  const formats = /node_modules\/(?:hyparquet|apache-arrow|flatbuffers|fzstd|hysnappy)/;
  expect(inputs(true).filter((path) => formats.test(path))).toEqual([]);
  expect(inputs(false).some((path) => formats.test(path))).toBe(true);
  // Beside the two libraries for tables, of which one parses expressions, little is fetched.
  const ours = Object.entries(metafile.outputs).find(([path]) => path.endsWith("stdin.js"));
  const libraries = /node_modules\/(?:acorn|arquero|@uwdata)/;
  const bytes = Object.entries(ours?.[1].inputs ?? {})
    .filter(([path]) => !libraries.test(path))
    .reduce((sum, [, {bytesInOutput}]) => sum + bytesInOutput, 0);
  expect(bytes).toBeLessThan(80_000);
});

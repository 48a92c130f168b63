// The program as a bundle of its sources: it starts in 0.3 s where tsx takes 1.5 s to load them.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync
} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {digest, filesUnder} from "./fingerprint.mjs";

const own = join(dirname(fileURLToPath(import.meta.url)), "..");
const day = 24 * 60 * 60 * 1000;

/**
 * The state of the sources by size and time: to read them all would cost what the bundle saves.
 * @param {string} root
 */
function sourcesKey(root) {
  const files = [
    ...filesUnder(join(root, "src")),
    ...["package.json", "package-lock.json"].map((name) => join(root, name))
  ];
  const states = files.map((path) => {
    const {size, mtimeMs} = statSync(path);
    return `${path} ${size} ${mtimeMs}`;
  });
  return digest([`node ${process.versions.node}`, ...states]).slice(0, 16);
}

/**
 * Removes bundles that no running program can still need.
 * @param {string} cache
 */
function removeOld(cache) {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (Date.now() - statSync(path).mtimeMs > day) rmSync(path, {recursive: true, force: true});
  }
}

/**
 * @param {string} root
 * @param {string} folder
 */
async function bundleInto(root, folder) {
  const {build} = await import("esbuild");
  await build({
    absWorkingDir: root,
    entryPoints: ["src/cli/main.ts", "src/data/chain-worker.ts"],
    outdir: folder,
    entryNames: "[name]",
    outExtension: {".js": ".mjs"},
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    // It starts threads from files of its own.
    external: ["tinypool"],
    banner: {
      // A library brings a createRequire of its own.
      js: 'import {createRequire as toRequire} from "node:module"; const require = toRequire(import.meta.url);'
    },
    sourcemap: "linked",
    sourcesContent: false,
    logLevel: "silent"
  });
}

/**
 * The file to start the program from: a bundle made when the sources have changed since the last
 * one, or undefined where none can be made, as in a folder that may not be written to.
 * @param {string} root the folder of the sources: this project's
 * @returns {Promise<string | undefined>}
 */
export async function bundledProgram(root = own) {
  const cache = join(root, "node_modules/.cache/poolhouse");
  try {
    const folder = join(cache, sourcesKey(root));
    const program = join(folder, "main.mjs");
    if (statSync(program, {throwIfNoEntry: false})) return program;
    mkdirSync(cache, {recursive: true});
    removeOld(cache);
    const unfinished = mkdtempSync(join(cache, "unfinished-"));
    await bundleInto(root, unfinished);
    // Whole or not at all; a twin started at the same time may have been faster.
    try {
      renameSync(unfinished, folder);
    } catch {
      rmSync(unfinished, {recursive: true, force: true});
    }
    return program;
  } catch {
    return undefined;
  }
}

/**
 * A sentence on the first study that the list names and whose file is gone, as where it was deleted by hand: without it
 * no command starts. Null where all are there.
 * @param {string} root the folder of the sources: this project's
 * @returns {string | null}
 */
export function missingStudy(root = own) {
  const list = "src/data/studies/index.ts";
  const text = readFileSync(join(root, list), "utf8");
  const names = [...text.matchAll(/ from "\.\/([^"]+)\.js";/gu)].map(([, name]) => name);
  const gone = names.find((name) => !existsSync(join(root, `src/data/studies/${name}.ts`)));
  if (gone === undefined) return null;
  return `missing study: src/data/studies/${gone}.ts is gone, and ${list} names it; put the file back and run ./bin/poolhouse remove ${gone}, or delete src/data/${gone}.zip.ts, docs/${gone}.md and what names it in the list`;
}

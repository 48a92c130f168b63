// A loader with all that it imports, as one program: what it is made from, and a start without tsx.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync
} from "node:fs";
import {basename, join, relative, resolve} from "node:path";
import {isBuiltin} from "node:module";
import {fileURLToPath, pathToFileURL} from "node:url";
import {build, type BuildOptions, type Metafile, type OutputFile, type Plugin} from "esbuild";
import {filesUnder} from "./fingerprint.mjs";
import {bundlePackages, withPackages} from "./loader-packages.js";

/** The pool of threads, and what its threads run (src/data/pool.ts). */
const [pool, worker] = ["src/data/pool.ts", "src/data/chain-worker.ts"];

/** Where programs stand while they run: inside the project, so that they find its packages. */
const folder = "docs/.observablehq/cache/programs";

/** A loader, bundled. */
export interface LoaderBundle {
  /** The files it is made from, relative to the working folder, sorted. */
  readonly inputs: readonly string[];
  readonly files: readonly OutputFile[];
  /** The packages that it imports, by the names it calls them by. */
  readonly packages: readonly string[];
  /** Whether a module names one of TypeScript by its address, which only tsx can run. */
  readonly needsTsx: boolean;
}

const day = 24 * 60 * 60 * 1000;

const named = /new URL\("([^"]+)", import\.meta\.url\)/g;

/** A file that a module names by `new URL("…", import.meta.url)`, as an absolute address. */
const addressOf = (name: string, module: string): URL =>
  new URL(name, pathToFileURL(resolve(module)));

/** Files that modules name beside themselves are found from the program as well. */
const namedFiles: Plugin = {
  name: "named files",
  setup(on) {
    on.onLoad({filter: /\.ts$/}, ({path}) => {
      const text = readFileSync(path, "utf8");
      if (!text.includes("import.meta.url")) return undefined;
      const contents = text.replaceAll(
        named,
        (_, name: string) => `new URL(${JSON.stringify(addressOf(name, path).href)})`
      );
      return {contents, loader: "ts"};
    });
  }
};

const common = {
  bundle: true,
  splitting: true,
  write: false,
  metafile: true,
  outdir: folder,
  entryNames: "[name]",
  outExtension: {".js": ".mjs"},
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  sourcemap: "linked",
  sourcesContent: false,
  plugins: [namedFiles],
  logLevel: "silent"
} as const satisfies BuildOptions;

/**
 * Bundles `loader`. It is made from the modules it imports, and the files that these name by
 * `new URL("…", import.meta.url)`, of a folder so named all it holds; a module so named (a worker) is
 * entered. Raises esbuild's error when a module does not parse.
 */
export async function bundleLoader(loader: string): Promise<LoaderBundle> {
  const entries = [loader, ...(existsSync(worker) ? [worker] : [])];
  const options = {...common, absWorkingDir: process.cwd()};
  const {metafile, outputFiles} = await build({...options, entryPoints: entries});
  const modules = reachable(metafile, loader);
  // Its threads run it, though nothing imports it.
  if (modules.has(pool)) for (const module of reachable(metafile, worker)) modules.add(module);
  const found = new Set(["package-lock.json", ...modules]);
  let needsTsx = false;
  for (const module of found) {
    if (!module.endsWith(".ts")) continue;
    for (const [, name = ""] of readFileSync(module, "utf8").matchAll(named)) {
      const file = relative(".", fileURLToPath(addressOf(name, module)));
      if (name.endsWith("/")) for (const inside of filesUnder(file)) found.add(inside);
      if (!existsSync(file) || name.endsWith("/")) continue;
      found.add(file);
      if (!file.endsWith(".ts")) continue;
      needsTsx = true;
      const named = await build({...options, entryPoints: [file]});
      for (const inside of Object.keys(named.metafile.inputs)) found.add(inside);
    }
  }
  return {
    inputs: [...found].sort(),
    files: outputFiles,
    packages: packagesIn(metafile),
    needsTsx
  };
}

function packagesIn({outputs}: Metafile): string[] {
  const imports = Object.values(outputs).flatMap((output) => output.imports);
  const outside = imports.filter(({external, path}) => external === true && !isBuiltin(path));
  return [...new Set(outside.map(({path}) => path))];
}

/** A module and all that it imports. */
function reachable({inputs}: Metafile, entry: string): Set<string> {
  const found = new Set([entry.replaceAll("\\", "/")]);
  for (const path of found) {
    for (const {path: other, external} of inputs[path].imports)
      if (external !== true) found.add(other);
  }
  return found;
}

/**
 * Writes a bundle into a folder of its own, calls `run` with Node's arguments that start it, and takes
 * it away again; a loader that needs tsx is started by it.
 */
export async function withProgram<T>(
  loader: string,
  {files, packages, needsTsx}: LoaderBundle,
  run: (args: readonly string[]) => Promise<T>
): Promise<T> {
  if (needsTsx) return run(["--import", "tsx", loader]);
  mkdirSync(folder, {recursive: true});
  removeOld();
  const found = await bundlePackages(packages, folder);
  const own = mkdtempSync(join(folder, "run-"));
  try {
    for (const {path, text} of files)
      writeFileSync(join(own, basename(path)), withPackages(text, found));
    const program = join(own, basename(loader).replace(/\.ts$/, ".mjs"));
    return await run(["--enable-source-maps", program]);
  } finally {
    rmSync(own, {recursive: true, force: true});
  }
}

/** Removes what runs that were killed have left: folders of loaders, tools half compiled. */
function removeOld(): void {
  for (const name of readdirSync(folder)) {
    if (!/^(?:run|packages)-|\.mjs\.\d+$/.test(name)) continue;
    const path = join(folder, name);
    const {mtimeMs} = statSync(path, {throwIfNoEntry: false}) ?? {mtimeMs: Infinity};
    if (Date.now() - mtimeMs > day) rmSync(path, {recursive: true, force: true});
  }
}

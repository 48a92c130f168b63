// Which data loaders there are, what each depends on, and how the preview follows a change.
import {mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, watch} from "node:fs";
import {join, relative, resolve} from "node:path";
import {keepIn, type Keep} from "../src/data/keep/keep.js";
import {dataFolders, digest, fileIdentity, surroundings} from "./fingerprint.mjs";
import {bundleLoader} from "./loader-bundle.js";

const folder = "src/data";
const cache = "docs/.observablehq/cache";
const store = join(cache, "loaders");
const keptOutputs = 3;

/** The data loaders, such as `src/data/alliances.zip.ts`. */
export function findLoaders(): string[] {
  return readdirSync(folder, {recursive: true, encoding: "utf8"})
    .filter((name) => /\.(arrow|csv|json|svg|txt|zip)\.ts$/.test(name))
    .map((name) => join(folder, name));
}

/** The files `loader` is made from, as {@link bundleLoader} finds them. */
export async function loaderInputs(loader: string): Promise<readonly string[]> {
  return (await bundleLoader(loader)).inputs;
}

/** The hash of all that decides what `loader` writes when given `args`. */
export async function loaderKey(loader: string, args: readonly string[] = []): Promise<string> {
  return inputsKey(await loaderInputs(loader), args);
}

/**
 * The hash of the files that a loader is made from, its arguments and its surroundings. Of raw data those
 * files count that one of its inputs names, as every source does: another study's file is nothing to it.
 */
export function inputsKey(inputs: readonly string[], args: readonly string[]): string {
  const texts = inputs
    .filter((path) => /\.(m?[jt]s|json)$/.test(path) && path !== "package-lock.json")
    .map((path) => readFileSync(path, "utf8"));
  const isNamed = (name: string): boolean => texts.some((text) => text.includes(name));
  return digest([
    ...args,
    ...surroundings(isNamed),
    ...inputs.map((path) => `${path.replaceAll("\\", "/")} ${fileIdentity(path)}`)
  ]);
}

/** The archive or table that the site calls by this name, such as `alliances.zip`. */
export function loaderTarget(loader: string): string {
  return relative(folder, loader).slice(0, -".ts".length).replaceAll("\\", "/");
}

function outputsOf(loader: string): Keep {
  return keepIn({folder: join(store, loaderTarget(loader)), mostFiles: keptOutputs});
}

/**
 * The stored output of `loader` for `key`, or undefined when it has not run for that key or what is
 * there is not whole.
 */
export function storedOutput(loader: string, key: string): Buffer | undefined {
  const output = outputsOf(loader).read(key);
  return output instanceof Uint8Array ? Buffer.from(output) : undefined;
}

/** Keeps `output` of `loader` under `key`, and forgets all but the newest few of that loader. */
export function storeOutput(loader: string, key: string, output: Buffer): void {
  outputsOf(loader).write(key, new Uint8Array(output));
}

/**
 * Forgets Framework's own copies of loader outputs, which it would use however old they are. The
 * outputs themselves stay in our store, by key, so that this costs no refit.
 */
export function forgetOutputs(): void {
  rmSync(join(cache, "data"), {recursive: true, force: true});
}

/**
 * While previewing, touches each loader whose key has changed after an edit anywhere it depends on;
 * the touch makes Framework run it again and update the open pages. `before` is called first with
 * the changed files, as absolute paths.
 */
export function followEdits(before: (files: readonly string[]) => Promise<void>): void {
  const keys = new Map<string, string>();
  const changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn: Promise<void> = Promise.resolve();

  async function check(files: readonly string[]): Promise<void> {
    if (files.length > 0) await before(files);
    for (const loader of findLoaders()) {
      // Halfway an edit a module may not parse; the next save is another chance.
      const key = await loaderKey(loader).catch(() => undefined);
      if (key === undefined || keys.get(loader) === key) continue;
      const known = keys.has(loader);
      keys.set(loader, key);
      // Framework itself watches the loader.
      if (known && !files.includes(resolve(loader))) utimesSync(loader, new Date(), new Date());
    }
  }

  function schedule(path: string): void {
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const files = [...changed];
      changed.clear();
      turn = turn.then(() => check(files)).catch((reason: unknown) => console.error(reason));
    }, 100);
  }

  turn = check([]);
  // A folder that does not exist yet cannot be watched.
  mkdirSync("data/raw", {recursive: true});
  for (const dir of ["src", "bench/results", ...dataFolders()]) watchFolder(resolve(dir), schedule);
  // The folder, because an editor or npm may replace the file.
  watch(".", (_event, name) => {
    if (name === "package-lock.json") schedule(resolve(name));
  });
}

// One watch per folder: on Linux, Node's recursive watch loses files that are saved by renaming.
function watchFolder(dir: string, changed: (path: string) => void): void {
  if (!statSync(dir, {throwIfNoEntry: false})?.isDirectory()) return;
  watch(dir, (_event, name) => {
    if (name === null) return;
    const path = join(dir, name);
    const isNewFolder = statSync(path, {throwIfNoEntry: false})?.isDirectory() ?? false;
    if (isNewFolder) watchFolder(path, changed);
    else changed(path);
  });
  for (const entry of readdirSync(dir, {withFileTypes: true})) {
    if (entry.isDirectory()) watchFolder(join(dir, entry.name), changed);
  }
}

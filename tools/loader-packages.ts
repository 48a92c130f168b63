// The packages that loaders import, bundled once for a lockfile: a loader then starts in a third of the time.
import {existsSync, mkdtempSync, renameSync, rmSync, utimesSync} from "node:fs";
import {join} from "node:path";
import {build} from "esbuild";
import {digest, fileIdentity} from "./fingerprint.mjs";

/** It starts threads from files of its own. */
const left = new Set(["tinypool"]);

/**
 * Bundles the packages in a folder beside `folder`'s programs unless they are there, and returns by package the
 * file to import in its place, as seen from a folder in `folder`. The lockfile decides what they are.
 */
export async function bundlePackages(
  packages: readonly string[],
  folder: string
): Promise<ReadonlyMap<string, string>> {
  const names = packages.filter((name) => !left.has(name)).toSorted();
  if (names.length === 0) return new Map();
  const fileOf = (name: string): string => name.replaceAll(/[^a-z0-9]+/gi, "-");
  const key = digest([...names, fileIdentity("package-lock.json"), process.version]).slice(0, 16);
  const place = join(folder, `packages-${key}`);
  // What is not used for a day is taken away.
  if (existsSync(place)) utimesSync(place, new Date(), new Date());
  else {
    const unfinished = mkdtempSync(join(folder, "run-packages-"));
    await build({
      // Else it is the folder in which this process has started.
      absWorkingDir: process.cwd(),
      entryPoints: names.map((name) => ({in: name, out: fileOf(name)})),
      outdir: unfinished,
      outExtension: {".js": ".mjs"},
      bundle: true,
      splitting: true,
      platform: "node",
      format: "esm",
      target: "node20",
      external: [...left],
      banner: {
        // A library brings a createRequire of its own.
        js: 'import {createRequire as toRequire} from "node:module"; const require = toRequire(import.meta.url);'
      },
      logLevel: "silent"
    });
    // Whole or not at all; another build may have been faster.
    try {
      renameSync(unfinished, place);
    } catch {
      rmSync(unfinished, {recursive: true, force: true});
    }
  }
  return new Map(names.map((name) => [name, `../packages-${key}/${fileOf(name)}.mjs`]));
}

/** A module's text as esbuild prints it, with packages imported from where `found` has them. */
export function withPackages(text: string, found: ReadonlyMap<string, string>): string {
  return text.replaceAll(
    /((?:\bfrom|^import) |\bimport\()"([^"\n]+)"/gm,
    (whole, start: string, name: string) => {
      const file = found.get(name);
      return file === undefined ? whole : `${start}${JSON.stringify(file)}`;
    }
  );
}

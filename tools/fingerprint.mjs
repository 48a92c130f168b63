// What a result was made from, as hashes; plain JavaScript, because it runs before npm ci too.
import {createHash} from "node:crypto";
import {existsSync, readFileSync, readdirSync, statSync} from "node:fs";
import {join} from "node:path";

/** Above this many bytes a file is known by its size and time: reading it would cost seconds. */
const largest = 256e6;

/**
 * The identity of one file: the hash of its bytes, or "missing".
 * @param {string} path
 * @returns {string}
 */
export function fileIdentity(path) {
  const info = statSync(path, {throwIfNoEntry: false});
  if (!info?.isFile()) return "missing";
  if (info.size > largest) return `${info.size} bytes at ${info.mtimeMs}`;
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

/**
 * The regular files under `folder`, at any depth, in a fixed order; hidden ones left out, and
 * links to folders not entered.
 * @param {string} folder
 * @returns {string[]}
 */
export function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {withFileTypes: true})
    .filter((entry) => !entry.name.startsWith("."))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      return entry.isDirectory() ? filesUnder(path) : entry.isFile() ? [path] : [];
    });
}

/**
 * The folders in which raw data are looked up, first to last.
 * @returns {string[]}
 */
export function dataFolders() {
  const own = process.env.POOLHOUSE_DATA;
  return own ? [own, "data/raw"] : ["data/raw"];
}

/**
 * What decides a result besides code: raw data whose file names are `wanted`, settings, Node's version.
 * Unfinished downloads (.part) do not count, nor do base path, address and another build to compare with, which touch
 * no number.
 * @param {(name: string) => boolean} [wanted]
 * @returns {string[]}
 */
export function surroundings(wanted = () => true) {
  const data = dataFolders()
    .flatMap(filesUnder)
    .filter((path) => !path.endsWith(".part"))
    .map((path) => ({path, name: path.replace(/^.*[\\/]/, "")}))
    .filter(({name}) => wanted(name))
    .map(({path, name}) => `${name} ${fileIdentity(path)}`);
  const settings = Object.entries(process.env)
    .filter(([name]) => name.startsWith("POOLHOUSE_"))
    .filter(([name]) => !/^POOLHOUSE_(DATA|BASE|URL|OUTPUT|DIFF)$/.test(name))
    .map(([name, value]) => `${name}=${value}`);
  return [`node ${process.versions.node}`, ...settings.sort(), ...data];
}

/**
 * One hash for a list of texts.
 * @param {readonly string[]} parts
 * @returns {string}
 */
export function digest(parts) {
  return createHash("sha256").update(parts.join("\n")).digest("hex");
}

/**
 * @param {string} text
 * @returns {[string, string]}
 */
function nameAndRest(text) {
  const [name = ""] = text.split(/[ =]/, 1);
  return [name, text.slice(name.length + 1)];
}

/**
 * The results of the site in a folder that is compared with; nothing where there is none.
 * @param {string} folder
 */
function formerIdentity(folder) {
  if (folder === "") return "";
  return digest(filesUnder(join(folder, "_file", "data")));
}

/**
 * Everything the built site depends on, by name: the hashes of files, the texts of settings.
 * @returns {Record<string, string>}
 */
export function siteInputs() {
  const own = ["docs", "src", "tools", "bench/results"]
    .flatMap(filesUnder)
    // Made from the rest: see tools/vendor.ts, live.ts, fonts.ts, math.ts; and measured on it: bench/site.ts.
    .filter(
      (path) =>
        !/^(docs[\\/](vendor|live|workshop|fonts)[\\/]|bench[\\/]results[\\/]site)/.test(path)
    );
  const files = [...own, "observablehq.config.ts", "package.json", "package-lock.json"];
  return Object.fromEntries([
    ["POOLHOUSE_BASE", process.env.POOLHOUSE_BASE ?? "/"],
    ["POOLHOUSE_URL", process.env.POOLHOUSE_URL ?? ""],
    ["GITHUB_REPOSITORY", process.env.GITHUB_REPOSITORY ?? ""],
    ["POOLHOUSE_DIFF", formerIdentity(process.env.POOLHOUSE_DIFF ?? "")],
    ...surroundings().map(nameAndRest),
    ...files.map((path) => [path.replaceAll("\\", "/"), fileIdentity(path)])
  ]);
}

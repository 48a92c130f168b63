// Installs the packages of the lockfile when they are missing or others; needs nothing but Node.
import {spawnSync} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";

/** @param {string} path */
function packagesIn(path) {
  /** @type {{packages: Record<string, {version?: string, optional?: boolean, link?: boolean}>}} */
  const lock = JSON.parse(readFileSync(path, "utf8"));
  return lock.packages;
}

/**
 * Whether node_modules holds every package of the lockfile, in its version. Times do not tell: a
 * checkout makes any lockfile look new.
 * @returns {boolean}
 */
export function isInstalled() {
  if (!existsSync("node_modules/.package-lock.json")) return false;
  const wanted = packagesIn("package-lock.json");
  const present = packagesIn("node_modules/.package-lock.json");
  return Object.entries(wanted).every(
    ([path, {version, optional, link}]) =>
      path === "" || optional || link || present[path]?.version === version
  );
}

/** Runs `npm ci` unless everything is installed. Raises an error when that fails. */
export function install() {
  if (isInstalled()) return;
  process.stderr.write("installing packages (npm ci)\n");
  const npm = process.env.npm_execpath;
  const args = ["ci", "--no-audit", "--no-fund"];
  const {status} = npm?.endsWith(".js")
    ? spawnSync(process.execPath, [npm, ...args], {stdio: ["ignore", 2, 2]})
    : spawnSync("npm", args, {stdio: ["ignore", 2, 2], shell: process.platform === "win32"});
  if (status !== 0) {
    throw new Error("packages could not be installed: npm ci failed; its messages are above");
  }
}

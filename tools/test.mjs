// npm test: installs what is missing, builds the site unless it is fresh, runs every test, counts.
import {spawnSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {needBrowser} from "./browser.mjs";
import {install} from "./install.mjs";
import {makeSite} from "./site.mjs";

/** @param {unknown} reason */
const say = (reason) =>
  process.stderr.write(`${reason instanceof Error ? reason.message : String(reason)}\n`);

/**
 * Whether these arguments to vitest leave the tests of the site in: none, or one that names them.
 * @param {readonly string[]} args
 */
function includesSite(args) {
  const project = args.findIndex((arg) => arg.startsWith("--project"));
  if (project >= 0) return `${args[project]} ${args[project + 1] ?? ""}`.includes("site");
  const paths = args.filter((arg) => arg.includes("tests/"));
  return paths.length === 0 || paths.some((path) => path.includes("site"));
}

/** Builds the site unless it is fresh and finds a browser; returns whether both are there. */
function prepareSite() {
  try {
    process.env.CHROME_PATH = needBrowser();
    makeSite();
    return true;
  } catch (reason) {
    say(reason);
    return false;
  }
}

/**
 * Runs vitest and returns its counts. A file that fails before its first test counts as one, and
 * so does a run that fails with none.
 * @param {readonly string[]} args
 */
function runTests(args) {
  const folder = mkdtempSync(join(tmpdir(), "poolhouse-"));
  const file = join(folder, "results.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const {status} = spawnSync(
    process.execPath,
    ["node_modules/vitest/vitest.mjs", "run", ...reporters, ...args],
    {stdio: "inherit"}
  );
  try {
    /**
     * @type {{
     *   numPassedTests: number,
     *   numFailedTests: number,
     *   testResults: {status: string, assertionResults: {status: string}[]}[]
     * }}
     */
    const results = JSON.parse(readFileSync(file, "utf8"));
    const silent = results.testResults.filter(
      ({status: end, assertionResults}) =>
        end === "failed" && assertionResults.every((test) => test.status !== "failed")
    );
    const failed = results.numFailedTests + silent.length;
    return {
      passed: results.numPassedTests,
      failed: failed === 0 && status !== 0 ? 1 : failed
    };
  } catch {
    return {passed: 0, failed: 1};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const args = process.argv.slice(2);

try {
  install();
  const ready = includesSite(args) ? prepareSite() : true;
  const {passed, failed} = runTests(ready ? args : [...args, "--project", "units"]);
  const all = ready ? failed : failed + 1;
  process.exitCode = all === 0 ? 0 : 1;
  process.stdout.write(`${passed} passed, ${all} failed\n`);
} catch (reason) {
  say(reason);
  process.stdout.write("0 passed, 1 failed\n");
  process.exitCode = 1;
}

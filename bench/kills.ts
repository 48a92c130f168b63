// node --import tsx bench/kills.ts: a build killed at ten random moments never leaves a wrong or half page.
import {spawn} from "node:child_process";
import {existsSync, readFileSync, readdirSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {version} from "../src/data/key.js";
import {filesUnder} from "../tools/fingerprint.mjs";
import {thisMachine} from "./machine.js";
import {TinyProject} from "../tests/tools/tiny-project.js";

const kills = 10;

/** Where the newest run is kept. */
const results = resolve("bench/results/kills.json");

/** Starts a build, kills it and all that it started after some milliseconds; whether it ended before. */
async function killedAfter(project: TinyProject, milliseconds: number): Promise<boolean> {
  const {POOLHOUSE_DATA: _none, ...env} = process.env;
  const child = spawn(process.execPath, ["tools/report.mjs"], {
    cwd: project.folder,
    env: {...env, POOLHOUSE_OFFLINE: "1"},
    stdio: "ignore",
    detached: true
  });
  const ended = new Promise<boolean>((done) => child.on("exit", (code) => done(code === 0)));
  const timer = setTimeout(() => process.kill(-(child.pid ?? NaN), "SIGKILL"), milliseconds);
  const isWhole = await ended;
  clearTimeout(timer);
  return isWhole;
}

/** A site's files. */
function siteIn(project: TinyProject): Map<string, string> {
  const dist = join(project.folder, "dist");
  return new Map(
    filesUnder(dist).map((path) => {
      return [path.slice(dist.length), readFileSync(path, "latin1")];
    })
  );
}

function differences(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string[] {
  const names = new Set([...a.keys(), ...b.keys()]);
  return [...names].filter((name) => a.get(name) !== b.get(name));
}

/** What killed builds have left that nobody takes away: locks, half a site, unfinished records and runs. */
function leftovers(project: TinyProject): string[] {
  const [own, programs] = ["docs/.observablehq", "docs/.observablehq/cache/programs"].map((path) =>
    readdirSync(join(project.folder, path))
  );
  return [
    ...own.filter((name) => /^build\.lock|^unfinished$|^former$|\.part$/.test(name)),
    // Runs that were killed are taken away a day later: a loader may run for long.
    ...programs.filter((name) => !/^(?:run|packages)-|\.mjs(?:\.\d+)?$/.test(name))
  ];
}

const project = new TinyProject();
const moments: {seconds: number; killed: boolean; left: string}[] = [];
const faults: string[] = [];
try {
  await killedAfter(project, 600_000);
  const before = siteIn(project);
  project.replace("src/data/tiny-study.ts", "b: normal(0, 1)", "b: normal(0, 3)");
  const started = performance.now();
  await killedAfter(project, 600_000);
  let whole = performance.now() - started;
  const after = siteIn(project);
  project.replace("src/data/tiny-study.ts", "b: normal(0, 3)", "b: normal(0, 1)");
  // What the sources ask for now.
  let wanted = before;
  for (let k = 0, killed = 0; killed < kills; ++k) {
    // Now one prior, now the other, so that every build has something to do.
    const [from, to] = k % 2 === 0 ? ["1", "3"] : ["3", "1"];
    project.replace("src/data/tiny-study.ts", `b: normal(0, ${from})`, `b: normal(0, ${to})`);
    wanted = to === "3" ? after : before;
    const moment = Math.random() * whole;
    const begun = performance.now();
    const isWhole = await killedAfter(project, moment);
    const took = performance.now() - begun;
    // One that found nothing to do tells nothing of how long a build takes.
    if (isWhole && took > 5000) whole = Math.min(whole, took);
    if (!isWhole) ++killed;
    const left = existsSync(join(project.folder, "dist")) ? siteIn(project) : null;
    const isOld = left !== null && differences(left, before).length === 0;
    const isNew = left !== null && differences(left, after).length === 0;
    const state =
      left === null ? "no site" : isOld ? "one whole site" : isNew ? "the other" : "A WRONG SITE";
    if (left !== null && !isOld && !isNew)
      faults.push(`kill ${String(k + 1)}: ${differences(left, before).join(", ")}`);
    if (isWhole && left !== null && differences(left, wanted).length > 0)
      faults.push(
        `build ${String(k + 1)} ended with another site: ${differences(left, wanted).join(", ")}`
      );
    moments.push({seconds: Number((moment / 1000).toFixed(1)), killed: !isWhole, left: state});
    process.stdout.write(
      `${String(k + 1)}: ${isWhole ? "ended" : "killed"} at ${(moment / 1000).toFixed(1)} s, left ${state}\n`
    );
  }
  const done = await killedAfter(project, 600_000);
  const wrong = differences(siteIn(project), wanted);
  if (!done || wrong.length > 0) faults.push(`the restarted build is wrong: ${wrong.join(", ")}`);
  const left = leftovers(project);
  if (left.length > 0) faults.push(`killed builds have left ${left.join(", ")}`);
  const date = new Date().toISOString().slice(0, 10);
  const build = Number((whole / 1000).toFixed(1));
  const record = {date, poolhouse: version, machine: thisMachine(), build, moments, faults};
  writeFileSync(results, `${JSON.stringify(record, null, 1)}\n`);
  process.stdout.write(faults.length === 0 ? "no wrong or half page\n" : `${faults.join("\n")}\n`);
} finally {
  project.remove();
}
process.exitCode = faults.length === 0 ? 0 : 1;

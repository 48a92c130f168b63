// Runs the program: as ./bin/poolhouse, as what that starts, or in the process of the test.
import {spawn} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {afterAll, beforeAll, vi} from "vitest";
import {run as runCommand} from "../../src/cli/run.js";
import {bundledProgram} from "../../tools/program.mjs";

export const program = resolve("bin/poolhouse");

/** How a run ended; `code` is null when a signal ended it. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** What bin/poolhouse finds out at every start: the bundle of the sources as they are. */
let bundle: Promise<string | undefined> | undefined;

/**
 * Runs in the folder `cwd` what bin/poolhouse would start, with `env` beside the environment, until it ends. The
 * starter would be a second process, every time, and look through all sources; main.test.ts goes through it.
 */
export async function poolhouse(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {}
): Promise<Ended> {
  bundle ??= bundledProgram();
  const found = await bundle;
  if (found === undefined) return throughStarter(args, cwd, env);
  return run(process.execPath, ["--enable-source-maps", found, ...args], cwd, env);
}

/** What is run in this process, one after the other: a process has one folder and one output. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Runs in the folder `cwd` what the program would, in this process, where what is tested is what it reads, says and
 * writes, not that a process starts; that costs half a second of processor each time. A fault of ours, which ends a
 * process with its trace, is raised.
 */
export function poolhouseHere(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {}
): Promise<Ended> {
  const ended = turn.then(() => here(args, cwd, env));
  turn = ended.catch(() => undefined);
  return ended;
}

/** The exit code that a command has set by itself. */
const codeSet = (): number => Number(process.exitCode ?? 0);

async function here(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Ended> {
  const before = {folder: process.cwd(), env: {...process.env}, code: process.exitCode};
  const streams = ["stdout", "stderr"] as const;
  const text = {stdout: "", stderr: ""};
  const spies = streams.map((name) =>
    vi.spyOn(process[name], "write").mockImplementation((part) => {
      text[name] += typeof part === "string" ? part : Buffer.from(part).toString();
      return true;
    })
  );
  try {
    process.chdir(cwd);
    Object.assign(process.env, env);
    process.exitCode = undefined;
    const code = (await runCommand(args)) ?? codeSet();
    return {code, signal: null, ...text};
  } finally {
    process.exitCode = before.code;
    for (const name of Object.keys(env)) {
      if (before.env[name] === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = before.env[name];
    }
    process.chdir(before.folder);
    for (const spy of spies) spy.mockRestore();
  }
}

/** Runs bin/poolhouse itself in the folder `cwd`, with `env` beside the environment, until it ends. */
export function throughStarter(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {}
): Promise<Ended> {
  return run(program, args, cwd, env);
}

function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv
): Promise<Ended> {
  return new Promise((done, failed) => {
    const child = spawn(command, args, {cwd, env: {...process.env, ...env}});
    const text = {stdout: "", stderr: ""};
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8");
      child[name].on("data", (part: string) => (text[name] += part));
    }
    child.on("error", failed);
    child.on("close", (code, signal) => done({code, signal, ...text}));
  });
}

/** An empty folder, made before the tests of a file and removed after them. */
export function temporaryFolder(): {path: string} {
  const folder = {path: ""};
  beforeAll(() => {
    folder.path = mkdtempSync(join(tmpdir(), "poolhouse-cli-"));
  });
  afterAll(() => rmSync(folder.path, {recursive: true, force: true}));
  return folder;
}

/**
 * 96 rows as csv: `y` of treatment `t` and group `g`; other columns each with one fault. A formula of
 * the congruential kind stands in for noise, so that the tests need no randomness.
 */
export function writeTrial(path: string): void {
  const header = "y,t,g,h,constant,three,gone,patchy,infinite,word";
  let state = 12345;
  const noise = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648 - 0.5;
  };
  const rows = Array.from({length: 96}, (_, i) => {
    const [g, h, t] = [i % 4, Math.floor(i / 4) % 2, Math.floor(i / 8) % 2];
    const y = 1 + 0.5 * t + 0.2 * g * t + noise() + noise() + noise();
    const faulty = [1, "xyz"[i % 3], "", i % 2 ? i % 5 : "", i === 2 ? "Inf" : i, `w${i % 2}`];
    return [y.toFixed(4), t, g, "ab"[h], ...faulty].join(",");
  });
  writeFileSync(path, `${[header, ...rows].join("\n")}\n`);
}

import {spawn} from "node:child_process";
import {once} from "node:events";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {program, temporaryFolder, throughStarter, writeTrial} from "./poolhouse.js";

const folder = temporaryFolder();

beforeAll(() => writeTrial(join(folder.path, "trial.csv")));

describe("poolhouse --help", () => {
  it.each([
    {
      args: ["--help"],
      has: [/^Usage: poolhouse /, /\bfit\b.*fit a model/, /\bdata\b.*raw data/, /Exit status: 0/]
    },
    {
      args: ["fit", "--help"],
      has: [/--formula <text>/, /--by <columns>/, /\(default: "1000"\)/, /Examples:/, /Exit status/]
    },
    {
      args: ["data", "--help"],
      has: [/side-taking or alliances or tunisia/, /POOLHOUSE_DATA/, /--prepared/, /Exit status/]
    },
    {args: ["help", "fit"], has: [/^Usage: poolhouse fit /]}
  ])("tells on stdout what $args takes", async ({args, has}) => {
    const {code, stdout, stderr} = await throughStarter(args, folder.path);
    expect({code, stderr}).toEqual({code: 0, stderr: ""});
    for (const pattern of has) expect(stdout).toMatch(pattern);
  });

  it("is printed, on stderr with exit 2, when no command is given", async () => {
    const {code, stdout, stderr} = await throughStarter([], folder.path);
    expect({code, stdout}).toEqual({code: 2, stdout: ""});
    expect(stderr).toMatch(/^Usage: poolhouse /);
  });
});

describe("poolhouse", () => {
  it("tells its version", async () => {
    const {code, stdout} = await throughStarter(["--version"], folder.path);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it("ends in peace when nobody reads its output any more", async () => {
    const child = spawn(program, ["fit", "--help"], {stdio: ["ignore", "pipe", "pipe"]});
    child.stdout.destroy();
    let stderr = "";
    child.stderr.on("data", (part: Buffer) => (stderr += part.toString()));
    const [code] = (await once(child, "close")) as [number];
    expect({code, stderr}).toEqual({code: 0, stderr: ""});
  });

  // A terminal sends SIGINT to every process of the group.
  it.runIf(process.platform !== "win32").each([
    {what: "worker threads", workers: "2"},
    {what: "one thread", workers: "1"}
  ])("ends at once on SIGINT while it samples in $what", async ({workers}) => {
    const args = ["fit", "--data", "trial.csv", "--formula", "y ~ t + (1 + t | g)"];
    const child = spawn(program, [...args, "--draws", "9999999", "--workers", workers], {
      cwd: folder.path,
      detached: true,
      stdio: "ignore"
    });
    const exited = once(child, "exit");
    // Long enough to be sampling on any machine that passes the other tests; 10⁷ draws take minutes.
    await new Promise((wake) => setTimeout(wake, 3000));
    process.kill(-child.pid!, "SIGINT");
    const [code, signal] = (await exited) as [number | null, string | null];
    expect({code, signal}).toEqual({code: null, signal: "SIGINT"});
  });
});

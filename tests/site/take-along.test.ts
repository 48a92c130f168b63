import {spawn} from "node:child_process";
import {symlinkSync} from "node:fs";
import {join, resolve} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {studies} from "../../src/data/studies/index.js";
import {temporaryFolder} from "../cli/poolhouse.js";
import {hasRealData} from "../data/studies/real-data.js";
import {openSite} from "./site.js";
import type {Opened, Site} from "./site.js";
import {modelRows, num, studyNames, studyOf} from "./tables.js";

const clipboard = {permissions: ["clipboard-read", "clipboard-write"], acceptDownloads: true};

let site: Site;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

describe.each(studyNames)("what /%s gives along", (name) => {
  let opened: Opened;

  beforeAll(async () => {
    opened = await site.open(name, clipboard);
  });

  afterAll(() => opened.close());

  const copied = async (button: string): Promise<string> => {
    await opened.page.getByRole("button", {name: button, exact: true}).click();
    return opened.page.evaluate(() => navigator.clipboard.readText());
  };

  it("has every model as code for brms and as commands, to the letter", async () => {
    for (const {title, code} of studyOf(name).models) {
      const card = opened.page.locator(".model-card", {
        has: opened.page.getByText(title, {exact: true})
      });
      for (const [summary, what, text] of [
        ["The same model in brms", "brms code", code.brms],
        ["The same fit by command", "commands", code.poolhouse]
      ]) {
        await card.locator("summary", {hasText: summary}).click();
        expect(await copied(`Copy ${what} of ${title}`)).toBe(text);
      }
    }
  });

  it("can be cited as text and as BibTeX", async () => {
    const {key, source, versions} = studyOf(name);
    for (const button of ["Copy the citation as text", "Copy the citation as BibTeX"]) {
      const text = await copied(button);
      for (const part of [key, source.sha256, `Poolhouse ${versions.poolhouse}`])
        expect(text).toContain(part);
    }
  });

  it("gives its draws whole, and shows no code of links", async () => {
    const {page} = opened;
    const button = page.getByRole("button", {name: "draws as Arrow", exact: true});
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    expect(download.suggestedFilename()).toBe(`${name}-draws.arrow`);
    expect(await page.locator("#observablehq-main").innerText()).not.toMatch(/<a |href=/);
  });
});

/** Runs shell commands in a folder and returns what they print. */
function shell(commands: string, cwd: string): Promise<string> {
  return new Promise((done, failed) => {
    const child = spawn("sh", ["-c", `set -e\n${commands}`], {
      cwd,
      env: {...process.env, POOLHOUSE_DATA: resolve(process.env.POOLHOUSE_DATA ?? "../shared/data")}
    });
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (part: string) => (text += part));
    child.on("error", failed);
    child.on("close", () => done(text));
  });
}

const isReal = studies.every(({source}) => hasRealData(source)) && process.platform !== "win32";

describe.runIf(isReal)("the commands on the page, run as they are (POOLHOUSE_DATA)", () => {
  const folder = temporaryFolder();

  beforeAll(() => symlinkSync(resolve("bin"), join(folder.path, "bin")));

  // The quickest of each study; all others are made by the same function.
  it.each([
    ["side-taking", "published-2023"],
    ["alliances", "scenario-2026-corrected"],
    ["tunisia", "trade_with"]
  ] as const)("give the report's numbers, all digits (%s, %s)", async (name, id) => {
    const {code} = studyOf(name).models.find((model) => model.id === id)!;
    const output = await shell(`${code.poolhouse.trim()} --json`, folder.path);
    const {parameters} = JSON.parse(output.slice(output.indexOf("{"))) as {
      parameters: {variable: string; mean: number; sd: number}[];
    };
    const means = new Map(parameters.map(({variable, mean, sd}) => [variable, [mean, sd]]));
    const rows = modelRows(name, "parameters", id);
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows)
      expect(means.get(String(row.variable))).toEqual([num(row, "mean"), num(row, "sd")]);
  });
});

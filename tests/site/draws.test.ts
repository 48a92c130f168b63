import {build} from "esbuild";
import {chromium, type Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {findBrowser, launchArguments} from "../../tools/browser.mjs";
import * as engine from "../../src/engine/index.js";
import {data, methods, options, spec} from "../golden/example.js";

/** Runs in Node and, as text, in a page: the bytes of all draws of the example. */
async function drawBytes(
  {fit, runChainsInTurn}: Pick<typeof engine, "fit" | "runChainsInTurn">,
  [model, table, settings]: readonly [typeof spec, typeof data, typeof options]
): Promise<number[]> {
  const columns = Object.fromEntries(
    Object.entries(table).map(([name, values]) => [
      name,
      name === "g" ? (values as string[]) : Float64Array.from(values as number[])
    ])
  );
  const {draws} = await fit(model, columns, settings, runChainsInTurn);
  return Array.from(new Uint8Array(draws.values.buffer));
}

async function bundle(): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: ["src/engine/index.ts"],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "poolhouseEngine",
    platform: "browser",
    logLevel: "error"
  });
  return outputFiles[0].text;
}

describe("the engine in a browser", () => {
  let browser: Browser;
  let script: string;

  beforeAll(async () => {
    const executablePath = findBrowser();
    if (executablePath === undefined) {
      throw new Error("missing browser: Chromium or Chrome; run npm test, which installs one");
    }
    browser = await chromium.launch({executablePath, args: launchArguments});
    script = await bundle();
  });

  afterAll(() => browser.close());

  it.each(methods)("draws by %s what it draws in Node, byte by byte", async (method) => {
    const settings = {...options, method};
    const page = await browser.newPage();
    await page.addScriptTag({content: script});
    const call = `(${drawBytes.toString()})(poolhouseEngine, ${JSON.stringify([spec, data, settings])})`;
    const inPage = await page.evaluate<number[]>(call);
    const inNode = await drawBytes(engine, [spec, data, settings]);
    expect(inPage.length).toBe(inNode.length);
    expect(inNode.length).toBeGreaterThan(10_000);
    expect(Buffer.from(inPage).equals(Buffer.from(inNode))).toBe(true);
    await page.close();
  });
});

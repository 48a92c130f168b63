import {existsSync, readFileSync} from "node:fs";
import {check} from "prettier";
import {describe, expect, it} from "vitest";

const path = ".github/workflows/site.yml";
const text = readFileSync(path, "utf8");
const scripts = (JSON.parse(readFileSync("package.json", "utf8")) as {scripts: object}).scripts;

/** The commands that its steps run. */
const commands = [...text.matchAll(/^\s*(?:run: (?!\|)|(?=npm |\.\/))(.+)$/gm)].map(
  ([, command = ""]) => command
);

describe("the workflow", () => {
  it("is YAML, in the form that the project's files have", async () => {
    expect(await check(text, {parser: "yaml", printWidth: 100, bracketSpacing: false})).toBe(true);
  });

  it("runs scripts and commands that there are", () => {
    const named = commands.flatMap((command) => [
      ...command.matchAll(/\bnpm (?:run )?(?:--silent )?(\w+)/g)
    ]);
    const missing = named
      .map(([, name = ""]) => name)
      .filter((name) => !Object.hasOwn(scripts, name));
    expect(named.map(([, name]) => name)).toEqual([
      "test",
      "typecheck",
      "lint",
      "format",
      "report"
    ]);
    expect(missing).toEqual([]);
    expect(commands).toContain("./bin/poolhouse check");
    expect(existsSync("src/cli/check.ts") && existsSync("bin/poolhouse")).toBe(true);
  });

  it("takes the site's place from the repository's name, and needs no secret", () => {
    expect(text).not.toMatch(/secrets\./);
    expect(text).toContain("POOLHOUSE_BASE=$base");
    expect(text).toContain('base="/$repository/"');
    // Named once for all: nothing in it is of this repository rather than of a fork.
    expect(text).not.toMatch(/github\.com\/\w/);
  });

  it("publishes what it has checked, from the default branch only", () => {
    const order = ["npm test", "npm run report", "./bin/poolhouse check", "upload-pages-artifact"];
    const places = order.map((step) => text.indexOf(step));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(text.match(/default_branch/g)).toHaveLength(2);
    expect(text).toContain("path: dist");
  });
});

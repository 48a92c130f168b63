// The README leads where it says, and its picture is there and small.
import {existsSync, readFileSync} from "node:fs";
import {expect, it} from "vitest";

const readme = readFileSync("README.md", "utf8");
const links = Array.from(
  readme.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/gu),
  ([, address = ""]) => address
);

it("has links that lead to files of the project", () => {
  const own = links.filter((address) => !/^https?:/u.test(address));
  for (const page of ["fork", "gallery", "brms", "api"]) expect(own).toContain(`docs/${page}.md`);
  expect(own.filter((address) => !existsSync(address))).toEqual([]);
});

it("shows a picture of at most 200 kB, wide enough for its text", () => {
  const file = readFileSync(".github/screenshot.png");
  expect(file.subarray(1, 4).toString("latin1")).toBe("PNG");
  expect(file.readUInt32BE(16)).toBeGreaterThanOrEqual(900);
  expect(file.byteLength).toBeLessThan(200_000);
});

it("names the two commands that package.json has", () => {
  const {scripts} = JSON.parse(readFileSync("package.json", "utf8")) as {
    scripts: Record<string, string>;
  };
  const block = /## Two commands[\s\S]*?```sh\n([\s\S]*?)```/u.exec(readme)?.[1] ?? "";
  const commands = Array.from(block.matchAll(/^npm (?:run )?(\w+)/gmu), ([, name = ""]) => name);
  expect(commands).toEqual(["report", "test"]);
  for (const name of commands) expect(scripts).toHaveProperty(name);
});

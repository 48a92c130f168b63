import {spawnSync} from "node:child_process";
import {describe, expect, it} from "vitest";

/** What is printed by a program that says these lines as Framework does. */
function printed(program: string): {out: string; err: string} {
  const {stdout, stderr} = spawnSync(
    process.execPath,
    ["--import", "./tools/quiet-framework.mjs", "--input-type=module", "--eval", program],
    {encoding: "utf8"}
  );
  return {out: stdout, err: stderr};
}

const skip = (page: string) => `console.log("↳ ${page} → ${page}#observablehq-main");`;

describe("quiet-framework", () => {
  it("says nothing of links to the text of a page, which are whole", () => {
    const links = `console.warn("Warning: 2 broken links (9 validated)"); ${skip("/a")} ${skip("/b")}`;
    expect(printed(`console.log("built"); ${links}`)).toEqual({out: "built\n", err: ""});
  });

  it("names the links that lead nowhere, and no others", () => {
    const {out, err} = printed(
      `console.warn("Warning: 3 broken links (9 validated)"); ${skip("/a")}
      console.log("↳ /a → /nowhere"); ${skip("/b")} console.log("↳ /b → /a#gone");`
    );
    expect(err).toBe("Warning: links that lead nowhere:\n");
    expect(out).toBe("↳ /a → /nowhere\n↳ /b → /a#gone\n");
  });

  it("leaves other warnings and lines alone", () => {
    const {out, err} = printed(`console.warn("careful"); console.log("drawn", 3);`);
    expect([out, err]).toEqual(["drawn 3\n", "careful\n"]);
  });

  it("keeps Framework's trace to itself where a loader has said why it failed, and only there", () => {
    const trace = `console.error("full stack trace");`;
    expect(printed(trace).err).toBe("full stack trace\n");
    const failed = `console.error(new Error("loader exited with code 1")); ${trace}`;
    expect(printed(failed).err).toBe("");
  });
});

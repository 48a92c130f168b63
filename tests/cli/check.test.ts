import {describe, expect, it} from "vitest";
import {poolhouse, temporaryFolder} from "./poolhouse.js";

const folder = temporaryFolder();

describe("poolhouse check", () => {
  it("says in one sentence that there is no site", async () => {
    const {code, stdout, stderr} = await poolhouse(["check"], folder.path);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toBe("missing site: dist; build it with npm run report\n");
  });

  it("names its checks and exit codes", async () => {
    const {code, stdout} = await poolhouse(["check", "--help"], folder.path);
    expect(code).toBe(0);
    expect(stdout).toContain("convergence, staleness, priors, prose, links, citations, budgets");
    expect(stdout).toMatch(/0 the site may be published; 1 something is wrong; 2 wrong input/);
  });
});

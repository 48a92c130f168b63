import {describe, expect, it} from "vitest";
import {alliancesSource, sideTakingSource, sources} from "../../src/data/sources.js";

describe("sources", () => {
  it("have ids and files of their own", () => {
    expect(new Set(sources.map(({id}) => id)).size).toBe(sources.length);
    expect(new Set(sources.map(({file}) => file)).size).toBe(sources.length);
  });

  it.each(sources)("declare $id so that its bytes can be told and had", (source) => {
    expect(source.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(source.bytes).toBeGreaterThan(0);
    expect(source.urls.length).toBeGreaterThan(0);
    for (const url of source.urls) {
      // A commit's address never changes its content; a branch's does.
      expect(url).toMatch(/^https:\/\/.*\/[0-9a-f]{40}\//);
      expect(url.endsWith(`/${source.file}`)).toBe(true);
    }
  });

  it.each(sources)("cite $id in parts as in words", ({citation, reference}) => {
    const {authors, year, title, publisher = "none", doi = ""} = reference;
    const families = authors.map((author) => author.split(",")[0]);
    for (const part of [...families, String(year), publisher, doi])
      expect(citation).toContain(part);
    expect(citation).toContain(title.replace(/^Replication data for /, ""));
  });

  it("give Bush and Prather's DOI, and none to Tomz and Weeks, who have none", () => {
    expect(sideTakingSource.doi).toBe("10.7910/DVN/AD8CKP");
    expect(alliancesSource.doi).toBeUndefined();
  });
});

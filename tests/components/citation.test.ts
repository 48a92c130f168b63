// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {bibtex, Citation, citationText, type Cited} from "../../src/components/citation.js";

const sha256 = "60bc2b6f".repeat(8);
const key = "0123456789abcdef".repeat(4);
const study: Cited = {
  id: "votes",
  title: "Who votes, & why?",
  stand_in: false,
  source: {
    title: "Votes",
    citation: "Roe, Jane. 2020. Votes. Archive. doi:10.1/AB.",
    reference: {
      kind: "data",
      authors: ["Roe, Jane", "Doe, J\u00f6rg"],
      year: 2020,
      title: "50% of {all} votes_",
      publisher: "Archive",
      doi: "10.1/AB"
    },
    licence: "Public domain",
    file: "votes_all.dta",
    sha256,
    bytes: 10,
    urls: ["https://doi.org/10.1/AB", "https://example.org/votes_all.dta"]
  },
  versions: {poolhouse: "1.2.3", node: "v20", packages: {}},
  key
};
const article: Cited = {
  ...study,
  source: {
    ...study.source,
    urls: ["https://example.org/votes_all.dta"],
    reference: {
      kind: "article",
      authors: ["Roe, Jane"],
      year: 2021,
      title: "Votes",
      publisher: "A Journal",
      volume: "65",
      number: "3",
      pages: "811\u2013824"
    }
  }
};

/** Entries of BibTeX text: kind, key and fields, by a reader that knows only braces. */
function entriesOf(text: string): {kind: string; key: string; fields: Record<string, string>}[] {
  return text.split("\n\n").map((one) => {
    const [, kind, name, body] = /^@(\w+)\{([\w-]+),\n([^]*)\n\}$/u.exec(one)!;
    const fields = body.split(",\n").map((line) => /^ {2}(\w+) = \{(.*)\}$/u.exec(line)!.slice(1));
    return {kind, key: name, fields: Object.fromEntries(fields) as Record<string, string>};
  });
}

describe("citationText", () => {
  it("tells report, engine, key, data, file and its hash", () => {
    const [report, data] = citationText(study, "https://a.org/votes?group=1#x").split("\n\n");
    expect(report).toBe(
      `\u201cWho votes, & why?\u201d Report made by Poolhouse 1.2.3, key ${key}. https://a.org/votes.`
    );
    expect(data).toBe(
      `Data: ${study.source.citation} File votes_all.dta, sha256 ${sha256}, from https://doi.org/10.1/AB.`
    );
  });

  it.each(["", "file:///home/me/votes.html", "http://localhost:3000/votes", "http://127.0.0.1/v"])(
    "gives no address that others cannot open (%s)",
    (url) => {
      expect(citationText(study, url)).toBe(citationText(study));
      expect(bibtex(study, url)).toBe(bibtex(study));
    }
  );

  it("never passes simulated rows off as data", () => {
    const standIn = {...study, stand_in: true};
    expect(citationText(standIn)).toMatch(/simulated rows: no number in it is a finding/);
    expect(bibtex(standIn)).toMatch(/simulated rows: no number in it is a finding/);
    expect(citationText(study)).not.toMatch(/simulated/);
  });
});

describe("bibtex", () => {
  it("has a citation that was not taken apart, whole", () => {
    const reference = {...study.source.reference, authors: [], note: "Roe & Doe, Votes, 2021."};
    const [, data] = entriesOf(bibtex({...study, source: {...study.source, reference}}));
    expect(data.fields.note).toBe(String.raw`Roe \& Doe, Votes, 2021.`);
  });

  it("has an entry for the report and one for its data", () => {
    const [report, data] = entriesOf(bibtex(study, "https://a.org/votes"));
    expect(report).toEqual({
      kind: "misc",
      key: "poolhouse-votes-01234567",
      fields: {
        author: "{Poolhouse 1.2.3}",
        title: "{Who votes, \\& why?}",
        url: "https://a.org/votes",
        note: `Report key ${key}; data file votes\\_all.dta, sha256 ${sha256}.`
      }
    });
    expect(data).toEqual({
      kind: "misc",
      key: "roe2020",
      fields: {
        author: "Roe, Jane and Doe, J\u00f6rg",
        year: "2020",
        title: "{50\\% of \\{all\\} votes\\_}",
        publisher: "Archive",
        doi: "10.1/AB"
      }
    });
  });

  it("cites the article, and where the file is, when the data have no DOI", () => {
    const [, {kind, fields}] = entriesOf(bibtex(article));
    expect(kind).toBe("article");
    expect(fields).toMatchObject({
      ...{journal: "A Journal", volume: "65", number: "3", pages: "811--824"},
      url: "https://example.org/votes_all.dta"
    });
  });
});

describe("a citation of what nobody has published", () => {
  const {publisher: _, ...reference} = study.source.reference;
  const own = {...study, source: {...study.source, urls: [], reference}};

  it("leaves out who publishes it and where it is", () => {
    const [, {fields}] = entriesOf(bibtex(own));
    expect(Object.keys(fields)).not.toContain("publisher");
    expect(citationText(own)).toMatch(/ File votes_all\.dta, sha256 [0-9a-f]+\.$/);
  });
});

describe("Citation", () => {
  it("offers both forms to copy", () => {
    const node = Citation(study);
    expect([...node.querySelectorAll("pre")].map((pre) => pre.textContent)).toEqual([
      citationText(study),
      bibtex(study)
    ]);
    expect([...node.querySelectorAll("button")].map((b) => b.getAttribute("aria-label"))).toEqual([
      "Copy the citation as text",
      "Copy the citation as BibTeX"
    ]);
  });
});

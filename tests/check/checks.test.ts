import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {checkBudgets} from "../../src/check/budgets.js";
import {checkCitations} from "../../src/check/citations.js";
import {checkConvergence} from "../../src/check/convergence.js";
import type {Declared} from "../../src/check/declared.js";
import type {Finding} from "../../src/check/finding.js";
import {checkLinks} from "../../src/check/links.js";
import {checkPriors} from "../../src/check/priors.js";
import {checkProse} from "../../src/check/prose.js";
import {readSite, type Site} from "../../src/check/site.js";
import {checkStaleness} from "../../src/check/staleness.js";
import {checkStandIn} from "../../src/check/stand-in.js";
import {toArrow} from "../../src/data/arrow.js";
import {siteInputs} from "../../tools/fingerprint.mjs";
import {outputsOf, recordIn} from "../../tools/site-record.mjs";

const home = process.cwd();
let folder: string;

const prior = {class: "b", coef: "", group: "", prior: "normal(0, 1)", source: "user"} as const;

const model = {
  ...{id: "only", unconverged: "", signed_off: "", key: "a".repeat(64), priors: [prior]},
  sampler: {divergences: 0, max_rhat: 1.001, min_ess_bulk: 900, min_ess_tail: 800},
  facts: {groups: 32}
};

const source = {
  citation: "Doe, J. 2020. Rows & columns.",
  file: "rows.dta",
  sha256: "b".repeat(64)
};

interface Card {
  id: string;
  stand_in: boolean;
  source: typeof source;
  models: (typeof model)[];
  modifiers: {levels: string[]}[];
  claims: string[];
}

const card: Card = {
  id: "rows",
  stand_in: false,
  source,
  models: [model],
  modifiers: [],
  claims: []
};

const declared = new Map<string, Declared>([
  [
    "rows",
    {standIn: false, models: new Map([["only", {key: model.key, priors: [prior], given: 1}]])}
  ]
]);

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(join(path, ".."), {recursive: true});
  writeFileSync(path, content);
}

const page = (body: string) =>
  `<!DOCTYPE html><html><head><link rel="stylesheet" href="./style.css"></head><body>${body}` +
  `<script type="module">const x = '<a href="./nowhere">'; registerFile("/_file/data/rows/study.0a0a0a0a.json");</script></body></html>`;

const sound = `<h1 id="top">Rows</h1><a href="#top">up</a> <a href="./">home</a> <a href="https://doi.org/10.1/x">DOI</a> <p>Doe, J. 2020. <em>Rows &amp; columns</em>.</p>`;

/** Writes a sound project and its site, with something changed. */
function plant({
  body = sound,
  with: change = {},
  drawn = "normal(0, 1)",
  note = ""
}: {
  body?: string;
  with?: Partial<Card>;
  drawn?: string;
  note?: string;
} = {}): Site {
  write("dist/index.html", page('<h1 id="start">Start</h1>'));
  write("dist/rows.html", page(body));
  write("dist/style.css", "body{}");
  write("dist/_file/data/rows/study.0a0a0a0a.json", JSON.stringify({...card, ...change}));
  const priors = {model: ["only"], class: ["b"], prior: [drawn]};
  const metadata = {stand_in: note};
  write("dist/_file/data/rows/priors.0b0b0b0b.arrow", toArrow(priors, {metadata}));
  write("docs/rows.md", "Shown by [doe2020], from ./data/rows/study.json.\n");
  write("docs/method.md", "<dt>doe2020</dt><dd>Doe, J. 2020. Rows.</dd>\n");
  recordIn("dist", {inputs: siteInputs(), outputs: outputsOf("dist")});
  return readSite("dist");
}

const told = (findings: readonly Finding[]) =>
  findings.map(({check, where, message}) => `${check}: ${where}: ${message}`).join("\n");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "poolhouse-check-"));
  process.chdir(folder);
  for (const name of ["package.json", "package-lock.json", "observablehq.config.ts"])
    write(name, "{}");
});

afterEach(() => {
  process.chdir(home);
  rmSync(folder, {recursive: true, force: true});
});

describe("a sound site", () => {
  it("passes every check", () => {
    const site = plant();
    const findings = [
      ...checkConvergence(site),
      ...checkStaleness(site, declared),
      ...checkPriors(site, declared),
      ...checkProse(site),
      ...checkLinks(site),
      ...checkCitations(site),
      ...checkBudgets(site),
      ...checkStandIn(site, false)
    ];
    expect(told(findings)).toBe("");
  });
});

describe("convergence", () => {
  it.each([
    {what: "in words", change: {unconverged: "R-hat 1.2 for b_t"}, said: /R-hat 1\.2 for b_t/},
    {
      what: "in numbers alone",
      change: {sampler: {...model.sampler, min_ess_bulk: 100}},
      said: /bulk ESS 100/
    }
  ])("is missed $what, and passes when signed off with a reason", ({change, said}) => {
    const models = [{...model, ...change}];
    expect(told(checkConvergence(plant({with: {models}})))).toMatch(said);
    const signed = models.map((one) => ({...one, signed_off: "Short on purpose."}));
    expect(checkConvergence(plant({with: {models: signed}}))).toEqual([]);
    const blank = models.map((one) => ({...one, signed_off: "  "}));
    expect(checkConvergence(plant({with: {models: blank}}))).toHaveLength(1);
  });
});

describe("staleness", () => {
  it("names the source that changed after the build", () => {
    const site = plant();
    write("docs/rows.md", "Other words.\n");
    expect(told(checkStaleness(site, declared))).toMatch(/^staleness: dist: .*docs\/rows\.md/);
  });

  it("names the file of the site that is not as it was built, cut or edited", () => {
    const site = plant();
    write("dist/rows.html", page(sound).slice(0, 100));
    expect(told(checkStaleness(site, declared))).toMatch(/rows\.html is not as built/);
  });

  it("names the model whose key is not that of what is here", () => {
    const other = new Map([
      [
        "rows",
        {
          standIn: false,
          models: new Map([["only", {key: "c".repeat(64), priors: [prior], given: 1}]])
        }
      ]
    ]);
    expect(told(checkStaleness(plant(), other))).toMatch(/^staleness: rows\/only: the fit/);
  });

  it("says that data are missing rather than that numbers are stale", () => {
    const elsewhere = {
      key: "c".repeat(64),
      priors: [{...prior, prior: "normal(0, 7)"} as const],
      given: 1
    };
    const without = new Map<string, Declared>([
      ["rows", {standIn: true, models: new Map([["only", elsewhere]])}]
    ]);
    // What lay beside the data is not here either.
    write("data/raw/notes.txt", "Read me.");
    const site = plant();
    rmSync("data/raw/notes.txt");
    expect(told(checkStaleness(site, declared))).toMatch(/notes\.txt changed/);
    expect(told(checkStaleness(site, without))).toBe(
      `staleness: rows: its data are not here, and nothing of it can be compared; put ${card.source.file} into the folder that POOLHOUSE_DATA names, or run ./bin/poolhouse data`
    );
    expect(checkPriors(site, without)).toEqual([]);
  });

  it("does not trust a site that nobody knows the making of", () => {
    const site = plant();
    rmSync("docs/.observablehq", {recursive: true});
    expect(told(checkStaleness(site, declared))).toMatch(/nobody knows/);
  });
});

describe("priors", () => {
  it("must be those of the model", () => {
    const models = [{...model, priors: [{...prior, prior: "normal(0, 9)" as "normal(0, 1)"}]}];
    expect(told(checkPriors(plant({with: {models}}), declared))).toMatch(
      /the prior table says b: normal\(0, 9\) \(user\), and the model has b: normal\(0, 1\)/
    );
  });

  it("must be drawn as they are in the table", () => {
    expect(told(checkPriors(plant({drawn: "normal(0, 5)"}), declared))).toMatch(
      /the drawn prior b: normal\(0, 5\)/
    );
  });
});

describe("prose", () => {
  it("names the line of a number that is typed by hand", () => {
    const site = plant();
    write("docs/rows.md", "# Rows\n\nFrom ./data/rows/\n\nThe effect is 0.23 points.\n");
    expect(told(checkProse(site))).toMatch(/^prose: docs\/rows\.md:5: 0\.23 is typed by hand/);
  });

  it("lets counts of the design pass as long as the fit has them", () => {
    write("docs/rows.md", "From ./data/rows/: the 32 scenarios.\n");
    const site = plant();
    write("docs/rows.md", "From ./data/rows/: the 32 scenarios.\n");
    expect(checkProse(site)).toEqual([]);
    write("docs/rows.md", "From ./data/rows/: the 33 scenarios.\n");
    expect(checkProse(site)).toHaveLength(1);
  });
});

describe("links", () => {
  it("may name a file, a folder or the page itself, with a state", () => {
    const links = [
      "./rows.html?group=a#top",
      "./",
      "?group=a#top",
      "/rows.html",
      "/",
      "./style.css"
    ];
    const body = links.map((link) => `<a href="${link}">x</a>`).join("");
    expect(checkLinks(plant({body: `${sound}${body}`}))).toEqual([]);
  });

  it.each([
    {what: "to no page", link: "./nowhere.html", said: "leads to nothing"},
    {what: "to a page without its ending", link: "./rows", said: "ends in .html"},
    {what: "to a page as if it were a folder", link: "./rows.html/", said: "leads to nothing"},
    {what: "to no place of a page", link: "./#end", said: "does not have"},
    {what: "to no place of its own page", link: "#bottom", said: "does not have"},
    {what: "to no file", link: "./_file/data/rows.zip", said: "leads to nothing"},
    {what: "elsewhere without a host", link: "https://doi", said: "names no host"},
    {what: "elsewhere with a space", link: "https://doi.org/1 0", said: "is no address"},
    {what: "of an unusual kind", link: "file:///etc/x", said: "unusual kind"}
  ])("lead somewhere, not $what", ({link, said}) => {
    const findings = checkLinks(plant({body: `${sound}<a class="x" href="${link}">x</a>`}));
    expect(told(findings)).toContain(`links: rows.html: the link to ${link}`);
    expect(told(findings)).toContain(said);
  });
});

describe("citations", () => {
  it("have entries", () => {
    const site = plant();
    write("docs/rows.md", "One.\nBy [doe2020, roe2021].\n");
    expect(told(checkCitations(site))).toMatch(/^citations: docs\/rows\.md:2: \[roe2021\]/);
  });

  it("name the source of a study on its page", () => {
    const site = plant({body: sound.replace("Doe, J.", "Somebody")});
    expect(told(checkCitations(site))).toMatch(/^citations: rows\.html: .*source is not cited/);
  });
});

describe("budgets", () => {
  it("hold for what comes before a page can be read", () => {
    let text = "";
    // Numbers that do not compress below the budget.
    for (let k = 1, x = 1; text.length < 1_000_000; ++k) {
      x = (x * 48_271 + k) % 2_147_483_647;
      text += x.toString(36);
    }
    expect(told(checkBudgets(plant({body: text})))).toMatch(/^budgets: rows\.html: \d+ kB/);
  });
});

describe("a stand-in", () => {
  const standIn = {with: {stand_in: true}, note: "Simulated rows."};
  const banner = "<strong>This page is built on stand-in data.</strong>";

  it("is refused unless allowed, and must be told on every page that shows it", () => {
    const silent = plant(standIn);
    expect(told(checkStandIn(silent, false))).toMatch(/nothing is a finding/);
    expect(told(checkStandIn(silent, true))).toMatch(/stand-in: rows\.html: .*does not say so/);
    write("dist/index.html", page(banner));
    const telling = plant({...standIn, body: sound + banner});
    write("dist/index.html", page(banner));
    expect(told(checkStandIn(readSite(telling.folder), true))).toBe("");
  });

  it("must be told in every table", () => {
    const site = plant({with: {stand_in: true}, body: sound + banner});
    expect(told(checkStandIn(site, true))).toMatch(
      /priors\.0b0b0b0b\.arrow: the table does not say/
    );
  });
});

import {mkdirSync} from "node:fs";
import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {listPages} from "../../tools/pages.js";
import {colourRules, gravestFaults} from "./accessibility.js";
import {noTrouble, openSite, sitePages} from "./site.js";
import type {Site, Trouble} from "./site.js";

/** Where pictures of the pages go, to be looked at; none are taken unless asked for, as they take minutes. */
const pictures = process.env.POOLHOUSE_PICTURES;
const widths = [390, 1280];
const schemes = ["light", "dark"] as const;

interface Facts {
  readonly errors: string[];
  readonly headings: string[];
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly fonts: string[];
}

/** Read in the page, so that one visit answers several tests. */
function readFacts(page: Page): Promise<Facts> {
  return page.evaluate(() => {
    const texts = (selector: string) =>
      Array.from(document.querySelectorAll(selector), ({textContent}) => textContent);
    return {
      errors: texts(".observablehq--error"),
      headings: texts("h1"),
      title: document.title,
      description: document.querySelector<HTMLMetaElement>("meta[name=description]")?.content ?? "",
      language: document.documentElement.lang,
      fonts: [...document.fonts]
        .filter((font) => font.status === "loaded")
        .map(({family}) => family)
    };
  });
}

let site: Site;

beforeAll(async () => {
  if (pictures) mkdirSync(pictures, {recursive: true});
  site = await openSite();
});

afterAll(() => site.close());

describe("the site", () => {
  it("has every page that its sidebar names, and a front page", () => {
    const named = listPages("docs").map(({path}) => path.slice(1));
    expect(sitePages()).toEqual(expect.arrayContaining(["", ...named]));
  });
});

describe.each(sitePages())("the page /%s", (path) => {
  let status: number;
  let trouble: Trouble;
  let facts: Facts;

  beforeAll(async () => {
    await site.visit(path, {}, async (visit) => {
      facts = await readFacts(visit.page);
      ({status, trouble} = visit);
    });
  });

  it("opens without an error, a failed request or a request elsewhere", () => {
    expect(status).toBe(200);
    expect(trouble).toEqual(noTrouble);
    expect(facts.errors).toEqual([]);
  });

  it("says what it is: one heading, a title, a description, a language", () => {
    expect(facts.headings).toEqual([expect.stringMatching(/\S/)]);
    expect(facts.title).toMatch(/Poolhouse/);
    expect(facts.description.length).toBeGreaterThan(20);
    expect(facts.language).toBe("en");
  });

  it("shows its text in the site's own fonts", () => {
    expect(facts.fonts.filter((family) => family.includes("Source"))).not.toEqual([]);
  });

  describe.each(schemes)("in the %s scheme", (colorScheme) => {
    it.each(widths)("fits a window %i px wide and bars nobody", async (width) => {
      const viewport = {width, height: 900};
      await site.visit(path, {colorScheme, viewport}, async ({page, trouble}) => {
        const name = `${path.replaceAll("/", "-") || "index"}-${width}-${colorScheme}.png`;
        if (pictures) await page.screenshot({path: `${pictures}/${name}`, fullPage: true});
        const overhang = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth
        );
        expect(overhang, "pixels beyond the window").toBeLessThanOrEqual(0);
        // The dark scheme changes colours and nothing else.
        const rules = colorScheme === "dark" ? colourRules : undefined;
        expect(await gravestFaults(page, rules)).toEqual([]);
        expect(trouble).toEqual(noTrouble);
      });
    });
  });
});

import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {listPages} from "../../tools/pages.js";
import {barriers, type Rules} from "./accessibility.js";
import {isPictured, pictureFault, pictureName, showWhole} from "./pictures.js";
import {noTrouble, openSite, sitePages} from "./site.js";
import type {Opened, Site} from "./site.js";

const widths = [390, 768, 1280];
const schemes = ["light", "dark"] as const;

/**
 * What axe-core checks, by width and scheme: where the page is a phone's and where it is whole, since between them it
 * shows nothing that neither has. The dark scheme changes colours and nothing else.
 */
const checkedRules: Readonly<Partial<Record<string, Rules>>> = {
  "390 light": "all",
  "390 dark": "colours",
  "1280 light": "all",
  "1280 dark": "colours"
};

interface Facts {
  readonly errors: string[];
  readonly headings: string[];
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly fonts: string[];
  /** What is hidden by its attribute and seen all the same. */
  readonly unhidden: string[];
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
        .map(({family}) => family),
      unhidden: [...document.querySelectorAll("[hidden]")]
        .filter((node) => node.checkVisibility({visibilityProperty: true}))
        .map((node) => node.outerHTML.slice(0, 80))
    };
  });
}

/** The scheme the page is in; that it is changing, while a transition goes on in any element. */
function paperOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    if (document.getAnimations().length > 0) return "changing";
    const {backgroundColor} = getComputedStyle(document.documentElement);
    return Number(/\d+/.exec(backgroundColor)) < 128 ? "dark" : "light";
  });
}

function overhangOf(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  );
}

let site: Site;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

describe("the site", () => {
  it("has every page that its sidebar names, and a front page", () => {
    const named = listPages("docs").map(({path}) => path.slice(1));
    expect(sitePages()).toEqual(expect.arrayContaining(["", ...named]));
  });
});

describe.each([...sitePages(), "404"])("the page /%s", (path) => {
  let opened: Opened;

  // Opened once, as on a phone; every other width is that of a window that is drawn wider.
  beforeAll(async () => {
    const viewport = {width: widths[0], height: 900};
    opened = await site.open(path, {colorScheme: "light", viewport});
  });

  afterAll(() => opened.close());

  describe.each(widths)("in a window %i px wide", (width) => {
    let facts: Facts;

    beforeAll(async () => {
      await opened.page.setViewportSize({width, height: 900});
      facts = await readFacts(opened.page);
    });

    it("opens without an error, a failed request or a request elsewhere", () => {
      expect(opened.status).toBe(200);
      expect(opened.trouble).toEqual(noTrouble);
      expect(facts.errors).toEqual([]);
    });

    it("says what it is: one heading, a title, a description, a language", () => {
      expect(facts.headings).toEqual([expect.stringMatching(/\S/)]);
      expect(facts.title).toMatch(/Poolhouse/);
      expect(facts.description.length).toBeGreaterThan(20);
      expect(facts.language).toBe("en");
    });

    it("shows its text in the site's own fonts, and nothing that is hidden", () => {
      expect(facts.fonts.filter((family) => family.includes("Source"))).not.toEqual([]);
      expect(facts.unhidden).toEqual([]);
    });

    // No module asks for the scheme: the style sheet alone answers a change of it.
    it.each(schemes)("fits and bars nobody in the %s scheme", async (colorScheme) => {
      const {page, trouble} = opened;
      await page.emulateMedia({colorScheme});
      await expect.poll(() => paperOf(page)).toBe(colorScheme);
      await expect
        .poll(() => overhangOf(page), {message: "pixels beyond the window"})
        .toBeLessThanOrEqual(0);
      const rules = checkedRules[`${width} ${colorScheme}`];
      if (rules) expect(await barriers(page, rules)).toEqual([]);
      expect(trouble).toEqual(noTrouble);
    });

    // Last, since a window as tall as the page is none that readers have.
    describe.runIf(isPictured(path))("as a picture", () => {
      let restore: () => Promise<void>;

      beforeAll(async () => {
        restore = await showWhole(opened.page);
      });

      afterAll(() => restore());

      it.each(schemes)("looks as it did in the %s scheme", async (colorScheme) => {
        const {page} = opened;
        await page.emulateMedia({colorScheme});
        await expect.poll(() => paperOf(page)).toBe(colorScheme);
        const name = `${pictureName(path)}-${width}-${colorScheme}`;
        expect(await pictureFault(page, name, colorScheme === "dark" ? 16 : 8)).toBeNull();
      });
    });
  });
});

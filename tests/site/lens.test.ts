import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {captionOf, linesOf, offLine} from "./drawn.js";
import {openSite} from "./site.js";
import type {Opened, Site} from "./site.js";
import {modelRows, num, printed, rowsOf, studyOf, type StudyName, type TableRow} from "./tables.js";

const window = {viewport: {width: 1280, height: 900}};
let site: Site;
let allies: Opened;
let asked: string[];

beforeAll(async () => {
  site = await openSite();
  allies = await site.open("alliances", window);
  asked = [];
  allies.page.on("request", (request) => asked.push(request.url()));
});

afterAll(() => site.close());

const lensField = (page: Page) => page.locator(".controls select[name=lens]");
const standfirst = (page: Page) => page.locator(".standfirst").innerText();
const address = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
const readout = (page: Page, figure: string) => page.locator(`#${figure} .readout`).innerText();
const share = (page: Page, name: string) => page.locator(`.shares input[name="share-${name}"]`);

/** The row that answers for all groups of a model, or for a level. */
function answer(study: StudyName, model: string, estimand: string, level: string | null = null) {
  return modelRows(study, "lens", model).find(
    (row) => row.estimand === estimand && row.group === null && row.level === level
  );
}

const limits = (study: StudyName, row: TableRow | undefined) =>
  `${printed(study, num(row, "lower95"))} to ${printed(study, num(row, "upper95"))}`;

function said(study: StudyName, row: TableRow | undefined): string {
  return `${printed(study, num(row, "median"))} points, 95% equal-tailed credible interval ${limits(study, row)}`;
}

describe("these groups", () => {
  it("are what a page shows by itself, without the lens's files and without a word in the address", async () => {
    const fresh = await site.open("alliances", window);
    const {page} = fresh;
    expect(await lensField(page).inputValue()).toBe("groups");
    expect(address(page, "lens")).toBeNull();
    expect(await page.locator(".reference-band").count()).toBe(0);
    expect(await page.locator(".shares").isVisible()).toBe(false);
    expect(await captionOf(page, "scenario-effects")).not.toContain("average");
    const files = await page.evaluate(() =>
      performance.getEntriesByType("resource").map(({name}) => name)
    );
    expect(
      files.filter((name) => /\/(lens|lens-curves|draws)\.\w+\.arrow|\/live\//.test(name))
    ).toEqual([]);
    expect(await page.locator(".lens-note").innerText()).toContain(
      "Effects are in the outcome’s own unit"
    );
    await fresh.close();
  });
});

describe("the sample average", () => {
  it("is chosen by mouse, and every sentence follows with the table's numbers", async () => {
    const {page} = allies;
    await lensField(page).click();
    await lensField(page).selectOption("average");
    const respondents = answer("alliances", "respondent-text", "average");
    const scenarios = answer("alliances", "scenario-2024", "average");
    const where = (row: TableRow | undefined, group: string) =>
      `${num(row, "n").toLocaleString("en-US")} respondents in these ${num(row, "groups")} ${group}`;
    await expect
      .poll(() => standfirst(page))
      .toContain(
        `${said("alliances", respondents)}, on average over the ${where(respondents, "group")}`
      );
    for (const [figure, row] of [
      ["scenario-effects", scenarios],
      ...["densities", "boxes", "grid", "tiles", "beside-ols"].map(
        (id) => [id, respondents] as const
      )
    ] as const)
      expect(await captionOf(page, figure), figure).toContain(
        `On average over the ${where(row, figure === "scenario-effects" ? "scenarios" : "groups")}, the effect is ${said("alliances", row)} (the interval contains uncertainty about the parameters`
      );
    expect(address(page, "lens")).toBe("average");
    expect(await page.locator(".lens-note").innerText()).toContain("shares fixed as in the data");
  });

  it("is a labelled band in the figures of groups, and a diamond for every level", async () => {
    const {page} = allies;
    const row = answer("alliances", "scenario-2024", "average");
    const label = `sample average ${printed("alliances", num(row, "median"))}`;
    expect(await page.locator("#scenario-effects .stage text", {hasText: label}).count()).toBe(1);
    const band = await page
      .locator("#scenario-effects .reference-band rect")
      .evaluate((rect) => [rect.getAttribute("x"), rect.getAttribute("width")].map(Number));
    const lines = await linesOf(page, "scenario-effects");
    const ends = modelRows("alliances", "effects", "scenario-2024").map(
      (group) =>
        [num(group, "partial.lower95"), lines.find((one) => one.group === group.group)!.x1] as const
    );
    // The band lies on the groups' own scale.
    expect(
      offLine([...ends, [num(row, "lower95"), band[0]], [num(row, "upper95"), band[0] + band[1]]])
    ).toBeLessThan(0.5);
    expect(await page.locator("#boxes .level-answers path").count()).toBe(2 + 2 + 5 + 5);
  });

  it("is told with every group, and listed in the table", async () => {
    const {page} = allies;
    const [{group}] = modelRows("alliances", "effects", "respondent-text");
    const row = answer("alliances", "respondent-text", "average");
    await page.locator(`#tiles [data-focus][data-group="${String(group)}"]`).hover();
    expect(await readout(page, "tiles")).toMatch(
      /; n = \d+; on average over the 1,200 respondents in these 100 groups: /
    );
    expect(await readout(page, "tiles")).toContain(`95% interval ${limits("alliances", row)}`);
    await page.mouse.move(0, 0);
    await page.locator("#boxes .figure-foot button").first().click();
    const cells = page.locator("#boxes-table tbody tr");
    expect(await cells.count()).toBe(100 + 1 + 14);
    expect(await cells.filter({hasText: "On average over"}).count()).toBe(15);
    await page.locator("#boxes .figure-foot button").first().click();
  });
});

describe("a new group", () => {
  it("is chosen by keyboard, and widens every group's interval", async () => {
    const {page} = allies;
    await lensField(page).focus();
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => address(page, "lens")).toBe("new");
    const row = answer("alliances", "respondent-text", "new");
    await expect
      .poll(() => standfirst(page))
      .toContain(
        `${said("alliances", row)}, in a new group of respondents, its characteristics drawn with the sample’s shares`
      );
    const news = modelRows("alliances", "lens", "respondent-text").filter(
      ({estimand, group}) => estimand === "new" && group !== null
    );
    expect(news).toHaveLength(100);
    const off = async () => {
      const lines = await linesOf(page, "beside-ols");
      const ends = news.flatMap((one) => {
        // The thin line comes first.
        const thin = lines.find(({group}) => group === one.group);
        return [
          [num(one, "lower95"), thin?.x1 ?? NaN] as const,
          [num(one, "upper95"), thin?.x2 ?? NaN] as const
        ];
      });
      return offLine(ends);
    };
    await expect.poll(off).toBeLessThan(0.5);
    const own = new Map(
      modelRows("alliances", "effects", "respondent-text").map((one) => [one.group, one])
    );
    const width = (one: TableRow | undefined, prefix = "") =>
      num(one, `${prefix}upper95`) - num(one, `${prefix}lower95`);
    const wider = news.filter((one) => width(one) > width(own.get(one.group), "partial."));
    expect(wider.length).toBeGreaterThan(50);
  });

  it("says so in captions and readouts", async () => {
    const {page} = allies;
    for (const figure of ["scenario-effects", "densities", "beside-ols"])
      expect(await captionOf(page, figure), figure).toMatch(/variation between (groups|scenarios)/);
    expect(await captionOf(page, "scenario-effects")).not.toContain("OLS");
    const [{group}] = modelRows("alliances", "effects", "respondent-text");
    const row = modelRows("alliances", "lens", "respondent-text").find(
      (one) => one.estimand === "new" && one.group === group
    );
    await page.locator(`#tiles [data-focus][data-group="${String(group)}"]`).hover();
    expect(await readout(page, "tiles")).toMatch(/^A new group like this: /);
    expect(await readout(page, "tiles")).toContain(
      `95% interval ${limits("alliances", row)} (equal-tailed, parameters and variation between groups)`
    );
    await page.mouse.move(0, 0);
  });
});

describe("a reweighted population", () => {
  /** The average of the thinned draws with weights on the groups, as median. */
  function medianOf(weight: (levels: readonly string[]) => number): number {
    const effects = modelRows("alliances", "effects", "respondent-text");
    const total = effects.reduce(
      (sum, row) => sum + weight(String(row.group).split("_")) * num(row, "n"),
      0
    );
    const draws = rowsOf("alliances", "draws").map((row) =>
      effects.reduce(
        (sum, {group, n}) =>
          sum +
          (weight(String(group).split("_")) *
            Number(n) *
            num(row, `respondent-text:${String(group)}`)) /
            total,
        0
      )
    );
    const sorted = draws.sort((a, b) => a - b);
    return (sorted[499] + sorted[500]) / 2;
  }

  it("starts as the sample, from the draws, with their Monte Carlo error", async () => {
    const {page} = allies;
    await lensField(page).selectOption("reweighted");
    await expect.poll(() => page.locator(".shares").isVisible()).toBe(true);
    await expect
      .poll(() => standfirst(page))
      .toContain(
        `${printed(
          "alliances",
          medianOf(() => 1)
        )} points, 95% equal-tailed`
      );
    expect(await captionOf(page, "boxes")).toMatch(
      /from 1,000 draws of each group, Monte Carlo error of the mean 0\.\d\d percentage points/
    );
  });

  it("follows the shares that are typed, in figures, sentences and address", async () => {
    const {page} = allies;
    await share(page, "white-0").fill("100");
    await share(page, "white-1").fill("0");
    await expect.poll(() => address(page, "shares")).toBe("white:100,0");
    // One level has all the weight, and the other margins stay the sample's: held against the levels.
    await expect.poll(() => page.locator("#boxes .level-answers path").count()).toBe(1 + 2 + 5 + 5);
    const sentence = /the effect is (\S+) points/.exec(await captionOf(page, "boxes"))![1];
    const average = medianOf(([white]) => Number(white === "0"));
    const factor = studyOf("alliances").outcome.factor;
    const value = Number(sentence.replace("\u2212", "-"));
    expect(Math.abs(value - average * factor)).toBeLessThan(3);
    expect(value).toBeLessThan(
      num(answer("alliances", "respondent-text", "average"), "median") * factor
    );
  });

  it("keeps what is typed when it is no share, says why, and keeps the figures", async () => {
    const {page} = allies;
    const before = await captionOf(page, "boxes");
    await share(page, "white-1").fill("a quarter");
    await expect
      .poll(() => page.locator(".shares-message").allInnerTexts())
      .toContain("Race, White has “a quarter”, which is no percentage; type a number such as 25.");
    expect(await share(page, "white-1").inputValue()).toBe("a quarter");
    expect(await captionOf(page, "boxes")).toBe(before);
    expect(address(page, "shares")).toBe("white:100,0");
  });

  it("is kept in the address: a page opened from it shows the same", async () => {
    const {page} = allies;
    await share(page, "white-1").fill("0");
    const caption = await captionOf(page, "boxes");
    await site.visit(`alliances${new URL(page.url()).search}`, window, async (visit) => {
      expect(await lensField(visit.page).inputValue()).toBe("reweighted");
      expect(await share(visit.page, "white-0").inputValue()).toBe("100");
      await expect.poll(() => captionOf(visit.page, "boxes")).toBe(caption);
      expect(Object.values(visit.trouble).flat()).toEqual([]);
    });
  });

  it("goes back to the sample's shares, and to these groups", async () => {
    const {page} = allies;
    await page.locator(".shares-reset").click();
    await expect.poll(() => address(page, "shares")).toBeNull();
    await lensField(page).selectOption("groups");
    await expect.poll(() => address(page, "lens")).toBeNull();
    await expect.poll(() => page.locator(".reference-band").count()).toBe(0);
    expect(await page.locator(".shares").isVisible()).toBe(false);
  });

  it("fetches draws and engine once", () => {
    for (const file of [
      /draws\.\w+\.arrow/,
      /_script\/index\.[0-9a-f]{8}\.\w{8}\.js/,
      /lens\.\w+\.arrow/
    ])
      expect(
        asked.filter((url) => file.test(url)),
        String(file)
      ).toHaveLength(1);
  });
});

describe("an address that names no lens", () => {
  it("shows these groups, and is put right", async () => {
    await site.visit(
      "alliances?lens=%3Cscript%3E&shares=white:x",
      window,
      async ({page, trouble}) => {
        expect(await lensField(page).inputValue()).toBe("groups");
        expect(address(page, "lens")).toBeNull();
        expect(Object.values(trouble).flat()).toEqual([]);
      }
    );
  });
});

describe("on a phone, in the dark", () => {
  it.each(["alliances", "side-taking"] as const)(
    "%s fits, table of shares and all",
    async (study) => {
      const phone = {viewport: {width: 390, height: 844}, colorScheme: "dark"} as const;
      await site.visit(`${study}?lens=reweighted`, phone, async ({page, trouble}) => {
        await expect.poll(() => page.locator(".shares").isVisible()).toBe(true);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide).toBeLessThanOrEqual(390);
        expect(await page.locator(".controls-fold").innerText()).toBe(
          "Find a group · median, 95%, a reweighted population"
        );
        expect(Object.values(trouble).flat()).toEqual([]);
      });
    }
  );
});

describe("side-taking through the lens", () => {
  it("adds the effect itself to what it says of gaps, and tells when no term is a cell's own", async () => {
    await site.visit("side-taking?lens=new", window, async ({page, trouble}) => {
      const row = answer("side-taking", "corrected", "new");
      await expect
        .poll(() => standfirst(page))
        .toContain(
          `By itself, side-taking moves support by ${printed("side-taking", num(row, "median"))} point`
        );
      expect(await captionOf(page, "cells")).toContain("variation between cells");
      expect(await captionOf(page, "appendix")).toContain(
        "no term of this model is a single cell’s own"
      );
      expect(Object.values(trouble).flat()).toEqual([]);
    });
  });
});

describe("while a reader looks through lenses", () => {
  it("nothing goes wrong", () => {
    expect(Object.values(allies.trouble).flat()).toEqual([]);
  });
});

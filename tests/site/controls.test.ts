import type {Page} from "playwright-core";
import {afterAll, afterEach, beforeAll, describe, expect, it} from "vitest";
import {captionOf, linesOf, offLine, pointsOf, reachedIn} from "./drawn.js";
import {openSite} from "./site.js";
import type {Opened, Site} from "./site.js";
import {modelRows, num, printed, studyOf} from "./tables.js";

const seen = 0.5;
const window = {viewport: {width: 1280, height: 900}};
let site: Site;
let allies: Opened;
let sides: Opened;

beforeAll(async () => {
  site = await openSite();
  allies = await site.open("alliances", window);
  sides = await site.open("side-taking", window);
});

afterAll(() => site.close());

async function choose(page: Page, name: string, value: string): Promise<void> {
  const radio = page.locator(`.controls input[name=${name}][value="${value}"]`);
  if ((await radio.count()) > 0) await radio.check();
  else await page.locator(`.controls select[name=${name}]`).selectOption(value);
}

const scenarioRows = () => modelRows("alliances", "effects", "scenario-2024");

describe("the bar of controls", () => {
  afterEach(async () => {
    await choose(allies.page, "width", "95");
    await choose(allies.page, "point", "median");
    await choose(allies.page, "sort", "effect");
    await choose(allies.page, "modifier", "all");
    await choose(allies.page, "model", "respondent-text");
    await choose(sides.page, "model", "corrected");
  });

  it.each([50, 80, 90] as const)("draws the interval of %i percent and says so", async (width) => {
    const {page} = allies;
    await choose(page, "width", String(width));
    await expect
      .poll(() => captionOf(page, "scenario-effects"))
      .toContain(`${width}% (thin) equal-tailed intervals`);
    const lines = await linesOf(page, "scenario-effects");
    const ends = scenarioRows().flatMap((row) => {
      // The thin line comes first; of 50% there is only one line.
      const own = lines.filter(({group}) => group === row.group);
      return [
        [num(row, `partial.lower${width}`), own[0].x1] as const,
        [num(row, `partial.upper${width}`), own[0].x2] as const
      ];
    });
    expect(offLine(ends)).toBeLessThan(seen);
    const above = scenarioRows().filter((row) => num(row, `partial.lower${width}`) > 0).length;
    expect(await captionOf(page, "scenario-effects")).toContain(
      `The ${width}% interval lies above zero in ${above} of ${scenarioRows().length} groups`
    );
  });

  it("moves the points from the medians to the means", async () => {
    const {page} = allies;
    await choose(page, "point", "mean");
    await expect.poll(() => captionOf(page, "scenario-effects")).toContain("Mean, 50% (thick)");
    const rows = new Map(scenarioRows().map((row) => [row.group, row]));
    const solid = (await pointsOf(page, "scenario-effects")).filter(({hollow}) => !hollow);
    const at = (column: string) =>
      solid.map(({group, x}) => [num(rows.get(group), column), x] as const);
    expect(offLine(at("partial.mean"))).toBeLessThan(seen);
    expect(offLine(at("partial.mean"))).toBeLessThan(offLine(at("partial.median")));
  });

  it("sorts groups by size and by effect", async () => {
    const {page} = allies;
    const rows = new Map(
      modelRows("alliances", "effects", "respondent-text").map((row) => [String(row.group), row])
    );
    const values = async (column: string) =>
      (await reachedIn(page, "beside-ols")).map((group) => num(rows.get(group), column));
    const falling = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => b - a);
    const effects = await values("partial.median");
    expect(effects).toHaveLength(rows.size);
    expect(effects).toEqual(falling(effects));
    await choose(page, "sort", "n");
    await expect.poll(() => values("partial.median")).not.toEqual(effects);
    const sizes = await values("n");
    expect(sizes).toEqual(falling(sizes));
  });

  it("puts another model into every figure of its section", async () => {
    const {page} = allies;
    const other = modelRows("alliances", "effects", "respondent-figures");
    const medians = other.map((row) => num(row, "partial.median"));
    const [low, high] = [Math.min(...medians), Math.max(...medians)];
    await choose(page, "model", "respondent-figures");
    await expect
      .poll(() => page.locator("#densities .figure-title").innerText())
      .toContain(`from ${printed("alliances", low)} to ${printed("alliances", high)} points`);
    const {title} = studyOf("alliances").models.find(({id}) => id === "respondent-figures")!;
    for (const figure of ["densities", "boxes", "beside-ols"]) {
      expect(await captionOf(page, figure)).toContain(title.toLowerCase());
    }
    const texts = await page.locator("#tiles text[data-group]").allTextContents();
    expect(texts.sort()).toEqual(medians.map((m) => printed("alliances", m)).sort());
  });

  it("switches between the corrected and the published model of the cells", async () => {
    const {page} = sides;
    const before = await captionOf(page, "cells");
    await choose(page, "model", "published-2023");
    await expect.poll(() => captionOf(page, "cells")).not.toBe(before);
    const rows = modelRows("side-taking", "effects", "published-2023");
    const medians = rows.map((row) => num(row, "partial.median"));
    expect(await captionOf(page, "cells")).toContain(
      `The largest effect is ${printed("side-taking", Math.max(...medians))} point`
    );
  });

  it("shows one modifier's boxes, and all of them again", async () => {
    const {page} = allies;
    const groups = modelRows("alliances", "effects", "respondent-text").length;
    const points = async () => (await pointsOf(page, "boxes")).length;
    expect(await points()).toBe(4 * groups);
    await choose(page, "modifier", "hawk");
    await expect.poll(points).toBe(groups);
    const text = (await page.locator("#boxes .stage text").allTextContents()).join(" ");
    const [chosen, ...others] = ["hawk", "intl", "white", "male"].map(
      (name) => studyOf("alliances").modifiers.find((one) => one.name === name)!.label
    );
    expect(text).toContain(chosen);
    for (const label of others) expect(text).not.toContain(label);
  });

  it("folds on a phone and opens again", async () => {
    const phone = await site.open("alliances", {viewport: {width: 390, height: 844}});
    const fold = phone.page.locator(".controls-fold");
    expect(await fold.innerText()).toBe("Find a group · median, 95%");
    expect(await phone.page.locator(".controls-body").isVisible()).toBe(false);
    await fold.click();
    await phone.page.getByRole("radio", {name: "80%"}).check();
    await expect.poll(() => fold.innerText()).toBe("Find a group · median, 80%");
    await phone.close();
  });
});

describe("a group", () => {
  const rows = () => modelRows("alliances", "effects", "respondent-text");
  const shown = ["densities", "boxes", "grid", "tiles", "beside-ols"];
  const pinned = (page: Page) => new URL(page.url()).searchParams.get("group");
  const readout = (page: Page, figure: string) => page.locator(`#${figure} .readout`).innerText();
  const lit = (page: Page, figure: string) =>
    page
      .locator(`#${figure} .stage.dim .on`)
      .evaluateAll((marks) => [...new Set(marks.map((mark) => mark.getAttribute("data-group")))]);
  const target = (page: Page, figure: string, group: string) =>
    page.locator(`#${figure} [data-focus][data-group="${group}"]`);

  /** The sentence that a group must be given, from its row. */
  function sentence(group: string, of = rows()): RegExp {
    const row = of.find((one) => one.group === group);
    const [median, low, high] = ["median", "lower95", "upper95"].map((column) =>
      printed("alliances", num(row, `partial.${column}`)).replace("+", "\\+")
    );
    return new RegExp(
      `^${String(row?.label)}: ${median} percentage points, 95% interval ${low} to ${high}, (above|below) zero with a probability of [\\w ]+%; (.*; )?n = ${num(row, "n")}$`,
      "i"
    );
  }

  afterEach(async () => {
    await allies.page.mouse.move(0, 0);
    await allies.page.locator(".group-picker input").fill("");
    await expect.poll(() => pinned(allies.page)).toBeNull();
  });

  it("is told and lit in every figure while the pointer is on it", async () => {
    const {page} = allies;
    const {group} = rows()[0];
    await target(page, "tiles", String(group)).hover();
    expect(await readout(page, "tiles")).toMatch(sentence(String(group)));
    expect(await page.locator("#tiles .hovertip").innerText()).toMatch(sentence(String(group)));
    for (const figure of shown) expect(await lit(page, figure)).toEqual([group]);
    // Figures that do not have the group stay as they are.
    expect(await page.locator("#scenario-effects .stage.dim").count()).toBe(0);
    await page.mouse.move(0, 0);
    expect(await readout(page, "tiles")).toMatch(/arrow keys/);
    expect(await page.locator(".stage.dim").count()).toBe(0);
  });

  it("drops the others to a quarter", async () => {
    const {page} = allies;
    const [{group}, other] = rows();
    await target(page, "grid", String(group)).hover();
    const opacity = (of: unknown) =>
      page
        .locator(`#grid [data-mark=dot] [data-group="${String(of)}"]`)
        .first()
        .evaluate((mark) => getComputedStyle(mark).opacity);
    // A figure answers in the next frame, which a busy machine shows late.
    await expect.poll(() => opacity(other.group)).toBe("0.25");
    expect(await opacity(group)).toBe("1");
  });

  it("is seen among a hundred thin densities", async () => {
    const {page} = allies;
    const thin = page.locator("#densities .thin-curve path[data-group]").first();
    const group = (await thin.getAttribute("data-group"))!;
    await target(page, "tiles", group).hover();
    const style = () =>
      thin.evaluate((path) => {
        const {strokeOpacity, strokeWidth} = getComputedStyle(path);
        return [strokeOpacity, strokeWidth];
      });
    await expect.poll(style).toEqual(["1", "2px"]);
  });

  it("is pinned by a click: in every figure, in the address, and in a page opened from it", async () => {
    const {page} = allies;
    const group = String(rows()[3].group);
    await target(page, "tiles", group).click();
    await page.mouse.move(0, 0);
    expect(pinned(page)).toBe(group);
    for (const figure of shown) {
      expect(await lit(page, figure)).toEqual([group]);
      expect(await readout(page, figure)).toMatch(sentence(group));
    }
    const url = new URL(page.url());
    await site.visit(`alliances${url.search}`, window, async (visit) => {
      for (const figure of shown) expect(await lit(visit.page, figure)).toEqual([group]);
      const label = await visit.page.locator(".group-picker input").inputValue();
      expect(label).toBe(String(rows()[3].label));
    });
    await target(page, "tiles", group).click();
    expect(pinned(page)).toBeNull();
  });

  it("is shown by a link as its reader set it", async () => {
    const {page} = allies;
    await choose(page, "width", "50");
    await expect.poll(() => captionOf(page, "tiles")).toContain("50% interval");
    const {search} = new URL(page.url());
    await site.visit(`alliances${search}`, window, async (visit) => {
      expect(await captionOf(visit.page, "tiles")).toContain("50% interval");
      expect(await visit.page.locator(".controls input[name=width]:checked").inputValue()).toBe(
        "50"
      );
    });
    await choose(page, "width", "95");
    expect(new URL(page.url()).searchParams.get("interval")).toBeNull();
  });

  it("keeps its pin when a control draws the figures anew", async () => {
    const {page} = allies;
    const group = String(rows()[5].group);
    await target(page, "tiles", group).click();
    await choose(page, "width", "80");
    await expect.poll(() => captionOf(page, "tiles")).toContain("80% interval");
    await page.mouse.move(0, 0);
    expect(pinned(page)).toBe(group);
    await expect.poll(() => lit(page, "tiles")).toEqual([group]);
    await choose(page, "width", "95");
    await expect.poll(() => captionOf(page, "tiles")).toContain("95% interval");
  });

  it("is reached by keyboard: one tab stop, arrows, Enter, Escape, each with its sentence", async () => {
    const {page} = allies;
    const order = await reachedIn(page, "scenario-effects");
    const focused = () =>
      page.evaluate(() => [
        document.activeElement?.closest(".figure")?.id,
        document.activeElement?.getAttribute("data-group")
      ]);
    const scenarios = scenarioRows();
    await page.locator(".controls select[name=sort]").focus();
    // On the way lie the links of headings.
    for (let stops = 0; stops < 4; stops += 1) {
      await page.keyboard.press("Tab");
      if ((await focused())[0] !== undefined) break;
    }
    expect(await focused()).toEqual(["scenario-effects", order[0]]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toEqual(["scenario-effects", order[2]]);
    const live = page.locator("#scenario-effects .readout");
    expect(await live.getAttribute("aria-live")).toBe("polite");
    expect(await live.innerText()).toMatch(sentence(order[2], scenarios));
    const ring = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
    expect(ring).toBe("solid");
    await page.keyboard.press("Enter");
    expect(pinned(page)).toBe(order[2]);
    await page.keyboard.press("End");
    expect(await focused()).toEqual(["scenario-effects", order[order.length - 1]]);
    expect(await live.innerText()).toMatch(sentence(order[order.length - 1], scenarios));
    await page.keyboard.press("Escape");
    expect(pinned(page)).toBeNull();
    expect(await live.innerText()).toMatch(/arrow keys/);
    // The groups are one stop: the next is the figure's own button.
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Show as table");
  });

  it("is found by its name", async () => {
    const {page} = allies;
    const row = rows()[7];
    const field = page.locator(".group-picker input");
    await field.fill(String(row.label));
    expect(pinned(page)).toBe(row.group);
    expect(await lit(page, "grid")).toEqual([row.group]);
    await field.fill("");
    expect(pinned(page)).toBeNull();
    expect(await page.locator(".stage.dim").count()).toBe(0);
  });

  it("may be a coefficient, whose two estimates are told together", async () => {
    const {page} = sides;
    const [name] = await reachedIn(page, "predictors");
    await target(page, "predictors", name).hover();
    const [before, after] = ["published-2023", "corrected"].map((model) =>
      modelRows("side-taking", "parameters", model).find(({variable}) => variable === name)
    );
    const text = await readout(page, "predictors");
    expect(text).toContain(`: published ${printed("side-taking", num(before, "q50"))} points, 95%`);
    expect(text).toContain(`; corrected ${printed("side-taking", num(after, "q50"))} points, 95%`);
  });
});

describe("while a reader works with the controls", () => {
  it("nothing goes wrong", () => {
    for (const {trouble} of [allies, sides]) {
      expect(Object.values(trouble).flat()).toEqual([]);
    }
  });
});

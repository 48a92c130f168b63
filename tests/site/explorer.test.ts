import {readFile} from "node:fs/promises";
import type {Page} from "playwright-core";
import {afterAll, beforeAll, beforeEach, describe, expect, it} from "vitest";
import {barriers} from "./accessibility.js";
import {captionOf, reachedIn} from "./drawn.js";
import {openSite} from "./site.js";
import type {Opened, Site} from "./site.js";
import {modelRows, num, printed, type TableRow} from "./tables.js";

const window = {viewport: {width: 1280, height: 900}, acceptDownloads: true};
let site: Site;
let opened: Opened;
let page: Page;

beforeAll(async () => {
  site = await openSite();
  opened = await site.open("alliances", window);
  ({page} = opened);
});

afterAll(() => site.close());

const rows = () => modelRows("alliances", "effects", "respondent-text");
const labelled = (text: RegExp) => rows().filter(({label}) => text.test(String(label)));
const keys = (some: readonly TableRow[]) => new Set(some.map(({group}) => String(group)));
const asked = (name: string) => new URL(page.url()).searchParams.getAll(name);
const find = () => page.locator(".explorer-find input");
const status = () => page.locator(".explorer-found [role=status]").innerText();
const press = (name: string) => page.locator(".explorer").getByRole("button", {name}).click();
const lit = (figure: string) =>
  page
    .locator(`#${figure} .stage.dim .on`)
    .evaluateAll((marks) => [...new Set(marks.map((mark) => mark.getAttribute("data-group")))]);

beforeEach(async () => {
  await page.evaluate(() => scrollTo(0, 0));
  await page.mouse.move(0, 0);
  if (await page.getByRole("button", {name: "Show all"}).isVisible()) await press("Show all");
  if (asked("group").length > 0) {
    await page.locator("#groups [tabindex='0']").focus();
    await page.keyboard.press("Escape");
  }
});

describe("all groups", () => {
  it("say how sure their signs are, as the table does", async () => {
    const up = rows().filter((row) => num(row, "p_positive") >= 0.95).length;
    expect(await captionOf(page, "groups")).toContain(
      `Among all ${rows().length} groups: the effect is positive with at least 95% probability in ${up} of them`
    );
  });

  it("are found by words, and a link shows the same", async () => {
    await find().fill("non-white women with low internationalism");
    const expected = labelled(/^Non-white women, internationalism [12],/);
    await expect.poll(status).toContain(`${expected.length} of ${rows().length} groups match`);
    expect(new Set(await reachedIn(page, "groups"))).toEqual(keys(expected));
    const medians = expected.map((row) => num(row, "partial.median"));
    const caption = await captionOf(page, "groups");
    expect(caption).toContain(
      `Among the ${expected.length} groups of non-white women, internationalism 1 or 2: `
    );
    expect(caption).toContain(
      `The largest effect is ${printed("alliances", Math.max(...medians))} points`
    );
    await site.visit(`alliances${new URL(page.url()).search}`, window, async (visit) => {
      expect(await reachedIn(visit.page, "groups")).toEqual(await reachedIn(page, "groups"));
    });
  });

  it("leave as CSV as they are filtered", async () => {
    await find().fill("white men internationalism 5");
    const expected = labelled(/^White men, internationalism 5,/);
    await expect.poll(status).toMatch(/ match\b/);
    await page.locator("#groups .take summary").click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("#groups .take").getByRole("button", {name: /CSV$/}).click()
    ]);
    const lines = (await readFile(await download.path())).toString().trim().split("\n");
    expect(lines).toHaveLength(1 + expected.length);
    await page.keyboard.press("Escape");
  });

  it("say how to get out when none matches", async () => {
    await find().fill("purple women");
    await expect.poll(status).toMatch(/“purple”: take the word out\./);
    expect(await page.locator("#groups .stage").innerText()).toMatch(/widen the selection/);
  });

  it("keep some levels, sort and split into panels, by keyboard alone", async () => {
    await page.locator(".explorer-levels summary").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    const expected = labelled(/^Non-white/);
    await expect.poll(() => asked("keep")).toEqual(["white:Non-white"]);
    await page.locator(".explorer-form select[name=order]").focus();
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => asked("order")).toEqual(["n"]);
    const sizes = (await reachedIn(page, "groups")).map((group) =>
      num(
        expected.find((row) => row.group === group),
        "n"
      )
    );
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(sizes).toHaveLength(expected.length);
    await page.locator(".explorer-form select[name=facet]").selectOption("hawk");
    await expect
      .poll(() => page.locator("#groups .stage").textContent())
      .toContain("Militant assertiveness 5");
    expect(asked("facet")).toEqual(["hawk"]);
  });

  it("are not misled by what an address asks for in vain", async () => {
    const bad = "order=luck&facet=%3Cscript%3E&keep=white:9&group=nobody&pair=x&find=%3Cb%3E";
    await site.visit(`alliances?${bad}`, window, async (visit) => {
      const problems = await visit.page.locator(".address-problem").allInnerTexts();
      expect(problems).toHaveLength(5);
      for (const problem of problems) expect(problem).toMatch(/left out\.$/);
      expect(await visit.page.locator(".stage.dim").count()).toBe(0);
      expect(Object.values(visit.trouble).flat()).toEqual([]);
    });
  });
});

describe("several groups", () => {
  const linked = ["densities", "boxes", "grid", "tiles", "slopes", "beside-ols"];

  it("are highlighted in every figure by one press, and in a page opened from the link", async () => {
    await find().fill("white women internationalism 4");
    const expected = keys(labelled(/^White women, internationalism 4,/));
    await expect.poll(status).toMatch(/ match\b/);
    await press("Highlight these");
    for (const figure of linked) expect(new Set(await lit(figure))).toEqual(expected);
    expect(new Set(asked("group"))).toEqual(expected);
    await site.visit(`alliances${new URL(page.url()).search}`, window, async (visit) => {
      const there = await visit.page
        .locator("#tiles .stage.dim .on")
        .evaluateAll((marks) => marks.map((mark) => mark.getAttribute("data-group") ?? ""));
      expect(new Set(there)).toEqual(expected);
    });
  });

  it("are highlighted by a drag over rows", async () => {
    await find().fill("white women");
    await expect.poll(status).toMatch(/ match\b/);
    const order = await reachedIn(page, "groups");
    const target = (i: number) =>
      page.locator(`#groups [data-focus][data-group="${order[i]}"]`).boundingBox();
    await page.locator("#groups .stage").scrollIntoViewIfNeeded();
    await page.evaluate(() => scrollBy(0, 120));
    const [from, to] = [(await target(4))!, (await target(8))!];
    await page.mouse.move(from.x + 300, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + 300, to.y + to.height / 2, {steps: 12});
    await page.mouse.up();
    await page.mouse.move(0, 0);
    expect(new Set(asked("group"))).toEqual(new Set(order.slice(4, 9)));
    expect(new Set(await lit("tiles"))).toEqual(new Set(order.slice(4, 9)));
  });

  it("are highlighted by shifted arrows, and let go by Escape", async () => {
    const order = await reachedIn(page, "groups");
    await page.locator("#groups [tabindex='0']").focus();
    await page.keyboard.press("Home");
    for (let i = 0; i < 3; i += 1) await page.keyboard.press("Shift+ArrowDown");
    expect(asked("group")).toEqual(order.slice(0, 4));
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    expect(await page.locator("#tiles .readout").innerText()).toMatch(/^4 groups are highlighted/);
    await page.locator("#groups [tabindex='0']").focus();
    await page.keyboard.press("Escape");
    expect(asked("group")).toEqual([]);
  });
});

describe("the ladder", () => {
  it("follows the pinned group", async () => {
    const [, row] = rows();
    const tile = page.locator(`#tiles [data-focus][data-group="${String(row.group)}"]`);
    await tile.click();
    await page.mouse.move(0, 0);
    await expect
      .poll(() => page.locator("#ladder .figure-title").innerText())
      .toContain(String(row.label));
    const caption = await captionOf(page, "ladder");
    const [additive, saturated] = ["additive", "saturated"].map((rung) =>
      printed("alliances", num(row, `${rung}.median`))
    );
    expect(caption).toContain(`OLS without interactions among modifiers ${additive} point`);
    expect(caption).toContain(`OLS with all interactions ${saturated} point`);
    await tile.click();
  });

  it("counts on both pages whose sign pooling turns", async () => {
    await site.visit("side-taking", window, async (visit) => {
      const cells = modelRows("side-taking", "effects", "corrected");
      const raw = cells.filter((row) => Number.isFinite(num(row, "saturated.median")));
      // Means that are equal to a sum's last digits have no sign.
      const turned = raw.filter(
        (row) =>
          num(row, "saturated.median") * num(row, "partial.median") < 0 &&
          Math.abs(num(row, "saturated.median")) > 1e-9
      );
      expect(turned.length).toBeGreaterThan(0);
      const caption = await captionOf(visit.page, "slopes");
      expect(caption).toContain(`It turns the sign of ${turned.length} of ${raw.length} estimates`);
      expect(caption).toContain(
        `${cells.length - raw.length} of ${cells.length} groups have no raw`
      );
    });
  });
});

describe("two groups", () => {
  const pair = () => page.locator("#pair");
  const sentences = async (): Promise<string> =>
    `${await captionOf(page, "pair")} ${await page.locator(".pair-classical").innerText()}`;

  it("are compared at a press, on draws that are read only then", async () => {
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    expect(await pair().count()).toBe(0);
    await page.getByRole("button", {name: "Largest against smallest"}).click();
    await pair().waitFor();
    expect(requests.some((url) => /draws\.\w+\.arrow/.test(url))).toBe(true);
    const text = await sentences();
    expect(text).toMatch(/It rests on 1,000 draws of each group, kept evenly from the 4,000/);
    expect(text).toMatch(
      /Monte Carlo error is [\d.]+ percentage points for the probability\. The mean/
    );
    expect(text).toMatch(/\(Type S\) and be [\d.,]+ times too large on average \(Type M\)\./);
    expect(asked("pair")).toHaveLength(2);
  });

  it("agree with their medians in the table, up to Monte Carlo error", async () => {
    const [first, second] = asked("pair").map((group) => rows().find((row) => row.group === group));
    await page.locator("#pair").getByRole("button", {name: "Show as table"}).click();
    const cells = await page
      .locator("#pair tbody tr")
      .evaluateAll((lines) =>
        lines.map((line) =>
          [...line.children].map(({textContent}) => textContent.replace("−", "-"))
        )
      );
    await page.locator("#pair").getByRole("button", {name: "Hide the table"}).click();
    const means = cells.map((cell) => Number(cell[5]));
    const full = [first, second].map((row) => num(row, "partial.mean") * 100);
    // Four standard errors of a mean of 1,000 draws.
    const off = [first, second].map((row) => (4 * num(row, "partial.sd") * 100) / Math.sqrt(1000));
    expect(Math.abs(means[0] - full[0])).toBeLessThan(off[0]);
    expect(Math.abs(means[1] - full[1])).toBeLessThan(off[1]);
    expect(means[2]).toBeCloseTo(means[0] - means[1], 2);
  });

  it("are chosen by words, by keyboard alone, and swapped", async () => {
    const fields = page.locator(".pair-field input");
    await fields.nth(0).fill("");
    await fields.nth(0).focus();
    await page.keyboard.type("white women internationalism 4 assertiveness 2");
    await page.keyboard.press("Tab");
    await expect.poll(() => asked("pair")[0]).toBe("1_0_4_2");
    await expect
      .poll(() => page.locator("#pair .figure-title").innerText())
      .toContain("White women, internationalism 4, assertiveness 2 against");
    await page.getByRole("button", {name: "Swap"}).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => asked("pair")[1]).toBe("1_0_4_2");
  });

  it("may have no classical comparison, and then say so", async () => {
    await site.visit("side-taking", window, async (visit) => {
      await visit.page.getByRole("button", {name: "Largest against smallest"}).click();
      await visit.page.locator("#pair").waitFor();
      expect(await visit.page.locator(".pair-classical").innerText()).toMatch(/does not exist/);
      expect(Object.values(visit.trouble).flat()).toEqual([]);
    });
  });
});

describe("while a reader explores", () => {
  it("nothing goes wrong, and nobody is barred", async () => {
    expect(Object.values(opened.trouble).flat()).toEqual([]);
    expect(await barriers(page)).toEqual([]);
  });
});

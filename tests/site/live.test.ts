// The models that a reader changes: every control, by mouse and by keyboard, in a real browser.
import type {Locator, Page} from "playwright-core";
import {afterAll, beforeAll, beforeEach, describe, expect, it} from "vitest";
import {noTrouble, openSite} from "./site.js";
import type {Opened, Site} from "./site.js";

// One varying column, so that a fit takes a second or two.
const model = "scenario-2026-corrected";
const unchanged = "Nothing is changed: this is the model as on this page.";

let site: Site;
let opened: Opened;
let page: Page;
let live: Locator;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

const status = () => live.locator(".live-status").innerText();
const title = () => live.locator(".figure-title").first().innerText();
const asked = (name: string) => new URL(page.url()).searchParams.get(`live-${name}`);

/** Opens the panel with what the address asks for; the engine is fetched at once. */
async function open(query: string): Promise<void> {
  opened = await site.open(`alliances?live-model=${model}${query}`, {
    viewport: {width: 1280, height: 900}
  });
  page = opened.page;
  live = page.locator(".live");
  await live.locator(".live-controls").waitFor();
}

async function untilFitted(change: RegExp): Promise<void> {
  await expect.poll(status).toMatch(change);
  await expect.poll(status).toMatch(/draws from [\d,]+ respondents in .* they can be trusted/);
  await expect.poll(title).toMatch(/^(\d+\s+)?As you set it/);
}

describe("the published model, fitted in the page", () => {
  it.each([
    ["side-taking", "corrected"],
    ["side-taking", "published-2023"],
    ["alliances", model],
    ["alliances", "scenario-2026"]
  ])("gives the published numbers of %s, %s to the last digit", async (path, id) => {
    await site.visit(`${path}?live-model=${id}`, {}, async (visit) => {
      const panel = visit.page.locator(".live");
      await panel.getByRole("button", {name: "Fit this page’s model here"}).click();
      await expect
        .poll(() => panel.locator("figcaption").first().innerText())
        .toContain("Every number is the published one, to the last digit.");
      expect(visit.trouble).toEqual(noTrouble);
    });
  });
});

describe("a model that is changed by mouse", () => {
  beforeAll(() => open(""));
  afterAll(() => opened.close());

  beforeEach(async () => {
    const reset = live.getByRole("button", {name: "Back to this page’s model"});
    if (await reset.isEnabled()) await reset.click();
    await live.getByText(unchanged).first().waitFor();
  });

  it("has another prior: the family, then the scale", async () => {
    const prior = live.getByRole("group", {name: "Prior on how much effects vary"});
    const [, other] = await prior
      .locator("option")
      .evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
    await prior.getByRole("combobox").selectOption(other);
    await untilFitted(/^The prior on how much effects vary is /);
    expect(asked("spread")).toBe(`${other}:1`);
    await prior.getByRole("slider").fill("-2");
    await expect.poll(() => asked("spread")).toBe(`${other}:0.5`);
    await untilFitted(/with scale 1\.25/);
  });

  it("has fewer groups, and the last characteristic stays", async () => {
    const boxes = await live.getByRole("group", {name: "Groups by"}).getByRole("checkbox").all();
    await boxes[0].uncheck();
    await untilFitted(/^Groups are not told apart by /);
    for (const box of boxes.slice(1, -1)) await box.uncheck();
    await boxes[boxes.length - 1].click();
    expect(await boxes[boxes.length - 1].isChecked()).toBe(true);
    expect(await live.getByText("One characteristic has to make groups.").isVisible()).toBe(true);
    await untilFitted(/^Groups are not told apart by /);
    expect(asked("groups")).not.toBeNull();
  });

  it("goes without a group, which can be taken back in", async () => {
    const list = live.getByLabel("Leave out a group");
    await list.selectOption({index: 1});
    await untilFitted(/^1 group is left out|^One group is left out/);
    expect(asked("without")).not.toBeNull();
    await live.getByRole("button", {name: /^Take .* back in$/}).click();
    await expect.poll(status).toContain(unchanged);
    expect(asked("without")).toBeNull();
  });

  it("has shorter chains, and says that nothing else is changed", async () => {
    const draws = live.locator("[name=draws]");
    await draws.selectOption({index: 1});
    await expect.poll(status).toMatch(/^Only the length of the chains is changed\. /);
    expect(asked("draws")).not.toBeNull();
  });

  it("draws what was published together with what is set, and says how far it moved", async () => {
    await live.getByRole("group", {name: "Priors on coefficients"}).getByRole("slider").fill("2");
    await untilFitted(/^Priors on coefficients are /);
    expect(await title()).toMatch(/As you set it, beside this page’s/);
    const caption = await live.locator("figcaption").first().innerText();
    expect(caption).toMatch(
      /posterior standard deviation|posterior sd|\bSDs?\b|standard deviations/i
    );
  });
});

describe("a model that is changed by keyboard alone", () => {
  beforeAll(() => open(""));
  afterAll(() => opened.close());

  it("is reached by Tab, changed by arrows, and reset by Enter", async () => {
    const slider = live
      .getByRole("group", {name: "Prior on how much effects vary"})
      .getByRole("slider");
    await live.locator("[name=live-model]").focus();
    const focused = () => slider.evaluate((node) => node === document.activeElement);
    for (let i = 0; i < 30 && !(await focused()); ++i) await page.keyboard.press("Tab");
    expect(await focused()).toBe(true);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await untilFitted(/^The prior on how much effects vary is /);
    expect(asked("spread")).toBe(":0.5");
    expect(await slider.getAttribute("aria-valuetext")).toMatch(
      /with scale 1\.25 rather than 2\.5/
    );
    const reset = live.getByRole("button", {name: "Back to this page’s model"});
    await reset.focus();
    await page.keyboard.press("Enter");
    await expect.poll(status).toContain(unchanged);
    expect(asked("spread")).toBeNull();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      "Fit this page’s model here"
    );
  });
});

/** The address's word for what a control changes, and the keys that change it and change it back. */
const byKeys: readonly [name: RegExp, word: string, there: string, back: string][] = [
  [/^group-/, "groups", "Space", "Space"],
  [/^bins-/, "bins", "ArrowDown", "ArrowUp"],
  [/^prior-on-.*-family$/, "spread", "ArrowDown", "ArrowUp"],
  [/^prior-on-.*-scale$/, "spread", "ArrowLeft", "ArrowRight"],
  [/^priors-on-.*-scale$/, "coefficients", "ArrowRight", "ArrowLeft"],
  [/^likelihood$/, "likelihood", "ArrowDown", "ArrowUp"],
  [/^draws$/, "draws", "ArrowDown", "ArrowUp"]
];

describe("every control of the panel, by keyboard alone", () => {
  beforeAll(() => open(""));
  afterAll(() => opened.close());

  it("is reached by Tab in order, changes the model, and changes it back", async () => {
    const fields = live.locator(".live-controls :is(input, select):visible");
    const names = await fields.evaluateAll((all) =>
      all.map((field) => (field as HTMLInputElement).name)
    );
    const focused = () =>
      page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name ?? "");
    const reached: string[] = [];
    await live.locator("[name=live-model]").focus();
    for (let i = 0; i < 3 * names.length && reached.length < names.length; ++i) {
      await page.keyboard.press("Tab");
      const name = await focused();
      if (!names.includes(name)) continue;
      reached.push(name);
      if (name === "leave-out") {
        await page.keyboard.press("ArrowDown");
        await expect.poll(() => asked("without")).not.toBeNull();
        await page.keyboard.press("Tab");
        await page.keyboard.press("Enter");
        expect(await focused()).toBe("leave-out");
        await expect.poll(() => asked("without")).toBeNull();
        continue;
      }
      const keys = byKeys.find(([which]) => which.test(name));
      if (!keys) throw new Error(`a control that no key is known for: ${name}`);
      const [, word, there, back] = keys;
      await page.keyboard.press(there);
      await expect.poll(() => asked(word), {message: name}).not.toBeNull();
      await page.keyboard.press(back);
      await expect.poll(() => asked(word), {message: name}).toBeNull();
    }
    expect(reached).toEqual(names);
    await expect.poll(status).toContain(unchanged);
    expect(opened.trouble).toEqual(noTrouble);
  });
});

describe("a changed model in the address", () => {
  it("is fitted when the page opens", async () => {
    await open("&live-spread=:0.5&live-coefficients=2");
    await untilFitted(/the prior on how much effects vary is .*; priors on coefficients are /i);
    expect(opened.trouble).toEqual(noTrouble);
    await opened.close();
  });

  it("is told where it cannot be, and the rest is as asked", async () => {
    await open("&live-spread=cheese:0.5&live-without=nobody&live-draws=7&live-coefficients=2");
    const note = live.locator(".live-note[role=alert]").first();
    expect(await note.innerText()).toMatch(/“nobody”.*“cheese:0\.5”.*“7”/);
    await untilFitted(/^Priors on coefficients are /);
    await opened.close();
  });
});

describe("a fit that takes long", () => {
  it("shows its progress, and is stopped by a button or by the next change", async () => {
    await site.visit("alliances?live-model=scenario-2024", {}, async (visit) => {
      const panel = visit.page.locator(".live");
      const said = () => panel.locator(".live-status").innerText();
      await panel.getByRole("button", {name: "Fit this page’s model here"}).click();
      const bar = panel.getByRole("progressbar");
      await expect.poll(() => bar.isVisible()).toBe(true);
      await panel.getByRole("button", {name: "Stop", exact: true}).click();
      await expect.poll(said).toMatch(/^Stopped/);
      expect(await bar.isVisible()).toBe(false);
      const coefficients = panel.getByRole("group", {name: "Priors on coefficients"});
      await coefficients.getByRole("slider").fill("1");
      await expect.poll(() => bar.isVisible()).toBe(true);
      // The other model keeps the prior that was set, and is fitted with it.
      await panel.locator("[name=live-model]").selectOption(model);
      await expect
        .poll(said)
        .toMatch(/^Priors on coefficients are .* draws from [\d,]+ respondents/);
      expect(await bar.isVisible()).toBe(false);
      expect(visit.trouble.pageErrors).toEqual([]);
    });
  });
});

describe("what is said of a change", () => {
  it("covers no field of the form where there is room beside it", async () => {
    await site.visit("side-taking", {viewport: {width: 1280, height: 700}}, async (visit) => {
      const panel = visit.page.locator(".live");
      const said = panel.locator(".live-status");
      await panel.scrollIntoViewIfNeeded();
      await expect.poll(() => said.innerText()).toContain(unchanged);
      await panel.getByRole("button", {name: "halved"}).click();
      await expect.poll(() => said.innerText()).toMatch(/draws from [\d,]+ respondents/);
      await panel.locator(".live-head").evaluate((node) => node.scrollIntoView());
      const own = (await said.boundingBox())!;
      expect(own.y + own.height).toBeLessThan(700);
      for (const field of await panel.locator(".live-controls :is(input, select)").all()) {
        const box = (await field.boundingBox())!;
        const isBeside = box.x + box.width <= own.x;
        expect(
          isBeside || box.y >= own.y + own.height,
          await field.evaluate((f) => f.outerHTML)
        ).toBe(true);
      }
    });
  });

  it("is of a figure whose upper numbers are clear of its names", async () => {
    await site.visit("side-taking", {viewport: {width: 1280, height: 900}}, async (visit) => {
      const panel = visit.page.locator(".live");
      await panel.scrollIntoViewIfNeeded();
      await expect.poll(() => panel.locator(".live-status").innerText()).toContain(unchanged);
      await panel.getByRole("button", {name: "halved"}).click();
      const figure = panel.locator("#live");
      await expect.poll(() => figure.locator(".figure-title").innerText()).toMatch(/As you set it/);
      // From line to line, where type of 12 pixels needs as many to be clear.
      const gap = await figure.evaluate((node) => {
        const texts = [...node.querySelectorAll<SVGTextElement>("svg.plot text")];
        const line = (text: SVGTextElement): number =>
          text.getStartPositionOfChar(0).matrixTransform(text.getScreenCTM()!).y;
        const highest = (some: SVGTextElement[]): number => Math.min(...some.map(line));
        const names = texts.filter((text) => text.closest("[data-group]"));
        const numbers = texts.filter(({textContent}) => /^[\u2212+]\d/.test(textContent));
        return highest(names) - highest(numbers);
      });
      expect(gap).toBeGreaterThanOrEqual(12);
    });
  });
});

import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {noTrouble, openSite} from "./site.js";
import type {Opened, Site} from "./site.js";
import {studyOf} from "./tables.js";

const studyNames = ["side-taking", "alliances"] as const;

const verdict = (page: Page) => page.locator("#fit-verdict").innerText();

/** Goes on by Tab until the field of that name has the focus. */
async function tabTo(page: Page, form: string, field: string): Promise<void> {
  await page.evaluate((name) => {
    const place = document.querySelector<HTMLElement>(`form[aria-label="${name}"]`)!;
    place.tabIndex = -1;
    place.focus();
  }, form);
  for (let i = 0; i < 5; ++i) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => (document.activeElement as HTMLSelectElement).name);
    if (name === field) return;
  }
  throw new Error(`no field ${field} by Tab from ${form}`);
}

let site: Site;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

describe("the page on trust", () => {
  let opened: Opened;

  beforeAll(async () => {
    opened = await site.open("trust", {viewport: {width: 1280, height: 900}});
  });

  afterAll(() => opened.close());

  it("judges every published fit in words, by keyboard alone", async () => {
    const {page} = opened;
    const studies = studyNames.map(studyOf);
    for (const study of studies) {
      await tabTo(page, "Which fit to question", "study");
      await page.keyboard.type(study.title.slice(0, 6));
      for (const model of study.models) {
        await page.selectOption("select[name=model]", model.id);
        await expect.poll(() => page.url()).toContain(`study=${study.id}&model=${model.id}`);
        await expect
          .poll(() => verdict(page))
          .toContain(model.unconverged === "" ? "can be trusted" : "cannot");
        // Traces, ranks, priors and the table are of this fit.
        for (const id of ["chains", "priors"])
          await expect
            .poll(() => page.locator(`#${id} figcaption`).innerText())
            .toContain(model.title);
      }
    }
    expect(opened.trouble).toEqual(noTrouble);
  });

  it("draws the energies of a fit that has them, and says why where there are none", async () => {
    const {page} = opened;
    const fits = studyNames.flatMap((id) => studyOf(id).models.map((model) => ({id, model})));
    for (const {id, model} of fits) {
      await page.selectOption("select[name=study]", id);
      await page.selectOption("select[name=model]", model.id);
      const drawn = model.sampler.min_ebfmi !== null;
      await expect.poll(() => page.locator("#energy svg").count()).toBe(drawn ? 1 : 0);
      expect(await page.locator("#energy").innerText()).toMatch(/energ/i);
    }
  });
});

describe("the address of the page on trust", () => {
  it("holds fit, chains and priors, so that a link shows the same", async () => {
    await site.visit("trust", {}, async ({page}) => {
      await page.selectOption("select[name=study]", "alliances");
      await expect.poll(() => page.url()).toContain("study=alliances");
      // Of its fifteen terms more priors than are drawn at first.
      await page.selectOption("select[name=model]", "respondent-text");
      await expect.poll(() => page.url()).toContain("model=respondent-text");
      const {title} = studyOf("alliances").models.find(({id}) => id === "respondent-text")!;
      for (const id of ["chains", "priors"])
        await expect.poll(() => page.locator(`#${id} figcaption`).innerText()).toContain(title);
      const form = page.locator('form[aria-label="Which chains to show"]');
      await expect.poll(() => form.locator("option").count()).toBeGreaterThan(1);
      const variable = (await form.locator("option").nth(1).getAttribute("value"))!;
      await form.locator("select").selectOption(variable);
      const drawn = () => page.locator("#priors svg [data-group]").count();
      const few = await drawn();
      await page.locator('form[aria-label="Which priors to draw"] select').selectOption("all");
      await expect.poll(() => page.url()).toContain("priors=all");
      // The address is written before the figure is drawn anew.
      await expect.poll(drawn).toBeGreaterThan(few);
      const told = await page.locator("#chains figcaption").innerText();
      const panels = await drawn();
      const {search} = new URL(page.url());
      await site.visit(`trust${search}`, {}, async ({page: again, trouble}) => {
        expect(await again.locator("#chains figcaption").innerText()).toBe(told);
        expect(await again.locator("#priors svg [data-group]").count()).toBe(panels);
        expect(new URL(again.url()).search).toBe(search);
        expect(trouble).toEqual(noTrouble);
      });
    });
  });
});

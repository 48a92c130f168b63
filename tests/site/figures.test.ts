import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {captionOf, groupsIn, linesOf, offLine, pointsOf} from "./drawn.js";
import {openSite} from "./site.js";
import type {Opened, Site} from "./site.js";
import {growthKey} from "../../src/components/growth-plot.js";
import {modelRows, num, printed, rowsOf, studyOf, trust} from "./tables.js";
import type {StudyName} from "./tables.js";

/** A figure of the report: what its tables say that it must draw. */
interface Promised {
  readonly page: string;
  readonly id: string;
  /** The groups, coefficients or cells, by their key. */
  readonly groups: () => string[];
  /** How many points; undefined for a figure that draws something else. */
  readonly points?: () => number;
}

/** A figure of a model's effects with a point, or `times` of them, for every estimate it shows. */
function effects(
  page: StudyName,
  id: string,
  model: string,
  {rungs = ["partial"], times = 1}: {rungs?: readonly string[]; times?: number} = {}
): Promised {
  const rows = () => modelRows(page === "" ? "alliances" : page, "effects", model);
  const known = (rung: string) =>
    rows().filter((row) => Number.isFinite(num(row, `${rung}.median`))).length;
  return {
    page,
    id,
    groups: () => rows().map((row) => String(row.group)),
    points: () => times * rungs.reduce((sum, rung) => sum + known(rung), 0)
  };
}

/** A figure of the coefficients that two models share, each with two points. */
function coefficients(
  page: StudyName,
  id: string,
  models: readonly [string, string],
  kept: RegExp
): Promised {
  const groups = (): string[] => {
    const [before, after] = models.map((model) =>
      modelRows(page, "parameters", model).map(({variable}) => String(variable))
    );
    return before.filter((name) => kept.test(name) && after.includes(name));
  };
  return {page, id, groups, points: () => 2 * groups().length};
}

const ladder = ["complete", "additive", "partial", "saturated"];
const both = {rungs: ["partial", "saturated"]};
const cellNames = (): string[] =>
  rowsOf("side-taking", "means").map(({tie, voter, country}) => [tie, voter, country].join(", "));

const figures: readonly Promised[] = [
  effects("", "pooling", "scenario-2026-corrected", both),
  coefficients("side-taking", "predictors", ["published-2023", "corrected"], /^b_s(:|$)/),
  effects("side-taking", "cells", "corrected"),
  effects("side-taking", "by-modifier", "corrected", {times: 6}),
  {
    page: "side-taking",
    id: "means",
    groups: cellNames,
    points: () => 2 * cellNames().length
  },
  effects("side-taking", "appendix", "appendix-2024"),
  effects("alliances", "scenario-effects", "scenario-2024", both),
  effects("alliances", "scenario-shift", "scenario-2024"),
  coefficients(
    "alliances",
    "scenario-pairs",
    ["scenario-2026", "scenario-2026-corrected"],
    /^b_lambda_/
  ),
  {...effects("alliances", "densities", "respondent-text"), points: undefined},
  effects("alliances", "boxes", "respondent-text", {times: 4}),
  effects("alliances", "groups", "respondent-text"),
  effects("alliances", "grid", "respondent-text"),
  {...effects("alliances", "tiles", "respondent-text"), points: undefined},
  effects("alliances", "beside-ols", "respondent-text", both),
  {page: "alliances", id: "ladder", groups: () => ladder, points: () => ladder.length},
  {...effects("alliances", "slopes", "respondent-text", {rungs: ladder})},
  {page: "side-taking", id: "ladder", groups: () => ladder},
  {...effects("side-taking", "slopes", "corrected", {rungs: ladder}), points: undefined},
  {page: "alliances", id: "unexplained", groups: () => ["unexplained"], points: () => 1},
  {
    page: "trust",
    id: "speed",
    groups: () => trust().speed.map(({model}) => model),
    points: () => trust().speed.reduce((sum, {stan}) => sum + (stan === null ? 1 : 2), 0)
  },
  {
    page: "trust",
    id: "rows",
    groups: () => trust().rows.map(growthKey),
    points: () => 3 * trust().rows.length
  },
  {
    page: "trust",
    id: "groups",
    groups: () => trust().groups.map(growthKey),
    points: () => 3 * trust().groups.length
  },
  {page: "trust", id: "calibration", groups: () => trust().calibration.map(({id}) => id)}
];

/** What a caption must say of a model: intervals on either side of zero, and the extremes. */
function reading(study: StudyName, model: string): string[] {
  const rows = modelRows(study, "effects", model);
  const above = rows.filter((row) => num(row, "partial.lower95") > 0).length;
  const below = rows.filter((row) => num(row, "partial.upper95") < 0).length;
  const medians = rows.map((row) => num(row, "partial.median"));
  const [low, high] = [Math.min(...medians), Math.max(...medians)].map((m) => printed(study, m));
  const some = (n: number): string => (n === 0 ? "none" : String(n));
  const counts =
    above + below === 0
      ? `In none of ${rows.length} groups is the 95% interval clear of zero.`
      : `The 95% interval lies above zero in ${some(above)} of ${rows.length} groups and below it in ${some(below)}.`;
  return Math.min(...medians) < 0
    ? [counts, `Effects run from ${low} point`, ` to ${high} point`]
    : [counts, `The largest effect is ${high} point`, `the smallest ${low} point`];
}

let site: Site;
const pages = new Map<string, Opened>();

beforeAll(async () => {
  site = await openSite();
  for (const path of new Set(figures.map(({page}) => page))) {
    pages.set(path, await site.open(path, {viewport: {width: 1280, height: 900}}));
  }
});

afterAll(() => site.close());

const pageAt = (path: string) => pages.get(path)!.page;

describe.each(figures)("figure $id of /$page", ({page: path, id, groups}) => {
  it("draws every group of its table, and no other", async () => {
    const expected = new Set(groups());
    expect(expected.size).toBeGreaterThan(0);
    expect(await groupsIn(pageAt(path), id)).toEqual(expected);
  });

  it("has a title, a caption, a readout, a table and downloads", async () => {
    const figure = pageAt(path).locator(`#${id}`);
    expect(await figure.locator(".figure-title").innerText()).toMatch(/\S/);
    expect(await captionOf(pageAt(path), id)).toMatch(/\w.*\.$/s);
    expect(await figure.locator(".readout").innerText()).toMatch(/arrow keys/);
    expect(await figure.getByRole("button", {name: "Show as table"}).count()).toBe(1);
    expect(await figure.locator(".take summary").count()).toBe(1);
  });

  it("holds no number that is not one, and calls nothing undefined", async () => {
    const text = await pageAt(path).locator(`#${id}`).innerText();
    expect(text).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
  });
});

describe("captions", () => {
  it.each([
    ["", "pooling", "alliances", "scenario-2026-corrected"],
    ["side-taking", "appendix", "side-taking", "appendix-2024"],
    ["alliances", "scenario-effects", "alliances", "scenario-2024"],
    ["alliances", "densities", "alliances", "respondent-text"]
  ] as const)(
    "on /%s, of %s, say what the table of %s says of %s",
    async (path, id, study, model) => {
      const caption = await captionOf(pageAt(path), id);
      for (const part of reading(study, model)) expect(caption).toContain(part);
    }
  );

  it("state n and the unexplained share as the fits report them", async () => {
    const corrected = studyOf("side-taking").models.find(({id}) => id === "corrected")!;
    expect(await captionOf(pageAt("side-taking"), "predictors")).toContain(`n = ${corrected.n}`);
    const {facts} = studyOf("alliances").models.find(({id}) => id === "respondent-text")!;
    const percent = (share: number): string => `${(share * 100).toFixed(0)}%`;
    expect(await captionOf(pageAt("alliances"), "unexplained")).toContain(
      `median ${percent(facts.unexplained)}, 95% interval ${percent(facts.unexplained_low)} to ${percent(facts.unexplained_high)}`
    );
  });
});

describe("marks", () => {
  it.each(figures.filter(({points}) => points))(
    "are points in $id, one for every estimate",
    async ({page, id, points}) => {
      expect(await pointsOf(pageAt(page), id)).toHaveLength(points!());
    }
  );

  /** Half a pixel of a screen is less than any reader sees. */
  const seen = 0.5;
  const scenarios = () =>
    new Map(modelRows("alliances", "effects", "scenario-2024").map((row) => [row.group, row]));

  it("lie where their estimates are, on one straight scale", async () => {
    const rows = scenarios();
    const points = await pointsOf(pageAt("alliances"), "scenario-effects");
    const pairs = points.map(({group, x, hollow}) => {
      const rung = hollow ? "saturated" : "partial";
      return [num(rows.get(group), `${rung}.median`), x] as const;
    });
    expect(pairs).toHaveLength(2 * rows.size);
    expect(offLine(pairs)).toBeLessThan(seen);
  });

  it("end where their intervals end", async () => {
    const rows = scenarios();
    const lines = await linesOf(pageAt("alliances"), "scenario-effects");
    // Each group has a thin and a thick line of each estimate: thin, thick, thin, thick.
    const ends = [...rows].flatMap(([group, row]) => {
      const own = lines.filter((line) => line.group === group);
      expect(own).toHaveLength(4);
      return ["partial", "saturated"].flatMap((rung, k) =>
        [95, 50].flatMap((width, j) => [
          [num(row, `${rung}.lower${width}`), own[2 * k + j].x1] as const,
          [num(row, `${rung}.upper${width}`), own[2 * k + j].x2] as const
        ])
      );
    });
    expect(offLine(ends)).toBeLessThan(seen);
  });

  it("are curves in the densities, one a group", async () => {
    const curves = await pageAt("alliances")
      .locator("#densities :is(.thin-curve, .strong-curve) path[data-group]")
      .count();
    expect(curves).toBe(modelRows("alliances", "effects", "respondent-text").length);
  });

  it("are numbers on tiles, slanted where the interval includes no effect", async () => {
    const expected = modelRows("alliances", "effects", "respondent-text").map((row) => ({
      group: row.group,
      text: printed("alliances", num(row, "partial.median")),
      slanted: num(row, "partial.lower95") <= 0 && num(row, "partial.upper95") >= 0
    }));
    const drawn = await pageAt("alliances")
      .locator("#tiles text[data-group]")
      .evaluateAll((texts) =>
        texts.map((text) => ({
          group: text.getAttribute("data-group"),
          text: text.textContent,
          slanted: getComputedStyle(text).fontStyle === "italic"
        }))
      );
    const byGroup = (a: {group: unknown}, b: {group: unknown}): number =>
      String(a.group).localeCompare(String(b.group));
    expect(drawn.sort(byGroup)).toEqual(expected.sort(byGroup));
  });
});

describe("tables", () => {
  it("of claims list every claim with its verdict", async () => {
    for (const study of ["side-taking", "alliances"] as const) {
      const verdicts = await pageAt(study).locator(".claims .claim-verdict").allInnerTexts();
      const expected = studyOf(study).claims.map(({verdict}) => verdict);
      expect(verdicts.map((text) => text.replace(/^\W+/, "").toLowerCase()).sort()).toEqual(
        expected.sort()
      );
    }
  });

  it("of the original means print every mean with its n", async () => {
    const text = (await pageAt("side-taking").locator(".means").allInnerTexts()).join(" ");
    for (const row of rowsOf("side-taking", "means")) {
      expect(text).toContain(`${num(row, "original.mean").toFixed(2)} n = ${num(row, "n")}`);
    }
  });

  it("of advice list what fired for every model", async () => {
    for (const study of ["side-taking", "alliances"] as const) {
      const codes = await pageAt(study).locator(".advice .code").allInnerTexts();
      const expected = studyOf(study).models.flatMap(({advice}) => advice.map(({code}) => code));
      expect(codes.sort()).toEqual(expected.sort());
    }
  });
});

import {describe, expect, it} from "vitest";
import {attentionAnswers, overruns, siteReport} from "../../bench/site/site-report.js";
import type {PageCost} from "../../bench/site/page-cost.js";

const light: PageCost = {
  path: "",
  bytes: {first_view: 105_400, scripts: 112_600, all: 250_000},
  requests: 50,
  requests_elsewhere: 0,
  shift: {1280: 0, 390: 0.0004},
  longest_task: 0
};
const heavy: PageCost = {
  ...light,
  path: "alliances",
  bytes: {first_view: 400_001, scripts: 150_001, all: 900_000},
  requests_elsewhere: 1,
  shift: {1280: 0.02, 390: 0.0199}
};

describe("overruns", () => {
  it("finds none where every budget holds, to the last byte", () => {
    const pages = [{...light, bytes: {first_view: 400_000, scripts: 150_000, all: 1e6}}];
    expect(overruns({pages, answers: []})).toEqual([]);
  });

  it("names each budget that does not hold, with page and number", () => {
    const answers = attentionAnswers({groups: 100, scrolling: 0, brushing: 101});
    expect(overruns({pages: [light, heavy], answers})).toEqual([
      "/alliances loads 150 kB of JavaScript",
      "/alliances needs 400 kB to be read",
      "/alliances asks elsewhere 1 times",
      "/alliances moves by 0.020 at 1280 pixels",
      "pointing at each of 100 groups of 4,000 draws: longest task: 101 ms"
    ]);
  });
});

describe("siteReport", () => {
  const machine = {cpu: "a processor", cores: 2, node: "20", system: "Linux"};
  const bench = {date: "2026-11-29", machine, browser: "Chromium 156", load: [0.5, 1] as const};

  it("prints a row a page and a row for what a reader does", () => {
    const answers = attentionAnswers({groups: 100, scrolling: 0, brushing: 64});
    const page = siteReport({...bench, pages: [light], answers});
    expect(page).toContain("| / | 105 | 113 | 250 | 50 | 0 | 0.000 | 0.000 | < 50 |");
    expect(page).toContain(
      "| scrolling 100 groups of 4,000 draws: longest task | under 50 ms | 100 ms | yes |"
    );
    expect(page).toContain("All hold.");
  });

  it("says what does not hold", () => {
    expect(siteReport({...bench, pages: [heavy], answers: []})).toContain(
      "Not held: /alliances loads"
    );
  });
});

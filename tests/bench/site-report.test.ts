import {describe, expect, it} from "vitest";
import {
  attentionAnswers,
  growthAnswers,
  overruns,
  refitAnswers,
  siteReport
} from "../../bench/site/site-report.js";
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
    const pages = [{...light, bytes: {first_view: 400_000, scripts: 300_000, all: 1e6}}];
    expect(overruns({pages, answers: []})).toEqual([]);
  });

  it("leaves out whole reports in one file, which nobody visits", () => {
    expect(overruns({pages: [{...heavy, path: "take/alliances"}], answers: []})).toEqual([]);
  });

  it("names what a refit costs too much", () => {
    const answers = [
      ...refitAnswers({
        model: "a, b",
        changes: 50,
        page: 401,
        node: 200,
        blocked: 51,
        mostBlocked: 120
      }),
      ...refitAnswers({
        model: "c, d",
        changes: 50,
        page: 400,
        node: 200,
        blocked: 50,
        mostBlocked: 50
      }),
      ...growthAnswers({model: "a, b", refits: 500, heap: 1e6, process: 20e6})
    ];
    expect(overruns({pages: [], answers})).toEqual([
      "a, b: from a control's change to the figures, median of 50: 401 ms, 2.00 × Node's 200 ms",
      "a, b: the page blocked by a change, median of 50: 51 ms",
      "a, b: the page blocked by a change, at most: 120 ms",
      "a, b: the page's process with its workers after 500 refits: 20.0 MB more"
    ]);
  });

  it("names each budget that does not hold, with page and number", () => {
    const answers = attentionAnswers({groups: 100, scrolling: 0, brushing: 101});
    expect(overruns({pages: [light, heavy], answers})).toEqual([
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
      "Not held: /alliances needs"
    );
  });
});

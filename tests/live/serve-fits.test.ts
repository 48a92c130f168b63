import {describe, expect, it} from "vitest";
import type {LiveRequest} from "../../src/live/fit-live.js";
import {serveFits, type FitNews, type FitScope} from "../../src/live/serve-fits.js";
import {smallStudy} from "./small-study.js";

const {card, cells, choose} = smallStudy();

/** All that a worker tells of one request, until it has answered; what is told must survive being copied. */
function told(request: LiveRequest): Promise<FitNews[]> {
  return new Promise((resolve) => {
    const all: FitNews[] = [];
    const scope: FitScope = {
      onmessage: null,
      postMessage(news) {
        all.push(structuredClone(news));
        if (!("done" in news)) resolve(all);
      }
    };
    serveFits(scope, false);
    scope.onmessage?.({data: structuredClone(request)});
  });
}

describe("serveFits", () => {
  it("answers a request with its result", async () => {
    const [last] = (await told({card, cells, choice: choose()})).slice(-1);
    expect("result" in last && last.result.groups).toHaveLength(8);
  });

  it("answers a choice that cannot be fitted with a sentence", async () => {
    expect(await told({card, cells, choice: choose({groups: []})})).toEqual([
      {refusal: "missing modifier: no group is left; keep one at least"}
    ]);
  });

  it("answers a fault of its own as a failure, and serves on", async () => {
    const broken = {card, cells: null as never, choice: choose()};
    const [news] = await told(broken);
    expect("failure" in news && news.failure).toMatch(/\S/);
  });
});

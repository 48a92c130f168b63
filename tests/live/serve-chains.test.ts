import {afterEach, describe, expect, it, vi} from "vitest";
import {createModel, resolveOptions, runModelChain, sampledModel} from "../../src/engine/index.js";
import {serveChains, type WorkerNews, type WorkerScope} from "../../src/live/serve-chains.js";

const y = Float64Array.from({length: 30}, (_, i) => Math.sin(7 * i));
const g = Array.from(y, (_, i) => `g${i % 5}`);
const model = sampledModel(createModel({formula: "y ~ (1 | g)"}, {y, g}));
const options = resolveOptions({method: "exact", warmup: 20, draws: 2400, seed: "serve"});

/** A scope that keeps what is posted. */
function createScope() {
  const posted: {news: WorkerNews; transfer: ArrayBuffer[]}[] = [];
  const scope: WorkerScope = {
    onmessage: null,
    onmessageerror: null,
    postMessage: (news, transfer) => posted.push({news, transfer})
  };
  return {scope, posted};
}

describe("serveChains", () => {
  afterEach(() => vi.restoreAllMocks());

  /** Lets 10 ms pass at each look at the clock: progress is due about every fifth block of draws. */
  const slowClock = () => {
    let time = 0;
    vi.spyOn(performance, "now").mockImplementation(() => (time += 10));
  };

  it("posts progress, then the chain with all of its arrays handed over", () => {
    const {scope, posted} = createScope();
    slowClock();
    serveChains(scope, () => undefined);
    scope.onmessage?.({data: {model, options, chain: 1}});
    const own = runModelChain(model, options, 1);
    const progress = posted.slice(0, -1).map(({news}) => ("done" in news ? news.done : NaN));
    expect(progress.length).toBeGreaterThan(5);
    expect(progress.every((done, i) => done > (progress[i - 1] ?? 0) && done < 2420)).toBe(true);
    const {news, transfer} = posted[posted.length - 1];
    const result = "outcome" in news ? news.outcome.result : null;
    expect(result?.values).toEqual(own.values);
    const arrays = Object.values(result ?? {}).filter((value) => ArrayBuffer.isView(value));
    expect(arrays.length).toBeGreaterThan(3);
    expect(new Set(transfer)).toEqual(new Set(arrays.map(({buffer}) => buffer)));
  });

  it("breaks on a task that cannot be read, so that the page hears of it", () => {
    const {scope} = createScope();
    serveChains(scope, () => undefined);
    expect(() => scope.onmessageerror?.()).toThrow("its task cannot be read");
  });

  it("ends a chain where the stop throws, without an outcome", () => {
    const {scope, posted} = createScope();
    slowClock();
    serveChains(scope, () => {
      throw new Error("terminated");
    });
    expect(() => scope.onmessage?.({data: {model, options, chain: 1}})).toThrow("terminated");
    expect(posted.length).toBe(5);
    expect(posted.every(({news}) => "done" in news)).toBe(true);
  });
});

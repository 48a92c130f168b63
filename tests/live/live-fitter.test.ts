import {describe, expect, it} from "vitest";
import {InputError} from "../../src/engine/index.js";
import type {LiveRequest, LiveResult} from "../../src/live/fit-live.js";
import {LiveFitter, type FitWorker} from "../../src/live/live-fitter.js";
import type {FitNews} from "../../src/live/serve-fits.js";

/** A worker that answers when it is told to. */
class StubWorker implements FitWorker {
  onmessage: FitWorker["onmessage"] = null;
  onerror: FitWorker["onerror"] = null;
  ended = false;
  asked = 0;

  postMessage(): void {
    ++this.asked;
  }

  terminate(): void {
    this.ended = true;
  }

  tell(data: FitNews): void {
    this.onmessage?.call(null as never, {data} as MessageEvent);
  }
}

const request = {} as LiveRequest;
const result = {n: 1} as LiveResult;

function fitter() {
  const workers: StubWorker[] = [];
  const own = new LiveFitter(() => {
    const worker = new StubWorker();
    workers.push(worker);
    return worker;
  });
  return {own, workers};
}

describe("LiveFitter", () => {
  it("starts a worker before it is needed, once, and keeps it between fits", async () => {
    const {own, workers} = fitter();
    own.prepare();
    own.prepare();
    for (let i = 0; i < 2; ++i) {
      const answer = own.fit(request);
      workers[0].tell({result});
      expect(await answer).toBe(result);
    }
    expect(workers.map(({asked, ended}) => [asked, ended])).toEqual([[2, false]]);
  });

  it("gives a worker's memory back after many fits, and has another ready", async () => {
    const {own, workers} = fitter();
    for (let i = 0; i < 26; ++i) {
      const answer = own.fit(request);
      workers[workers.length - 1].tell({result});
      await answer;
    }
    expect(workers.map(({asked, ended}) => [asked, ended])).toEqual([
      [25, true],
      [1, false]
    ]);
  });

  it("tells how far the fit is", async () => {
    const {own, workers} = fitter();
    const seen: number[] = [];
    const answer = own.fit(request, {progress: (done) => seen.push(done)});
    workers[0].tell({done: 0.25});
    workers[0].tell({done: 0.75});
    workers[0].tell({result});
    await answer;
    expect(seen).toEqual([0.25, 0.75]);
  });

  it("ends the worker of a fit that is stopped, and has another ready", async () => {
    const {own, workers} = fitter();
    const stop = new AbortController();
    const answer = own.fit(request, {signal: stop.signal});
    stop.abort(new Error("stopped by the reader"));
    await expect(answer).rejects.toThrow("stopped by the reader");
    expect(workers.map(({ended}) => ended)).toEqual([true, false]);
  });

  it("keeps a worker that refused, and says what it said", async () => {
    const {own, workers} = fitter();
    const answer = own.fit(request);
    workers[0].tell({refusal: "missing modifier: no group is left; keep one at least"});
    await expect(answer).rejects.toThrow(InputError);
    const next = own.fit(request);
    workers[0].tell({result});
    await next;
    expect(workers).toHaveLength(1);
  });

  it.each([
    [
      (worker: StubWorker) => worker.tell({failure: "out of memory"}),
      /the fit failed: out of memory/
    ],
    [
      (worker: StubWorker) => {
        worker.onerror?.call(null as never, {message: ""} as ErrorEvent);
      },
      /the worker that fits stopped: it gave no reason/
    ]
  ])("replaces a worker that failed or died", async (fail, sentence) => {
    const {own, workers} = fitter();
    const answer = own.fit(request);
    fail(workers[0]);
    await expect(answer).rejects.toThrow(sentence);
    expect(workers.map(({ended}) => ended)).toEqual([true, false]);
  });

  it("does not begin what is stopped already", async () => {
    const {own, workers} = fitter();
    await expect(own.fit(request, {signal: AbortSignal.abort(new Error("no"))})).rejects.toThrow(
      "no"
    );
    expect(workers).toEqual([]);
  });

  it("lets one worker wait, and ends it when dismissed", async () => {
    const {own, workers} = fitter();
    const both = [own.fit(request), own.fit(request)];
    workers.forEach((worker) => worker.tell({result}));
    await Promise.all(both);
    expect(workers.filter(({ended}) => !ended)).toHaveLength(1);
    own.dismiss();
    expect(workers.every(({ended}) => ended)).toBe(true);
  });
});

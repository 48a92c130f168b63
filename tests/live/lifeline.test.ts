import {MessageChannel} from "node:worker_threads";
import {describe, expect, it, vi} from "vitest";
import {holdLifeline, sendLifeline, type LifelineScope} from "../../src/live/lifeline.js";

type Locks = NonNullable<Parameters<typeof holdLifeline>[2]>;

/** Locks as browsers have them, one holder each; `release` is the end of a worker. */
function createLocks() {
  const queues = new Map<string, (() => void)[]>();
  const request = (name: string, held: () => unknown) => {
    const queue = queues.get(name) ?? [];
    queues.set(name, queue);
    queue.push(() => void held());
    if (queue.length === 1) queue[0]();
    return new Promise(() => {});
  };
  const release = (name: string) => {
    const queue = queues.get(name);
    queue?.shift();
    queue?.[0]?.();
  };
  return {locks: {request} as unknown as Locks, release};
}

/** A worker's scope, and the page's handle on it. */
function createWorker(locks: Locks | undefined) {
  const scope: LifelineScope = {onmessage: null};
  const served: unknown[] = [];
  const serve = () => {
    scope.onmessage = ({data}) => served.push(data);
  };
  holdLifeline(scope, serve, locks);
  const postMessage = (data: unknown, ports: MessagePort[] = []) =>
    scope.onmessage?.({data, ports} as unknown as MessageEvent);
  return {worker: {postMessage} as Pick<Worker, "postMessage">, served};
}

describe("a lifeline", () => {
  vi.stubGlobal("MessageChannel", MessageChannel);
  vi.stubGlobal("navigator", {});

  it("tells the page when the worker is gone, and not before", async () => {
    const {locks, release} = createLocks();
    const {worker} = createWorker(locks);
    const ended = vi.fn();
    sendLifeline(worker, "one", ended, locks);
    await new Promise((done) => setTimeout(done, 50));
    expect(ended).not.toHaveBeenCalled();
    release("one");
    expect(ended).toHaveBeenCalledOnce();
  });

  it("serves what was sent before the lock was held, in order", async () => {
    const {locks} = createLocks();
    const {worker, served} = createWorker(locks);
    sendLifeline(worker, "one", () => {}, locks);
    worker.postMessage("first");
    worker.postMessage("second");
    await vi.waitFor(() => expect(served).toEqual(["first", "second"]));
    worker.postMessage("third");
    expect(served).toEqual(["first", "second", "third"]);
  });

  it.each([
    ["has no locks", undefined],
    ["refuses them", {request: () => Promise.reject(new Error("SecurityError"))} as never]
  ])("is not needed where the browser %s", async (_, locks) => {
    const {worker, served} = createWorker(locks);
    sendLifeline(worker, "one", () => {}, locks);
    worker.postMessage("task");
    await vi.waitFor(() => expect(served).toEqual(["task"]));
  });
});

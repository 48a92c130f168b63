import {describe, expect, it} from "vitest";
import {fit, InputError, runChainsInTurn, type Columns} from "../../src/engine/index.js";
import {Crew} from "../../src/live/crew.js";
import {workerRunner, type WorkerOptions} from "../../src/live/worker-runner.js";
import {LocalWorker} from "./local-worker.js";

const rows = Array.from({length: 40}, (_, i) => i);
const data: Columns = {
  y: Float64Array.from(rows, (i) => Math.sin(7 * i) + (i % 2)),
  t: Float64Array.from(rows, (i) => i % 2),
  g: rows.map((i) => `g${i % 5}`)
};
const options = {method: "exact", chains: 3, warmup: 60, draws: 40, seed: "live"} as const;

/** A crew that remembers whom it hired, each changed by `change`. */
function createCrew(change: (worker: LocalWorker) => void = () => {}) {
  const hired: LocalWorker[] = [];
  const crew = new Crew(() => {
    const worker = new LocalWorker();
    change(worker);
    hired.push(worker);
    return worker;
  });
  return {crew, hired};
}

const sample = (how: WorkerOptions, from = data) =>
  fit({formula: "y ~ t + (1 + t | g)"}, from, options, workerRunner(how));

describe("workerRunner", () => {
  it.each([1, 2, 3, 8])("gives the draws of this thread with %i workers", async (workers) => {
    const here = await fit({formula: "y ~ t + (1 + t | g)"}, data, options, runChainsInTurn);
    const {crew, hired} = createCrew();
    const there = await sample({workers, crew});
    expect(there.draws.values).toEqual(here.draws.values);
    expect(hired.length).toBe(Math.min(workers, 3));
    expect(hired.flatMap(({chains}) => chains).sort()).toEqual([0, 1, 2]);
  });

  it("keeps its workers for the next fit, until they are dismissed", async () => {
    const {crew, hired} = createCrew();
    await sample({workers: 2, crew});
    await sample({workers: 2, crew});
    expect(hired.length).toBe(2);
    crew.dismiss();
    expect(hired.every(({ended}) => ended)).toBe(true);
    await sample({workers: 2, crew});
    expect(hired.length).toBe(4);
  });

  it("tells how far each chain is, up to its end", async () => {
    const told = new Map<number, number[]>();
    const progress = (chain: number, done: number, total: number) => {
      expect(total).toBe(100);
      told.set(chain, [...(told.get(chain) ?? []), done]);
    };
    await sample({workers: 2, crew: createCrew().crew, progress});
    expect([...told.keys()].sort()).toEqual([0, 1, 2]);
    for (const done of told.values()) {
      expect(done).toEqual(done.toSorted((a, b) => a - b));
      expect(done.at(-1)).toBe(100);
    }
  });

  it("ends its workers when aborted and raises the signal's reason", async () => {
    const {crew, hired} = createCrew();
    const stop = new AbortController();
    const stopped = sample({workers: 2, crew, signal: stop.signal});
    stop.abort(new Error("enough"));
    await expect(stopped).rejects.toThrow("enough");
    expect(hired.map(({ended}) => ended)).toEqual([true, true]);
    const {draws} = await sample({workers: 2, crew});
    expect(draws.chains).toBe(3);
    expect(hired.length).toBe(4);
  });

  it("starts no worker when aborted beforehand", async () => {
    const {crew, hired} = createCrew();
    const stopped = sample({workers: 2, crew, signal: AbortSignal.abort(new Error("never"))});
    await expect(stopped).rejects.toThrow("never");
    expect(hired).toEqual([]);
  });

  it("raises an InputError of a chain as such, and ends the workers that are busy", async () => {
    // Squares of these overflow, so that no starting point has a finite density.
    const huge = {...data, y: (data.y as Float64Array).map((y) => y * 1e200)};
    const {crew, hired} = createCrew();
    const failed = fit(
      {formula: "y ~ t + (1 + t | g)"},
      huge,
      {...options, method: "nuts"},
      workerRunner({workers: 2, crew})
    );
    await expect(failed).rejects.toThrow(InputError);
    await expect(failed).rejects.toThrow(/; /);
    expect(hired.every(({ended}) => ended)).toBe(true);
  });

  const broken = /^The fit broke off: a background worker failed \((.+)\); [^.]+\.$/;

  /** Runs on workers changed by `change` and returns the one sentence of the failure. */
  const failure = async (change: (worker: LocalWorker) => void) => {
    const {crew, hired} = createCrew(change);
    const reason = await sample({crew, workers: 2}).then(
      () => "",
      (one: unknown) => (one as Error).message
    );
    expect(hired.every(({ended}) => ended)).toBe(true);
    return broken.exec(reason)?.[1];
  };

  it("says in a sentence what broke in a worker, with a remedy", async () => {
    const breaking = (message: string) => (worker: LocalWorker) => {
      worker.postMessage = () => {
        worker.onerror?.call(null as never, {message} as ErrorEvent);
      };
    };
    expect(await failure(breaking("Uncaught RangeError: Array buffer allocation failed"))).toBe(
      "Array buffer allocation failed"
    );
    // A script that does not load, or a worker that is ended, has no message.
    expect(await failure(breaking(""))).toBe("it ended without a word");
  });

  it("says so when a worker cannot be reached, in either direction", async () => {
    const unsent = await failure((worker) => {
      worker.postMessage = () => {
        throw new DOMException("a function could not be cloned.", "DataCloneError");
      };
    });
    expect(unsent).toBe("a function could not be cloned");
    const unread = await failure((worker) => {
      worker.postMessage = () => {
        worker.onmessageerror?.call(null as never, {} as MessageEvent);
      };
    });
    expect(unread).toBe("its answer cannot be read");
  });

  it("says so when no worker can be started", async () => {
    const crew = new Crew(() => {
      throw new DOMException("Workers are forbidden here.", "SecurityError");
    });
    await expect(sample({crew, workers: 2})).rejects.toThrow(broken);
  });

  it("goes on with new workers after a failure, and gives the same draws", async () => {
    let failures = 1;
    const {crew, hired} = createCrew((worker) => {
      if (failures-- <= 0) return;
      worker.postMessage = () => {
        worker.onerror?.call(null as never, {message: "x"} as ErrorEvent);
      };
    });
    await expect(sample({crew, workers: 1})).rejects.toThrow(broken);
    const {draws} = await sample({crew, workers: 1});
    const here = await fit({formula: "y ~ t + (1 + t | g)"}, data, options, runChainsInTurn);
    expect(draws.values).toEqual(here.draws.values);
    expect(hired.map(({ended}) => ended)).toEqual([true, false]);
  });

  it("lets go of a worker that dies while it waits", async () => {
    const {crew, hired} = createCrew();
    await sample({crew, workers: 1});
    hired[0].onerror?.call(null as never, {message: "out of memory"} as ErrorEvent);
    await sample({crew, workers: 1});
    expect(hired.map(({ended}) => ended)).toEqual([true, false]);
  });

  it.each([0, 1.5, NaN])("names a number of workers that is none: %d", (workers) => {
    expect(() => workerRunner({workers})).toThrow(/^invalid number of workers: /);
  });
});

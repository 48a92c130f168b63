// Chains in parallel in Node: a pool of worker threads.
import {availableParallelism} from "node:os";
import {MessageChannel} from "node:worker_threads";
import Tinypool from "tinypool";
import {
  areQuick,
  attemptChain,
  resultOf,
  type ChainOutcome,
  type ChainRunner,
  type ChainTask
} from "../engine/index.js";
import type {ThreadTask} from "./chain-worker.js";

/** How to run chains. */
export interface PoolOptions {
  /** Threads at most; 1 runs chains in this thread, as do the quickest models. All processors by default. */
  readonly workers?: number;
  /** Called about every 50 ms, and at its end, with the iterations a chain has done, of all. */
  readonly progress?: (chain: number, done: number, total: number) => void;
  /** Stops the threads at once when aborted; the run then ends with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * A runner that spreads chains over worker threads. The number of threads never changes a result,
 * since every chain has its own stream of random numbers. The runner raises an InputError when a
 * chain does, and the signal's reason when aborted; in this thread it looks at the signal first only.
 */
export function poolRunner({workers, progress, signal}: PoolOptions = {}): ChainRunner {
  return async (model, options) => {
    signal?.throwIfAborted();
    const total = options.warmup + options.draws;
    const tell = (chain: number) => (done: number) => progress?.(chain, done, total);
    const ended = (chain: number, outcome: ChainOutcome) => {
      const result = resultOf(outcome);
      tell(chain)(total);
      return result;
    };
    const tasks = Array.from({length: options.chains}, (_, chain) => ({model, options, chain}));
    if (workers === 1 || areQuick(model, options))
      return tasks.map((task) =>
        ended(
          task.chain,
          attemptChain(task, () => performance.now(), tell(task.chain))
        )
      );
    const pool = createPool(Math.min(workers ?? availableParallelism(), options.chains));
    try {
      return await Promise.all(
        tasks.map(async (task) =>
          ended(task.chain, await inPool(pool, task, tell(task.chain), signal))
        )
      );
    } catch (reason) {
      signal?.throwIfAborted();
      throw reason;
    } finally {
      await pool.destroy();
    }
  };
}

/** Threads that do what chain-worker.ts exports; end them with `destroy()`. */
export function createPool(threads: number): Tinypool {
  const beside = (name: string) => new URL(name, import.meta.url).href;
  // The program's bundle (tools/program.mjs) holds the worker in JavaScript.
  const isBundled = !import.meta.url.endsWith(".ts");
  return new Tinypool({
    filename: beside(isBundled ? "./chain-worker.mjs" : "./chain-worker.ts"),
    execArgv: isBundled ? [] : ["--import", beside("./typescript.mjs")],
    minThreads: 1,
    maxThreads: threads
  });
}

async function inPool(
  pool: Tinypool,
  chain: ChainTask,
  tell: (done: number) => void,
  signal: AbortSignal | undefined
): Promise<ChainOutcome> {
  const {port1, port2} = new MessageChannel();
  port1.on("message", tell);
  const task: ThreadTask = {...chain, port: port2};
  const how = {name: "runTask", transferList: [port2], signal};
  try {
    return (await pool.run(task, how)) as ChainOutcome;
  } finally {
    port1.close();
  }
}

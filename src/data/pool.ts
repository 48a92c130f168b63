// Chains in parallel in Node: a pool of worker threads.
import {availableParallelism} from "node:os";
import {MessageChannel} from "node:worker_threads";
import Tinypool from "tinypool";
import {error} from "../engine/error.js";
import {runModelChain, type ChainResult, type ChainRunner} from "../engine/index.js";
import type {ChainOutcome, ChainTask} from "./chain-worker.js";

/** How to run chains. */
export interface PoolOptions {
  /** Threads at most; 1 runs chains in this thread. All processors by default. */
  readonly workers?: number;
  /** Called with the iterations that chain number `chain` has done, of all it will do. */
  readonly progress?: (chain: number, done: number, total: number) => void;
}

/**
 * A runner that spreads chains over worker threads. The number of threads never changes a result,
 * since every chain has its own stream of random numbers. The runner raises an InputError when a
 * chain does.
 */
export function poolRunner({workers, progress}: PoolOptions = {}): ChainRunner {
  return async (model, options) => {
    const total = options.warmup + options.draws;
    const tell = (chain: number) => (done: number) => progress?.(chain, done, total);
    const chains = Array.from({length: options.chains}, (_, chain) => chain);
    if (workers === 1)
      return chains.map((chain) =>
        runModelChain(model, options, chain, {
          now: () => performance.now(),
          progress: tell(chain)
        })
      );
    const pool = createPool(Math.min(workers ?? availableParallelism(), options.chains));
    try {
      return await Promise.all(
        chains.map((chain) => inPool(pool, {model, options, chain}, tell(chain)))
      );
    } finally {
      await pool.destroy();
    }
  };
}

function createPool(threads: number): Tinypool {
  return new Tinypool({
    filename: new URL("./chain-worker.ts", import.meta.url).href,
    execArgv: ["--import", new URL("./typescript.mjs", import.meta.url).href],
    minThreads: 1,
    maxThreads: threads
  });
}

async function inPool(
  pool: Tinypool,
  job: Omit<ChainTask, "port">,
  tell: (done: number) => void
): Promise<ChainResult> {
  const {port1, port2} = new MessageChannel();
  port1.on("message", tell);
  const task: ChainTask = {...job, port: port2};
  try {
    const {result, refusal} = (await pool.run(task, {
      name: "runTask",
      transferList: [port2]
    })) as ChainOutcome;
    return result ?? error(refusal);
  } finally {
    port1.close();
  }
}

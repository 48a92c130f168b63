// The door for pages that fit models themselves: the engine, and Web Workers to run its chains in.
export * from "../engine/index.js";
export {Crew} from "./crew.js";
export {holdLifeline} from "./lifeline.js";
export {serveChains} from "./serve-chains.js";
export {stopPoint} from "./stop-point.js";
export {pageCrew, workerRunner, type WorkerOptions} from "./worker-runner.js";

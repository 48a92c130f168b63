// Fits what a reader set, one at a time: the next stops the one before, and answers are kept.
import type {LiveEngine, LiveResult} from "./live-answer.js";
import type {LiveCard, LiveCells, LiveChoice} from "./live-types.js";

/** An answer, and the seconds it took. */
export interface LiveAnswer {
  readonly result: LiveResult;
  readonly seconds: number;
}

/** What to fit. */
export interface LiveTask {
  /** Tells the model apart from all others of the page. */
  readonly name: string;
  readonly card: LiveCard;
  readonly choice: LiveChoice;
  readonly cells: () => Promise<LiveCells>;
}

const MOST_ANSWERS = 40;

/** By what was asked, so that a control of the page that draws the panel anew fits nothing anew. */
const answers = new Map<string, LiveAnswer>();

let fitter: InstanceType<LiveEngine["LiveFitter"]> | undefined;

/** The page's one fit that is being made. */
let running: AbortController | undefined;

/** The page's fits; there is one worker for all panels. */
export class LiveFits {
  private readonly fitter: InstanceType<LiveEngine["LiveFitter"]>;

  constructor(engine: LiveEngine) {
    this.fitter = fitter ??= new engine.LiveFitter();
    this.fitter.prepare();
    // A panel that is drawn anew asks again for what the old one was waiting for.
    this.stop();
  }

  /** Stops what is being fitted, if anything is. */
  stop(): void {
    running?.abort();
  }

  /**
   * The answer; null when it was stopped. Raises the engine's error, which is a sentence, on a choice
   * that cannot be fitted and when the worker dies.
   */
  async fit(task: LiveTask, progress: (done: number) => void): Promise<LiveAnswer | null> {
    this.stop();
    const own = new AbortController();
    running = own;
    const {card, choice} = task;
    const key = `${task.name} ${JSON.stringify(choice)}`;
    const known = answers.get(key);
    if (known) return known;
    try {
      const cells = await task.cells();
      const began = performance.now();
      const result = await this.fitter.fit({card, cells, choice}, {signal: own.signal, progress});
      const answer = {result, seconds: (performance.now() - began) / 1000};
      answers.set(key, answer);
      for (const old of [...answers.keys()].slice(0, -MOST_ANSWERS)) answers.delete(old);
      return own.signal.aborted ? null : answer;
    } catch (reason) {
      if (own.signal.aborted) return null;
      throw reason;
    }
  }
}

// One thing is done at a time: what was begun last has the word.
import type {WayOn} from "./your-status.js";

/** Runs what the page does; `failed` is told why something cannot be done, with a way on. */
export class YourTurns {
  private turn = 0;

  constructor(private readonly failed: (reason: unknown, way?: WayOn) => void) {}

  /**
   * Runs `act`, which may ask whether nothing else was begun since. Where something was, a failure is
   * nobody's concern, and the answer is false.
   */
  async run(act: (isCurrent: () => boolean) => Promise<void>, way?: WayOn): Promise<boolean> {
    const own = ++this.turn;
    const isCurrent = (): boolean => own === this.turn;
    await act(isCurrent).catch((reason: unknown) => {
      if (isCurrent()) this.failed(reason, way);
    });
    return isCurrent();
  }
}

// Stopping a run that nobody waits for any more.
import {CancelledError} from "../error.js";

/** What tells a run to stop; an AbortSignal is one. */
export interface StopSignal {
  readonly aborted: boolean;
}

/** Raises a CancelledError once the signal, if there is one, says so. */
export function stopIfCancelled(signal: StopSignal | undefined): void {
  if (signal?.aborted) CancelledError.raise();
}

// Progress on stderr: bars on a terminal, silence elsewhere.
import cliProgress from "cli-progress";

/** A display of how far each chain is. */
export interface Progress {
  update(chain: number, done: number, total: number): void;
  stop(): void;
}

/** One bar per chain when stderr is a terminal; nothing otherwise, so that logs stay clean. */
export function chainProgress(): Progress {
  if (!process.stderr.isTTY)
    return {
      update: () => undefined,
      stop: () => undefined
    };
  const bars = new cliProgress.MultiBar({
    stream: process.stderr,
    clearOnComplete: true,
    // The library would catch SIGINT, stop its bars and let the work go on; so it changes nothing
    // of the terminal that a sudden end would have to put right.
    gracefulExit: false,
    hideCursor: false,
    linewrap: true,
    format: "chain {chain} [{bar}] {value}/{total}"
  });
  const shown: cliProgress.SingleBar[] = [];
  return {
    update(chain, done, total) {
      // In order of chain, whichever tells first.
      for (let k = shown.length; k <= chain; ++k) shown.push(bars.create(total, 0, {chain: k + 1}));
      shown[chain].update(done);
    },
    stop() {
      bars.stop();
    }
  };
}

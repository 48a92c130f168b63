// How a page hears that a worker is gone: the worker holds a lock as long as it lives.

/** What is used of a worker's global scope to wait for the lifeline. */
export interface LifelineScope {
  onmessage: ((event: MessageEvent) => void) | null;
}

/**
 * In a worker: takes the lock that the first message names, tells the message's port, then calls
 * `serve`, which sets `scope.onmessage`, and passes on to it what has come meanwhile. Where there are no
 * locks it serves at once, and the page does not hear of the end.
 */
export function holdLifeline(scope: LifelineScope, serve: () => void, locks = lockManager()): void {
  const early: MessageEvent[] = [];
  const begin = () => {
    serve();
    for (const event of early) scope.onmessage?.(event);
  };
  scope.onmessage = ({data, ports}) => {
    scope.onmessage = (event) => early.push(event);
    if (!locks) {
      begin();
      return;
    }
    const held = () => {
      ports[0].postMessage(null);
      // Apart, so that what breaks in it is an error of the worker's, not of the lock's.
      setTimeout(begin);
      return new Promise<never>(() => undefined);
    };
    locks.request(data as string, held).catch(begin);
  };
}

/**
 * In a page: sends `worker` its lifeline, a lock called `name`, which nobody else may use, and calls
 * `ended` when the worker is gone for whatever reason.
 */
export function sendLifeline(
  worker: Pick<Worker, "postMessage">,
  name: string,
  ended: () => void,
  locks = lockManager()
): void {
  const {port1: near, port2: far} = new MessageChannel();
  near.onmessage = () => {
    near.close();
    // Granted once the worker no longer holds it.
    void locks?.request(name, ended).catch(() => undefined);
  };
  worker.postMessage(name, [far]);
}

/** Its type says always, but only secure origins have one, and no old browser. */
function lockManager(): Pick<LockManager, "request"> | undefined {
  return navigator.locks;
}

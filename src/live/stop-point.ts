// A place where a busy worker that has been terminated really stops.

/**
 * A function to call in a worker from time to time. Chromium lets a terminated worker run on for two
 * seconds, unless it waits for something from outside: then the wait fails, and so does the call. It
 * reads `address`, of an empty Blob, which takes a few milliseconds. Where that cannot be read, as in
 * a page opened from a file, the function does nothing.
 */
export function stopPoint(address: string): () => void {
  const look = () => {
    const request = new XMLHttpRequest();
    request.open("GET", address, false);
    request.send();
  };
  try {
    look();
    return look;
  } catch {
    return () => undefined;
  }
}

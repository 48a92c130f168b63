// Lets a page answer its reader between two pieces of work.

/** A promise that is kept in a task of its own: what a reader did meanwhile, and the next frame, come first. */
export function nextTask(): Promise<void> {
  return new Promise((next) => {
    setTimeout(next);
  });
}

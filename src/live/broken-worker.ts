// What a reader is told when a worker dies, and never more than one sentence.

/**
 * The error of a fit whose worker failed. `reason` is what the browser says, if it says anything:
 * a worker that the browser ends for want of memory may leave no word.
 */
export function brokenWorker(reason: unknown): Error {
  const said = reason instanceof Error ? reason.message : typeof reason === "string" ? reason : "";
  const why = said.replace(/^Uncaught (?:\w*Error: )?/, "").replace(/[\s.]+$/, "");
  const remedy = /memory|allocation/i.test(why)
    ? "close other tabs, or ask for fewer draws, and try again"
    : "try again, and load the page anew if it fails twice";
  return new Error(
    `The fit broke off: a background worker failed (${why || "it ended without a word"}); ${remedy}.`,
    {cause: reason}
  );
}

// Throws one sentence in our error grammar.

/** What a person can mend: wrong input, named in one sentence. Every other error is ours. */
export class InputError extends Error {
  override name = "InputError";
}

/** A run stopped by its signal. Not an InputError: nobody has anything to mend. */
export class CancelledError extends Error {
  override name = "CancelledError";

  /** Throws one. */
  static raise(): never {
    throw new CancelledError("the run was cancelled");
  }
}

/**
 * Throws an {@link InputError}; usable inside an expression. Messages read
 * `<invalid|missing|unknown|unsupported|ambiguous> <thing>: <value>; <rule or remedy>`.
 */
export function error(message: string): never {
  throw new InputError(message);
}

/** The sentence of an {@link InputError}; throws every other reason on, for it is ours. */
export function sentenceOf(reason: unknown): string {
  if (reason instanceof InputError) return reason.message;
  throw reason;
}

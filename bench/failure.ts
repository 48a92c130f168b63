// Something that a person can mend: wrong input, or an engine that could not fit.

/** Carries one sentence in the project's error grammar; every other error is a fault of the bench. */
export class Failure extends Error {
  override name = "Failure";
}

/** Throws a {@link Failure}; usable inside an expression. */
export function fail(message: string): never {
  throw new Failure(message);
}

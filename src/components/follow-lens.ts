// Keeps the lens in the address, and takes it from there.
import {readAddress, writeAddress} from "./address.js";
import {lensOf, type LensKind} from "./lens.js";

/** The lens that the address names; one that there is not is taken out of it. */
export function lensFromAddress(): LensKind {
  const named = readAddress().lens;
  const lens = lensOf(named);
  if (named !== undefined && named !== lens) writeAddress({lens: null});
  return lens;
}

/** Writes the lens into the address; these groups, which a page shows by itself, are not named. */
export function lensToAddress(lens: LensKind): void {
  const written = lens === "groups" ? null : lens;
  if ((readAddress().lens ?? null) !== written) writeAddress({lens: written});
}

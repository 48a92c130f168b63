// All that a reader's file will need, fetched before it is read.
import {allFonts} from "./all-fonts.js";
import type {WorkshopDoor, YourDataOptions} from "./your-work-types.js";

/** The workshop, once all code and fonts are here too: nothing is asked for after the file is read. Raises what its bundle raises. */
export async function everythingReady(
  options: Pick<YourDataOptions, "workshop" | "report" | "engine">
): Promise<WorkshopDoor> {
  const [door] = await Promise.all([
    options.workshop(),
    options.report(),
    options.engine().catch(() => null),
    allFonts()
  ]);
  return door;
}

// The fits of a map with the effect that is looked at: the average, or that of a group.
import {readChoiceEffects} from "./choice-map-tables.js";
import type {ChoiceFit, LookedFit} from "./choice-map-types.js";

/** The fits that could be made, with the average effect. */
export function averages(fits: readonly ChoiceFit[]): LookedFit[] {
  return fits.flatMap((fit) => (fit.average ? [{...fit, estimate: fit.average}] : []));
}

/** The way to look at a group: the table of its effects is fetched and read once, or again after a failure. */
export function groupLook(
  fits: readonly ChoiceFit[],
  fetchEffects: () => Promise<ArrayBuffer>
): (group: string) => Promise<LookedFit[]> {
  let known: Promise<ReturnType<typeof readChoiceEffects>> | null = null;
  return async (group) => {
    known ??= fetchEffects().then(readChoiceEffects);
    known.catch(() => (known = null));
    const own = (await known).get(group);
    return fits.flatMap((fit) => {
      const estimate = own?.get(fit.fit);
      return estimate ? [{...fit, estimate}] : [];
    });
  };
}

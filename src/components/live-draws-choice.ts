// How many draws a live fit takes.
import {numberText} from "./format.js";
import {Field} from "./live-field.js";
import type {LiveCard} from "./live-types.js";

/** As many as were published, a quarter for a first look, more where they cannot be trusted, or what the address asks for. */
export function DrawsChoice(
  {sampler, longest}: Pick<LiveCard, "sampler" | "longest">,
  chosen: number | null,
  set: (draws: number | null) => void
): HTMLElement {
  const few = Math.max(100, Math.round(sampler.draws / 4));
  const own = chosen === null || chosen === sampler.draws ? "" : String(chosen);
  const all = (draws: number): string => numberText(sampler.chains * draws);
  const choices = [
    {value: "", label: `${all(sampler.draws)}, as on this page`},
    {value: String(few), label: `${all(few)}, for a first look`},
    {value: String(longest), label: `${all(longest)}, where fewer cannot be trusted`},
    ...(["", String(few), String(longest)].includes(own)
      ? []
      : [{value: own, label: all(Number(own))}])
  ];
  return Field("draws", "Draws", choices, own, (value) => {
    set(value === "" ? null : Number(value));
  });
}

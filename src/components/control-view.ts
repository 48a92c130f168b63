// What the bar's controls say, as one object and as texts by control.
import type {Choice} from "./choices.js";
import type {Settings} from "./control-address.js";
import type {LensKind} from "./lens.js";
import type {Point, Width} from "./types.js";

/** What the reader chose; one plain object for all figures. */
export interface View {
  readonly width: Width;
  readonly point: Point;
  readonly sort: string;
  readonly modifier: string;
  readonly model: string;
  /** What effects refer to. */
  readonly lens: LensKind;
  /** What they are counted in: the link's units or the response's. */
  readonly scale: string;
}

export const widths: readonly Choice[] = ["50", "80", "90", "95"].map((value) => ({
  value,
  label: `${value}%`
}));
export const points: readonly Choice[] = [
  {value: "median", label: "median"},
  {value: "mean", label: "mean"}
];

/** The view with what controls say in its place. */
export function withSettings(view: View, settings: Settings): View {
  const chosen = {...settingsOf(view), ...settings};
  return {...view, ...chosen, width: Number(chosen.width) as Width};
}

/** A view as its controls say it. */
export function settingsOf(view: View): Settings & {readonly width: string} {
  return {...view, width: String(view.width)};
}

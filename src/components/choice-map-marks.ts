// Intervals and medians of the fits of a map, by how far they are to be trusted.
import type {Markish} from "@observablehq/plot";
import {dot, ruleX} from "../vendor/plot.js";
import type {LookedFit} from "./choice-map-types.js";
import type {SeriesLook} from "./estimate-marks.js";
import type {Outcome} from "./format.js";
import {tagGroups} from "./highlight.js";
import {palette} from "./palette.js";

/** The key of a fit, for the highlight of its figure. */
export function fitKey({fit}: {readonly fit: number}): string {
  return `fit ${String(fit)}`;
}

/** How each kind of fit looks. */
export const fitLooks = {
  other: {color: palette.partial},
  published: {color: palette.partial, hollow: true},
  untrusted: {color: palette.alarm, symbol: "triangle"}
} as const satisfies Record<string, SeriesLook>;

/** What a fit is drawn as. */
export type FitLook = keyof typeof fitLooks;

/** What each kind is called in the key. */
export const lookNames: Readonly<Record<FitLook, string>> = {
  other: "another choice",
  published: "as on this page",
  untrusted: "not to be trusted"
};

/** What a fit is drawn as: whether it can be trusted comes first. */
export function lookOf({published, unconverged}: LookedFit): FitLook {
  return unconverged !== "" ? "untrusted" : published ? "published" : "other";
}

/** Intervals and medians of one kind of fit, in the columns that all fits leave it. */
export function fitMarks(
  fits: readonly LookedFit[],
  kind: FitLook,
  {outcome, step, keys}: {outcome: Outcome; step: number; keys: readonly string[]}
): Markish[] {
  const {color, symbol = "circle", hollow = false}: SeriesLook = fitLooks[kind];
  const own = fits.flatMap((fit, i) =>
    lookOf(fit) === kind ? [{...fit.estimate, at: i + 0.5, i}] : []
  );
  const place = {x: "at", stroke: color, render: tagGroups(own.map(({i}) => keys[i] ?? null))};
  const scaled =
    (name: "median" | "lower50" | "upper50" | "lower95" | "upper95") =>
    (d: (typeof own)[number]): number =>
      d[name] * outcome.factor;
  const size = (share: number, least: number, most: number): number =>
    Math.min(most, Math.max(least, step * share));
  return [
    ruleX(own, {
      ...place,
      y1: scaled("lower95"),
      y2: scaled("upper95"),
      strokeWidth: size(0.2, 0.6, 1.2)
    }),
    ruleX(own, {
      ...place,
      y1: scaled("lower50"),
      y2: scaled("upper50"),
      strokeWidth: size(0.5, 1.4, 4)
    }),
    dot(own, {
      ...{...place, y: scaled("median"), symbol},
      r: size(0.4, 1.3, 3.5) * (kind === "other" ? 1 : 1.4) + (hollow ? 1 : 0),
      fill: hollow ? palette.paper : color,
      strokeWidth: hollow ? 1.6 : 1
    })
  ];
}

// The posterior densities of all groups' effects over one another, with the extremes named.
import {curveMark, densityAt, labelMark, nameDensity} from "./density-marks.js";
import type {Density} from "./density-marks.js";
import {drawing, effectAxis, fontSize, nothing, pixels, zeroLine} from "./drawing.js";
import type {Drawing, DrawingOptions} from "./drawing.js";
import {placeLabels} from "./place-labels.js";
import {bandLabelHeight, referenceBand, type Band} from "./reference-band.js";
import {textWidth} from "./text-width.js";
import type {Curve, EffectRow, Rung} from "./types.js";

/** How to draw the densities. */
export interface EffectDensitiesOptions extends DrawingOptions {
  /** One curve per group, whose variable is `effect:<group>`. */
  readonly curves: readonly Curve[];
  readonly rung?: Rung;
  readonly title?: string;
  /** An average to read the groups against. */
  readonly band?: Band | undefined;
}

const plain = 260;
const side = 12;

/**
 * One curve per group that has one. The smallest, the median and the largest effect are filled,
 * labelled with their interval and led to by lines that do not cross.
 */
export function EffectDensities(
  rows: readonly EffectRow[],
  options: EffectDensitiesOptions
): Drawing {
  const {width = 640, outcome, curves, title = outcome.unit} = options;
  const {rung = "partial", point = "median"} = options;
  const curveOf = new Map(curves.map((curve) => [curve.variable, curve]));
  const densities = rows
    .flatMap((row): Density[] => {
      const curve = curveOf.get(`effect:${row.group}`);
      const effect = row.rungs[rung]?.[point] ?? NaN;
      return curve && Number.isFinite(effect) ? [{row, curve, effect}] : [];
    })
    .sort((a, b) => a.effect - b.effect);
  if (densities.length === 0) return nothing(options, "No group here has a density to draw.");
  const middle = Math.floor(densities.length / 2);
  const named = densities.filter((_, i) => i === 0 || i === middle || i === densities.length - 1);
  const domain = domainOf(densities, outcome.factor);
  const toPixel = (value: number): number =>
    ((value - domain[0]) / (domain[1] - domain[0])) * (width - 2 * side);
  const texts = named.map((density) => nameDensity(density, options));
  const places = placeLabels(
    named.map(({effect}, i) => ({
      x: toPixel(effect * outcome.factor),
      width: Math.max(...(texts[i] ?? []).map((line) => textWidth(line, fontSize.note)))
    })),
    width - 2 * side
  );
  const tierHeight = 8 + 16 * Math.max(...texts.map((lines) => lines.length));
  const top = (Math.max(...places.map(({tier}) => tier)) + 1) * tierHeight;
  const height = top + plain;
  const peak = Math.max(...densities.map(({curve}) => Math.max(...curve.density)));
  const marginTop = 24 + (options.band ? bandLabelHeight : 0);
  const y = (density: number): number => height - (density / peak) * (plain - 8);
  return drawing(options, {
    marginLeft: side,
    marginRight: side,
    marginTop,
    marginBottom: 56,
    height: height + marginTop + 56,
    x: {domain},
    y: pixels(height),
    marks: [
      effectAxis(width, title),
      referenceBand(options.band, options),
      zeroLine(),
      [false, true].flatMap((strong) =>
        densities
          .filter((density) => named.includes(density) === strong)
          .map((density) => curveMark(density, strong, {y, height, ...outcome}))
      ),
      named.map((density, i) => {
        const {tier, left} = places[i] ?? {tier: 0, left: 0};
        const lift = top - tier * tierHeight;
        const place = {lift, left, foot: y(densityAt(density))};
        return labelMark(density, texts[i] ?? [], place, outcome.factor);
      })
    ]
  });
}

function domainOf(densities: readonly Density[], factor: number): [number, number] {
  const ends = densities.flatMap(({curve}) => [...curve.x.slice(0, 1), ...curve.x.slice(-1)]);
  return [Math.min(0, ...ends) * factor, Math.max(0, ...ends) * factor];
}

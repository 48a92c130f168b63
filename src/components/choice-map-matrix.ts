// What was chosen for each fit: a row per option, a point per fit.
import {dot, rect, ruleY, text} from "../vendor/plot.js";
import type {ChoiceRows, LookedFit} from "./choice-map-types.js";
import {drawing, fontSize, pixels, type Drawing} from "./drawing.js";
import {tagGroups} from "./highlight.js";
import {palette} from "./palette.js";

/** The columns that curve and matrix share, in pixels. */
export interface MatrixFrame {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  /** True where names stand beside their rows, not above them. */
  readonly beside: boolean;
  /** Pixels between one fit and the next. */
  readonly step: number;
  /** The fits' keys in order. */
  readonly keys: readonly string[];
}

interface Line {
  readonly text: string;
  readonly y: number;
  readonly heading: boolean;
  readonly kind: ChoiceRows["kind"];
}

const heights = {heading: 24, beside: 16, above: 29} as const;

/** Lines from top to bottom, and the height that they take. */
function layOut(kinds: readonly ChoiceRows[], beside: boolean): {lines: Line[]; height: number} {
  let y = 0;
  const line = (words: string, kind: Line["kind"], heading: boolean): Line => {
    const height = heading ? heights.heading : beside ? heights.beside : heights.above;
    y += height;
    return {text: words, kind, heading, y: heading ? y - 7 : beside ? y - height / 2 : y - 8};
  };
  const lines = kinds.flatMap(({kind, label, options}) => [
    line(label, kind, true),
    ...options.map((option) => line(option, kind, false))
  ]);
  return {lines, height: Math.max(1, y + 4)};
}

/** The rows of all kinds, in the columns of the curve above. */
export function ChoiceMatrix(
  fits: readonly LookedFit[],
  kinds: readonly ChoiceRows[],
  frame: MatrixFrame
): Drawing {
  const {width, left, right, beside, step, keys} = frame;
  const {lines, height} = layOut(kinds, beside);
  const options = lines.filter(({heading}) => !heading);
  const points = options.flatMap((line) =>
    fits.flatMap((fit, i) =>
      fit.words[line.kind] === line.text ? [{i, at: i + 0.5, y: line.y, fit}] : []
    )
  );
  const names = (heading: boolean) =>
    text(
      lines.filter((line) => line.heading === heading),
      {
        ...{y: "y", text: "text", frameAnchor: "left", lineAnchor: "middle"},
        textAnchor: beside ? "end" : "start",
        dx: beside ? -12 : 8 - left,
        dy: beside || heading ? 0 : -14,
        fill: heading ? palette.ink : palette.muted,
        fontWeight: heading ? 600 : 400,
        fontSize: heading ? fontSize.label : fontSize.note
      }
    );
  const r = Math.min(3, Math.max(1, step * 0.36));
  return drawing(
    {width},
    {
      ...{marginLeft: left, marginRight: right, marginTop: 0, marginBottom: 0, height},
      x: {axis: null, domain: [0, fits.length]},
      y: pixels(height),
      marks: [
        ruleY(options, {y: "y", stroke: palette.grid}),
        dot(points, {
          ...{x: "at", y: "y"},
          r: ({fit}: (typeof points)[number]) => (fit.published ? r + 1 : r),
          fill: ({fit}: (typeof points)[number]) =>
            fit.unconverged !== "" ? palette.alarm : fit.published ? palette.ink : palette.complete,
          render: tagGroups(points.map(({i}) => keys[i] ?? null))
        }),
        rect(fits, {
          ...{x1: (_: LookedFit, i: number) => i, x2: (_: LookedFit, i: number) => i + 1},
          ...{y1: 0, y2: height, fill: "transparent", render: tagGroups(keys)}
        }),
        names(true),
        names(false)
      ]
    }
  );
}

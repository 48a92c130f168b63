// The columns that an estimate becomes in a table: point, sd and limits at four widths.
import {studentTQuantile, type Contrast, type Summary} from "../../engine/index.js";

/** Widths of the intervals in every table, in percent. */
export const widths = [50, 80, 90, 95] as const;

/** A point and its equal-tailed limits, by column name without the rung's prefix. */
export type EstimateCells = Readonly<Record<string, number>>;

const limits = {
  50: ["q25", "q75"],
  80: ["q10", "q90"],
  90: ["q5", "q95"],
  95: ["q2.5", "q97.5"]
} as const;

/** Cells of a posterior: median, mean, sd, lower50 … upper95. */
export function posteriorCells(summary: Summary): EstimateCells {
  const cells: Record<string, number> = {
    median: summary.q50,
    mean: summary.mean,
    sd: summary.sd
  };
  for (const width of widths) {
    const [lower, upper] = limits[width];
    cells[`lower${String(width)}`] = summary[lower];
    cells[`upper${String(width)}`] = summary[upper];
  }
  return cells;
}

/** Cells of a least-squares contrast: its point twice, its standard error, t intervals. */
export function contrastCells({estimate, se, df}: Contrast): EstimateCells {
  const cells: Record<string, number> = {median: estimate, mean: estimate, sd: se};
  for (const width of widths) {
    const reach = studentTQuantile(0.5 + width / 200, df) * se;
    cells[`lower${String(width)}`] = estimate - reach;
    cells[`upper${String(width)}`] = estimate + reach;
  }
  return cells;
}

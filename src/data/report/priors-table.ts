// `priors.arrow` and `prior-curves.arrow`: every prior in force beside the posterior it became.
import {
  correlationShape,
  densityCurve,
  parsePrior,
  priorShape,
  quantiles,
  variableView,
  type Columns,
  type PriorShape
} from "../../engine/index.js";
import type {FittedModel, StudyDefinition} from "../study.js";
import {pairsOf, parameterWords} from "./parameter-words.js";
import {columnsOf, type Cell} from "./rows.js";

/** Points of a curve at most; a panel is some 150 pixels wide. */
const POINTS = 64;

/** A prior is drawn up to this many widths of the posterior; a wider one is flat there. */
const WIDEST = 6;

/** A prior on one parameter, and the draws of what it is on. */
interface Priored {
  readonly variable: string;
  readonly label: string;
  readonly class: string;
  readonly prior: string;
  readonly source: string;
  readonly shape: PriorShape | null;
  readonly values: Float64Array;
  readonly lower: number;
  readonly upper: number;
}

/** Both tables; one row, and one curve, per prior and model. */
export function priorsTables(
  study: StudyDefinition,
  fitted: readonly FittedModel[]
): {readonly priors: Columns; readonly curves: Columns} {
  const all = fitted.map((one) => {
    const {id: model} = one.model;
    const words = parameterWords(study, one);
    return one.remember("priors", [model, words], () => {
      const priored = prioredOf(one, words);
      return {
        rows: priored.map((each) => ({model, ...summaryOf(each)})),
        curves: priored.flatMap((each) =>
          curveOf(each).map((point) => ({model, variable: each.variable, ...point}))
        )
      };
    });
  });
  return {
    priors: columnsOf(all.flatMap(({rows}) => rows)),
    curves: columnsOf(all.flatMap(({curves}) => curves))
  };
}

/** The rows of the prior table in its order, each with its parameter; a correlation one per pair. */
function prioredOf(one: FittedModel, words: readonly string[]): Priored[] {
  const {design, cells, priors, variables} = one.fit.model;
  const sds = design.terms.reduce((sum, {coefficients}) => sum + coefficients.length, 0);
  let [plain, correlation] = [0, design.coefficients.length + sds];
  const shapes = new Map<string, PriorShape | null>();
  const correlated = design.terms.filter((term) => pairsOf(term).length > 0);
  return priors.table.flatMap((row): Priored[] => {
    const {class: kind, prior, source} = row;
    const {distribution} = parsePrior(`${kind}: ${prior}`);
    const make = (v: number, bounds: readonly [number, number], shape: PriorShape | null) => ({
      ...{variable: variables[v], label: words[v], class: kind, prior, source, shape},
      values: variableView(one.fit.draws, v),
      lower: bounds[0],
      upper: bounds[1]
    });
    if (kind.startsWith("cor")) {
      const term = correlated.shift();
      const shape = correlationShape(distribution.arguments[0], term?.coefficients.length ?? 2);
      return pairsOf(term ?? design.terms[0]).map(() => make(correlation++, [-1, 1], shape));
    }
    // The residual scale comes after the correlations.
    const v = kind === "sigma" ? variables.indexOf("sigma") : plain++;
    const positive = /^(sd|sigma)/.test(kind);
    const name = `${prior}, ${String(positive)}`;
    if (!shapes.has(name)) shapes.set(name, priorShape(distribution, positive));
    const made = make(v, [positive ? 0 : -Infinity, Infinity], shapes.get(name) ?? null);
    if (v !== design.centred) return [made];
    // brms puts this prior on the constant where every predictor is at its mean.
    const values = Float64Array.from(made.values);
    design.coefficients.forEach((_, j) => {
      const slope = variableView(one.fit.draws, j);
      if (cells.means[j] !== 0)
        for (let i = 0; i < values.length; ++i) values[i] += cells.means[j] * slope[i];
    });
    return [{...made, values, label: "Constant, predictors at their means"}];
  });
}

function summaryOf({shape, values, ...row}: Priored): Record<string, Cell> {
  const {variable, label, class: kind, prior, source} = row;
  const [low, q25, q75, high] = quantiles(values, [0.025, 0.25, 0.75, 0.975]);
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const sd = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1));
  const ends = [0.025, 0.25, 0.75, 0.975].map((p) => shape?.quantile(p) ?? NaN);
  // Where tails are too heavy for a standard deviation, the middle halves are compared.
  const hasSd = shape !== null && Number.isFinite(shape.sd);
  return {
    ...{variable, label, class: kind, prior, source},
    prior_sd: shape?.sd ?? NaN,
    prior_low: ends[0],
    prior_high: ends[3],
    mean,
    sd,
    low,
    high,
    kept: hasSd ? sd / shape.sd : (q75 - q25) / (ends[2] - ends[1]),
    measure: shape === null ? null : hasSd ? "sd" : "middle half"
  };
}

function curveOf({
  shape,
  values,
  lower,
  upper
}: Priored): {x: number; prior: number; posterior: number}[] {
  const [least, most] = quantiles(values, [0.001, 0.999]);
  const width = most - least;
  if (!(width > 0)) return [];
  const reach = ((WIDEST - 1) / 2) * width;
  const from = Math.max(
    lower,
    Math.max(Math.min(least, shape?.quantile(0.025) ?? least), least - reach) - 0.1 * width
  );
  const to = Math.min(
    upper,
    Math.min(Math.max(most, shape?.quantile(0.975) ?? most), most + reach) + 0.1 * width
  );
  const step = 2 ** Math.ceil(Math.log2((to - from) / (POINTS - 2)));
  const start = Math.max(lower, Math.floor(from / step) * step);
  const count = Math.min(Math.ceil((to - start) / step), Math.floor((upper - start) / step)) + 1;
  const bounds = {
    ...(Number.isFinite(lower) && {lower}),
    ...(Number.isFinite(upper) && {upper})
  };
  const {x: grid, density} = densityCurve(values, {points: 401, ...bounds});
  const points = Array.from({length: count}, (_, k) => {
    const x = start + k * step;
    return {x, prior: shape?.density(x) ?? NaN, posterior: interpolate(grid, density, x)};
  });
  const finite = points.flatMap(({prior, posterior}) => [prior, posterior]).filter(Number.isFinite);
  const peak = Math.max(...finite);
  const unit = 2 ** Math.floor(Math.log2(peak / 500));
  const rounded = (y: number): number => (Number.isFinite(y) ? Math.round(y / unit) * unit : NaN);
  return points.map(({x, prior, posterior}) => ({
    x,
    prior: rounded(prior),
    posterior: rounded(posterior)
  }));
}

/** A curve on an even grid between its points; 0 beyond them. */
function interpolate(grid: Float64Array, density: Float64Array, x: number): number {
  const place = (x - grid[0]) / (grid[1] - grid[0]);
  if (!(place >= 0 && place <= grid.length - 1)) return 0;
  const below = Math.min(Math.floor(place), grid.length - 2);
  return density[below] + (place - below) * (density[below + 1] - density[below]);
}

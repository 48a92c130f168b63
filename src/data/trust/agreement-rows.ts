// Distances of our posteriors from their references, as shares by bin beside what chance gives.
import type {AgreementCard} from "../../components/agreement-types.js";
import {normalCdf, quantiles} from "../../engine/index.js";
import type {AgreementRecord} from "./results.js";
import {wordsFor} from "./words.js";

/** Means that differ by more of their Monte Carlo errors disagree. */
const LIMIT = 4;
const BINS = 18;
const WIDTH = 0.5;

/** The range of z that bins cover; what lies beyond counts in the outermost. */
const FROM = (-BINS * WIDTH) / 2;

/** One row per model and method; `expected` is the standard normal's share of each bin. */
export function agreementCard({date, poolhouse, rows}: AgreementRecord): AgreementCard {
  const edges = Array.from({length: BINS + 1}, (_, b) => FROM + b * WIDTH);
  const below = edges.map((z, b) => (b === 0 ? 0 : b === BINS ? 1 : normalCdf(z)));
  return {
    date,
    poolhouse,
    limit: LIMIT,
    edges,
    expected: edges.slice(1).map((_, b) => rounded(below[b + 1] - below[b])),
    rows: rows.map(({model, method, against, worst, z, ratios, beyond, ...row}) => {
      const [low, q25, median, q75, high] = quantiles(
        Float64Array.from(ratios),
        [0, 0.25, 0.5, 0.75, 1]
      );
      const {chains, draws, parameters, left_out} = row;
      return {
        id: `${model}, ${method}`,
        label: wordsFor(model),
        method: wordsFor(method),
        ...{against, chains, draws, parameters, left_out, worst},
        beyond: beyond.length,
        largest: Math.max(...z.map(Math.abs)),
        within2: z.filter((x) => Math.abs(x) <= 2).length,
        mean_square: rounded(z.reduce((sum, x) => sum + x * x, 0) / z.length),
        shares: sharesOf(z),
        ratio: {low, q25, median, q75, high}
      };
    })
  };
}

function sharesOf(z: readonly number[]): number[] {
  const counts = new Array<number>(BINS).fill(0);
  for (const x of z) ++counts[Math.min(BINS - 1, Math.max(0, Math.floor((x - FROM) / WIDTH)))];
  return counts.map((count) => rounded(count / z.length));
}

function rounded(x: number): number {
  return Number(x.toFixed(4));
}

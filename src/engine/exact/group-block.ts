// Draws of all groups' coefficients for many iterations at once, given the population's and the variances.
import type {Cells} from "../design/cells.js";
import type {Generator} from "../types.js";
import type {OneFactor} from "./one-factor.js";
import type {DrawSpace} from "./record.js";

/** What draws depend on; number k of iteration i lies at k × room + i. */
export interface GroupConditions {
  /** How far the population coefficients are from the cells' reference, [p × room]. */
  readonly deviation: Float64Array;
  /** Per class of groups: what rows and standard normals are multiplied by. */
  readonly mean: Float64Array;
  readonly noise: Float64Array;
}

/**
 * As `GroupDraw` for many iterations, where at most one column varies. They are written group by group:
 * what lies side by side is then written in turn, and a pass over a group's columns serves all iterations.
 */
export class GroupBlock {
  /** The place of each group among the levels; empty where nothing varies. */
  private readonly codes: Int32Array;
  /** One group's. */
  private readonly residual: Float64Array;
  private readonly rows: SparseRows;

  /** For `room` iterations at the most. */
  constructor(
    private readonly data: OneFactor,
    terms: Cells["terms"],
    private readonly room: number
  ) {
    this.codes = terms.at(0)?.codes ?? new Int32Array(0);
    this.residual = new Float64Array(room);
    this.rows = sparseRows(data);
  }

  /** Draws the first `count` iterations, level after level. */
  draw(
    count: number,
    {deviation, mean, noise}: GroupConditions,
    generator: Generator,
    {values, at, stride}: DrawSpace
  ): void {
    const {residual, codes, room, data} = this;
    for (let g = 0; g < codes.length; ++g) {
      this.setResidual(g, count, deviation);
      const to = at + codes[g] * stride;
      const own = data.classOf[g] * room;
      for (let i = 0; i < count; ++i)
        values[to + i] = mean[own + i] * residual[i] + noise[own + i] * generator.normal();
    }
  }

  /** The row of group g, less what the population explains; four columns in one pass. */
  private setResidual(g: number, count: number, deviation: Float64Array): void {
    const {residual, room} = this;
    const {starts, columns, values, outcome} = this.rows;
    residual.fill(outcome[g], 0, count);
    for (let k = starts[g]; k < starts[g + 1]; k += 4) {
      const x0 = values[k];
      const x1 = values[k + 1];
      const x2 = values[k + 2];
      const x3 = values[k + 3];
      const d0 = columns[k] * room;
      const d1 = columns[k + 1] * room;
      const d2 = columns[k + 2] * room;
      const d3 = columns[k + 3] * room;
      for (let i = 0; i < count; ++i)
        residual[i] -=
          x0 * deviation[d0 + i] +
          x1 * deviation[d1 + i] +
          x2 * deviation[d2 + i] +
          x3 * deviation[d3 + i];
    }
  }
}

/** Groups' rows without zeros, but for those that make each a multiple of four long. */
interface SparseRows {
  readonly outcome: Float64Array;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

function sparseRows({p, v, groups, rows}: OneFactor): SparseRows {
  const outcome = rows.slice(v * p * groups, v * (p + 1) * groups);
  const starts = new Int32Array(groups + 1);
  const columns: number[] = [];
  const values: number[] = [];
  for (let g = 0; g < groups; ++g) {
    for (let j = 0; j < v * p; ++j) {
      const x = rows[j * groups + g];
      if (x === 0) continue;
      columns.push(j);
      values.push(x);
    }
    for (; values.length % 4 > 0; values.push(0)) columns.push(0);
    starts[g + 1] = values.length;
  }
  return {
    outcome,
    starts,
    columns: Int32Array.from(columns),
    values: Float64Array.from(values)
  };
}

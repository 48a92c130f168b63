// Draws of all groups' coefficients for many iterations at once, given the population's and the variances.
import type {Cells} from "../design/cells.js";
import type {Generator} from "../types.js";
import type {OneFactor} from "./one-factor.js";
import type {DrawSpace} from "./record.js";

/** What draws depend on; number k of iteration i lies at k × room + i. */
export interface GroupConditions {
  /** How far the population coefficients are from the cells' reference, [p × room]. */
  readonly deviation: Float64Array;
  /** Per class of groups, v × v matrices: what rows and standard normals are multiplied by. */
  readonly mean: Float64Array;
  readonly noise: Float64Array;
}

/**
 * As `GroupDraw` for many iterations. They are written coefficient by coefficient: what lies side by
 * side is then written in turn, and a pass over a group's columns serves all iterations.
 */
export class GroupBlock {
  /** Of the coefficients all levels in the order of the terms. */
  private readonly places: readonly {readonly first: number; readonly codes: Int32Array}[];
  /** One group's, [v × room]. */
  private readonly residual: Float64Array;
  private readonly normals: Float64Array;
  private readonly rows: SparseRows;

  /** For `room` iterations at the most. */
  constructor(
    private readonly data: OneFactor,
    terms: Cells["terms"],
    private readonly room: number
  ) {
    const {v, groups} = data;
    let first = 0;
    const places = terms.flatMap(({columns, codes}) =>
      [...columns].map((column) => {
        const place = {column, first, codes};
        first += groups;
        return place;
      })
    );
    this.places = places.sort((a, b) => a.column - b.column);
    this.residual = new Float64Array(v * room);
    this.normals = new Float64Array(v * room);
    this.rows = sparseRows(data);
  }

  /** Draws the first `count` iterations; level after level of each term's columns in turn. */
  draw(count: number, conditions: GroupConditions, generator: Generator, space: DrawSpace): void {
    const {groups, v} = this.data;
    for (let g = 0; g < groups; ++g) {
      for (let a = 0; a < v; ++a) this.setResidual(g, a, count, conditions.deviation);
      if (v === 1) this.drawOne(g, count, conditions, generator, space);
      else this.drawSeveral(g, count, conditions, generator, space);
    }
  }

  private drawOne(
    g: number,
    count: number,
    {mean, noise}: GroupConditions,
    generator: Generator,
    {values, at, stride}: DrawSpace
  ): void {
    const {residual, places, room, data} = this;
    const to = at + places[0].codes[g] * stride;
    const own = data.classOf[g] * room;
    for (let i = 0; i < count; ++i)
      values[to + i] = mean[own + i] * residual[i] + noise[own + i] * generator.normal();
  }

  private drawSeveral(
    g: number,
    count: number,
    {mean, noise}: GroupConditions,
    generator: Generator,
    {values, at, stride}: DrawSpace
  ): void {
    const {residual, normals, places, room, data} = this;
    const {v, classOf} = data;
    for (let b = 0; b < v; ++b)
      for (let i = 0, to = b * room; i < count; ++i) normals[to + i] = generator.normal();
    for (let a = 0; a < v; ++a) {
      const to = at + (places[a].first + places[a].codes[g]) * stride;
      values.fill(0, to, to + count);
      for (let b = 0; b < v; ++b) {
        const own = ((classOf[g] * v + a) * v + b) * room;
        const from = b * room;
        for (let i = 0; i < count; ++i)
          values[to + i] += mean[own + i] * residual[from + i] + noise[own + i] * normals[from + i];
      }
    }
  }

  /** Row a of group g, less what the population explains; four columns in one pass. */
  private setResidual(g: number, a: number, count: number, deviation: Float64Array): void {
    const {residual, room, data} = this;
    const {starts, columns, values, outcome} = this.rows;
    const own = g * data.v + a;
    const to = a * room;
    const end = starts[own + 1];
    let k = starts[own];
    residual.fill(outcome[own], to, to + count);
    for (; k + 3 < end; k += 4) {
      const x0 = values[k];
      const x1 = values[k + 1];
      const x2 = values[k + 2];
      const x3 = values[k + 3];
      const d0 = columns[k] * room;
      const d1 = columns[k + 1] * room;
      const d2 = columns[k + 2] * room;
      const d3 = columns[k + 3] * room;
      for (let i = 0; i < count; ++i)
        residual[to + i] -=
          x0 * deviation[d0 + i] +
          x1 * deviation[d1 + i] +
          x2 * deviation[d2 + i] +
          x3 * deviation[d3 + i];
    }
    for (; k < end; ++k) {
      const x = values[k];
      const from = columns[k] * room;
      for (let i = 0; i < count; ++i) residual[to + i] -= x * deviation[from + i];
    }
  }
}

/** Groups' rows without zeros: row a of group g has number g × v + a. */
interface SparseRows {
  readonly outcome: Float64Array;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

function sparseRows({p, v, groups, rows}: OneFactor): SparseRows {
  const outcome = new Float64Array(groups * v);
  const starts = new Int32Array(groups * v + 1);
  const count = rows.reduce((sum, x) => sum + Number(x !== 0), 0);
  const columns = new Int32Array(count);
  const values = new Float64Array(count);
  let k = 0;
  for (let g = 0, row = 0; g < groups; ++g)
    for (let a = 0; a < v; ++a, ++row) {
      const plane = a * (p + 1) * groups + g;
      for (let j = 0; j < p; ++j) {
        const x = rows[plane + j * groups];
        if (x === 0) continue;
        columns[k] = j;
        values[k++] = x;
      }
      outcome[row] = rows[plane + p * groups];
      starts[row + 1] = k;
    }
  return {outcome, starts, columns, values};
}

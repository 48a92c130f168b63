// Draws of all groups' coefficients, given the population's and the variances.
import type {Cells} from "../design/cells.js";
import type {Generator} from "../types.js";
import type {OneFactor} from "./one-factor.js";

/** Per class of groups, v × v matrices, row-major: what rows and standard normals are multiplied by. */
export interface GroupConditional {
  readonly mean: Float64Array;
  readonly noise: Float64Array;
}

/** Draws from each group's normal distribution; one pass over groups and columns. */
export class GroupDraw {
  /** Per term the coefficients by level [k × levels]. */
  readonly values: readonly Float64Array[];
  private readonly residual: Float64Array;
  private readonly normals: Float64Array;
  /** Where varying column a lies: its term's values, and where its levels begin there. */
  private readonly places: readonly {
    readonly to: Float64Array;
    readonly at: number;
    readonly codes: Int32Array;
  }[];

  constructor(
    private readonly data: OneFactor,
    terms: Cells["terms"]
  ) {
    const {v, groups} = data;
    this.values = terms.map(({columns}) => new Float64Array(columns.length * groups));
    this.residual = new Float64Array(v * groups);
    this.normals = new Float64Array(v);
    const places = terms.flatMap(({columns, codes}, t) =>
      [...columns].map((column, a) => ({column, to: this.values[t], at: a * groups, codes}))
    );
    this.places = places.sort((a, b) => a.column - b.column);
  }

  /** Fills `values`, given how far the population coefficients are from the reference. */
  draw(deviation: Float64Array, conditional: GroupConditional, generator: Generator): void {
    const {v} = this.data;
    for (let a = 0; a < v; ++a) this.setResidual(a, deviation);
    if (v === 1) this.drawOne(conditional, generator);
    else this.drawSeveral(conditional, generator);
  }

  /** Row a of every group, less what the population explains; four columns in one pass. */
  private setResidual(a: number, deviation: Float64Array): void {
    const {residual, data} = this;
    const {p, groups, rows} = data;
    const to = a * groups;
    const plane = a * (p + 1) * groups;
    for (let g = 0, e = plane + p * groups; g < groups; ++g) residual[to + g] = rows[e + g];
    let j = 0;
    for (; j + 3 < p; j += 4) {
      const d0 = deviation[j];
      const d1 = deviation[j + 1];
      const d2 = deviation[j + 2];
      const d3 = deviation[j + 3];
      const p0 = plane + j * groups;
      const p1 = p0 + groups;
      const p2 = p1 + groups;
      const p3 = p2 + groups;
      for (let g = 0; g < groups; ++g)
        residual[to + g] -=
          rows[p0 + g] * d0 + rows[p1 + g] * d1 + rows[p2 + g] * d2 + rows[p3 + g] * d3;
    }
    for (; j < p; ++j) {
      const d = deviation[j];
      const from = plane + j * groups;
      for (let g = 0; g < groups; ++g) residual[to + g] -= rows[from + g] * d;
    }
  }

  private drawOne({mean, noise}: GroupConditional, generator: Generator): void {
    const {residual, data, places} = this;
    const {groups, classOf} = data;
    const {to, codes} = places[0];
    for (let g = 0; g < groups; ++g) {
      const m = classOf[g];
      to[codes[g]] = mean[m] * residual[g] + noise[m] * generator.normal();
    }
  }

  private drawSeveral({mean, noise}: GroupConditional, generator: Generator): void {
    const {residual, normals, data, places} = this;
    const {v, groups, classOf} = data;
    for (let g = 0; g < groups; ++g) {
      const own = classOf[g] * v * v;
      for (let a = 0; a < v; ++a) normals[a] = generator.normal();
      for (let a = 0; a < v; ++a) {
        let sum = 0;
        for (let b = 0; b < v; ++b)
          sum +=
            mean[own + a * v + b] * residual[b * groups + g] + noise[own + a * v + b] * normals[b];
        const {to, at, codes} = places[a];
        to[at + codes[g]] = sum;
      }
    }
  }
}

import {describe, it} from "vitest";
import {ScaledProducts} from "../../../src/engine/exact/scaled-products.js";
import {expectClose} from "../../assert.js";
import {product, square, transpose, zeros} from "../../reference/dense.js";
import {pointOf} from "./marginal-points.js";
import {models} from "./small-models.js";

describe.each(models)("the scaled cross-products of $name", ({model}) => {
  const {cells} = model;
  const made = new ScaledProducts(cells);

  /** diag(S ⊗ I, …, I) as it stands beside the columns; term `bare` stays as it is. */
  function scaling(scales: readonly Float64Array[], bare: number): number[][] {
    const out = zeros(made.size);
    let at = 0;
    cells.terms.forEach(({columns: {length: k}, levels}, t) => {
      for (let a = 0; a < k; ++a)
        for (let c = 0; c < k; ++c)
          for (let j = 0; j < levels; ++j)
            out[at + a * levels + j][at + c * levels + j] =
              t === bare ? Number(a === c) : scales[t][a * k + c];
      at += k * levels;
    });
    for (let i = at; i < made.size; ++i) out[i][i] = 1;
    return out;
  }

  it.each([-1, 0, 1])("are the products on both sides, with term %d bare", (bare) => {
    for (const seed of ["one", "other"]) {
      const {scales} = pointOf(model, seed);
      made.scales.forEach((own, t) => {
        own.set(scales[t]);
      });
      made.update(bare);
      const s = scaling(scales, bare);
      const expected = product(product(transpose(s), square(made.products)), s);
      const packed = expected.flatMap((row, i) => row.slice(0, i + 1));
      expectClose(made.scaled, packed, {relative: 1e-11, absolute: 1e-11});
    }
  });
});

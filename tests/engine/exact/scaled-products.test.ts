import {describe, it} from "vitest";
import {crossProducts} from "../../../src/engine/exact/cross-products.js";
import {ScaledProducts, type Block} from "../../../src/engine/exact/scaled-products.js";
import {expectClose} from "../../assert.js";
import {product, square, transpose, zeros} from "../../reference/dense.js";
import {pointOf} from "./marginal-points.js";
import {models} from "./small-models.js";

describe.each(models)("the scaled cross-products of $name", ({model}) => {
  const {cells} = model;
  let at = 0;
  const blockOf = (k: number, levels: number, scale: Float64Array): Block => {
    at += k * levels;
    return {at: at - k * levels, k, levels, scale};
  };
  const blocks = [
    ...cells.terms.map(({columns: {length: k}, levels}) =>
      blockOf(k, levels, new Float64Array(k * k))
    ),
    blockOf(1, cells.p + 1, Float64Array.of(1))
  ];
  const made = new ScaledProducts(crossProducts(cells), blocks);

  /** diag(S ⊗ I, …, I) from the products' columns to those of blocks in an order. */
  function scaling(order: readonly Block[]): number[][] {
    const out = zeros(made.size);
    let to = 0;
    for (const {at: from, k, levels, scale} of order) {
      for (let a = 0; a < k; ++a)
        for (let c = 0; c < k; ++c)
          for (let j = 0; j < levels; ++j)
            out[from + a * levels + j][to + c * levels + j] = scale[a * k + c];
      to += k * levels;
    }
    return out;
  }

  it.each([0, 1, 2])("are the products on both sides, the last %d blocks first", (turn) => {
    const order = [...blocks.slice(-turn), ...blocks.slice(0, -turn)];
    const out = new Float64Array((made.size * (made.size + 1)) / 2);
    for (const seed of ["one", "other"]) {
      pointOf(model, seed).scales.forEach((own, t) => {
        blocks[t].scale.set(own);
      });
      const used = turn === 0 ? blocks : order;
      made.write(0.7, out, used);
      const s = scaling(used);
      const expected = product(product(transpose(s), square(made.products)), s);
      const packed = expected.flatMap((row, i) => row.slice(0, i + 1).map((value) => value / 0.7));
      expectClose(out, packed, {relative: 1e-11, absolute: 1e-11});
    }
  });
});

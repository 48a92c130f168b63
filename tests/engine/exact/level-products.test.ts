import {describe, it} from "vitest";
import {levelProducts} from "../../../src/engine/exact/level-products.js";
import {expectClose} from "../../assert.js";
import {models} from "./small-models.js";

const grouped = models.filter(({model}) => model.cells.terms.length > 0);

describe.each(grouped)("a term's products with itself, of $name", ({model}) => {
  it("are sums over the rows of each level", () => {
    model.cells.terms.forEach((term, t) => {
      const {codes} = model.design.terms[t];
      const columns = model.design.columns.varying[t];
      const k = columns.length;
      const expected = new Float64Array(term.levels * k * k);
      codes.forEach((level, i) => {
        for (let a = 0; a < k; ++a)
          for (let b = 0; b < k; ++b)
            expected[(level * k + a) * k + b] += columns[a][i] * columns[b][i];
      });
      expectClose(levelProducts(model.cells, term), expected, {relative: 1e-12, absolute: 1e-12});
    });
  });
});

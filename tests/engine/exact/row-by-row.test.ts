import {describe, expect, it} from "vitest";
import {recordChain} from "../../../src/engine/exact/record.js";
import {RowByRow, type RowChain} from "../../../src/engine/exact/row-by-row.js";
import {resolveOptions} from "../../../src/engine/sampler/options.js";

class Steps implements RowChain {
  readonly warmup = 2;
  readonly acceptance = 0.25;
  private at = 0;
  forget(): void {
    this.at += 100;
  }
  draw(row: Float64Array): void {
    row.set([++this.at, -this.at]);
  }
}

describe("RowByRow", () => {
  it("puts each row's parameters in their places, after the warm-up that the chain needs", () => {
    const options = {...resolveOptions(), warmup: 5, draws: 3};
    const {values, acceptance} = recordChain(2, options, {}, () => new RowByRow(new Steps(), 2));
    expect([...values]).toEqual([201, 202, 203, -201, -202, -203]);
    expect(acceptance).toBe(0.25);
  });
});

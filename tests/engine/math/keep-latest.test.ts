import {expect, it} from "vitest";
import {keepLatest} from "../../../src/engine/math/keep-latest.js";

it("keepLatest makes buffers anew only when a size changes", () => {
  const buffer = keepLatest((size, count) => new Float64Array(size * count));
  const first = buffer(2, 3);
  expect(first).toHaveLength(6);
  expect(buffer(2, 3)).toBe(first);
  const second = buffer(3, 3);
  expect(second).toHaveLength(9);
  expect(buffer(3, 4)).toHaveLength(12);
  expect(buffer(2, 3)).not.toBe(first);
});

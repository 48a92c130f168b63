import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {createSorter, lowerBound} from "../../../src/engine/math/sort-order.js";
import {createGenerator} from "../../../src/engine/random/generator.js";

const generator = createGenerator("sort", 0);
const normal = () => generator.normal();

/** Numbers that buckets around one mode serve well, and others that they do not. */
const samples: Record<string, (i: number) => number> = {
  normal,
  uniform: () => generator.uniform(),
  "of heavy tails": () => (normal() / normal()) ** 3,
  "far from zero": () => 1e12 + normal(),
  "as large as doubles go": () => 1e308 * normal(),
  "as small as doubles go": () => 1e-318 * normal(),
  "in two narrow heaps far apart": (i) => (i % 2 ? 1e9 : -1e9) + normal(),
  "in a heap that a sample misses": (i) => (i % 32 ? normal() * 1e-9 : i),
  "of few values": () => Math.round(normal()),
  "that are all equal": () => 7,
  rising: (i) => i,
  falling: (i) => -i,
  "among them infinities and zeros of both signs": (i) =>
    [Infinity, -Infinity, 0, -0, normal()][i % 5]
};

function expectSorted(values: Float64Array): void {
  const [sorted, order] = [values.slice().fill(NaN), new Int32Array(values.length)];
  const before = values.slice();
  createSorter(values.length)(values, sorted, order);
  expect(values).toEqual(before);
  // Zeros of either sign are equal here, as they are to `<`.
  const plain = (x: number) => x + 0;
  expect(sorted.map(plain)).toEqual(values.map(plain).sort());
  expect(Float64Array.from(order, (i) => values[i]).map(plain)).toEqual(sorted.map(plain));
  expect(order.slice().sort()).toEqual(Int32Array.from(order.keys()));
}

describe("createSorter(size)", () => {
  it.each(Object.entries(samples))("sorts numbers %s, with their positions", (_, draw) => {
    for (const size of [1, 2, 31, 32, 1000, 4097]) {
      expectSorted(Float64Array.from({length: size}, (_, i) => draw(i)));
    }
  });

  it("sorts whatever is not NaN", () => {
    fc.assert(
      fc.property(fc.float64Array({noNaN: true, maxLength: 80}), (values) => {
        expectSorted(values);
      })
    );
  });

  it("sorts one sample after another with the same buffers", () => {
    const sort = createSorter(3);
    const [sorted, order] = [new Float64Array(3), new Int32Array(3)];
    sort(Float64Array.of(3, 1, 2), sorted, order);
    sort(Float64Array.of(5, 6, 4), sorted, order);
    expect([Array.from(sorted), Array.from(order)]).toEqual([
      [4, 5, 6],
      [2, 0, 1]
    ]);
  });
});

it("lowerBound is the first position not below a number", () => {
  const sorted = Float64Array.of(1, 2, 2, 5);
  expect([0, 1, 2, 3, 5, 6].map((x) => lowerBound(sorted, x))).toEqual([0, 0, 1, 3, 3, 4]);
});

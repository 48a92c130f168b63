import {describe, expect, it} from "vitest";
import {createSpan, isTurning, type Span} from "../../../src/engine/sampler/span.js";

/** A span of the momenta given, from the one nearer to where the trajectory began. */
function span(momenta: readonly (readonly number[])[]): Span {
  const made = createSpan(momenta[0].length);
  for (const p of momenta) p.forEach((x, i) => (made.momentum[i] += x));
  made.first.set(momenta[0]);
  made.last.set(momenta[momenta.length - 1]);
  return made;
}

const unit = Float64Array.of(1, 1);
const angle = (degrees: number) => [
  Math.cos((degrees * Math.PI) / 180),
  Math.sin((degrees * Math.PI) / 180)
];

describe("isTurning", () => {
  it.each([
    ["straight on", [0, 0, 0, 0], false],
    ["a gentle bend", [0, 20, 40, 60], false],
    ["nearly half a turn", [0, 55, 110, 165], false],
    ["an end against the whole", [0, 70, 140, 210], true],
    ["back the way it came", [0, 0, 180, 180], true],
    ["a full turn", [0, 90, 180, 270], true]
  ] as const)("of four momenta %s, at %j degrees, is %s", (_, degrees, turning) => {
    const momenta = degrees.map(angle);
    expect(isTurning(span(momenta.slice(0, 2)), span(momenta.slice(2)), unit)).toBe(turning);
  });

  it.each([
    ["short of a right angle", [0, 29, 58, 87], false],
    ["beyond a right angle", [0, 31, 62, 93], true]
  ] as const)(
    "ends at a quarter of a turn when told to: %s, at %j degrees",
    (_, degrees, turning) => {
      const momenta = degrees.map(angle);
      const [near, far] = [span(momenta.slice(0, 2)), span(momenta.slice(2))];
      expect(isTurning(near, far, unit, true)).toBe(turning);
      expect(isTurning(near, far, unit)).toBe(false);
    }
  );

  it("is the same seen from the other end", () => {
    for (let bend = 5; bend < 180; bend += 5) {
      const momenta = [0, 1, 2, 3].map((k) => angle(k * bend));
      const forwards = isTurning(span(momenta.slice(0, 2)), span(momenta.slice(2)), unit);
      // Backwards in time every momentum has the other sign and the ends change places.
      const back = momenta.toReversed().map((p) => p.map((x) => -x));
      expect(isTurning(span(back.slice(0, 2)), span(back.slice(2)), unit)).toBe(forwards);
    }
  });

  // In each case the whole trajectory goes on and one check alone sees the turn.
  it.each([
    [
      "near half and next point, at the start",
      [
        [1, 0],
        [1, 3]
      ],
      [
        [-3, 3],
        [4, 3]
      ]
    ],
    [
      "near half and next point, at that point",
      [[4, 0]],
      [
        [-1, 0.5],
        [5, 0]
      ]
    ],
    [
      "far half and last point, at that point",
      [
        [5, 0],
        [-1, 0.5]
      ],
      [[4, 0]]
    ],
    [
      "far half and last point, at the end",
      [
        [4, 3],
        [-3, 3]
      ],
      [
        [1, 3],
        [1, 0]
      ]
    ]
  ])("sees a turn within %s", (_, near, far) => {
    const sum = [...near, ...far].reduce(([a, b], [c, d]) => [a + c, b + d]);
    for (const [a, b] of [near[0], far[far.length - 1]])
      expect(a * sum[0] + b * sum[1]).toBeGreaterThan(0);
    expect(isTurning(span(near), span(far), unit)).toBe(true);
  });

  it("measures momenta by the metric", () => {
    const [near, far] = [span([[1, 0.5]]), span([[1, -1.5]])];
    expect(isTurning(near, far, Float64Array.of(1, 0.1))).toBe(false);
    expect(isTurning(near, far, Float64Array.of(0.1, 1))).toBe(true);
  });

  it("holds standing still, and what is not a number, for turning", () => {
    expect(isTurning(span([[0, 0]]), span([[0, 0]]), unit)).toBe(true);
    expect(isTurning(span([[NaN, 0]]), span([[1, 0]]), unit)).toBe(true);
  });
});

describe("createSpan", () => {
  it("holds no weight before it is filled", () => {
    const {logWeight, energy, sample} = createSpan(3);
    expect([logWeight, energy, sample.q.length]).toEqual([-Infinity, Infinity, 3]);
  });
});

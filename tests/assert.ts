// Assertions on numbers.
import {readFileSync} from "node:fs";
import {expect} from "vitest";

/** How far apart two numbers may be; the larger of the two allowances holds. */
export interface Tolerance {
  /** A share of the expected number. */
  relative?: number;
  /** In the unit of the numbers. */
  absolute?: number;
}

type Numbers = number | ArrayLike<number>;

/** Asserts that numbers agree, one by one; NaN and infinities must be met exactly. */
export function expectClose(
  actual: Numbers,
  expected: Numbers,
  {relative = 0, absolute = 0}: Tolerance,
  what = "value"
): void {
  const a = typeof actual === "number" ? [actual] : Array.from(actual);
  const b = typeof expected === "number" ? [expected] : Array.from(expected);
  expect(a.length, `length of ${what}`).toBe(b.length);
  const apart = a.flatMap((x, i) => {
    const allowed = Math.max(absolute, relative * Math.abs(b[i]));
    const agrees = Object.is(x, b[i]) || Math.abs(x - b[i]) <= allowed;
    return agrees ? [] : [`${what}[${i}]: ${x} is not ${b[i]} ± ${allowed}`];
  });
  expect(apart).toEqual([]);
}

/** The parsed JSON of tests/fixtures/`name`/data.json. */
export function readFixture(name: string): unknown {
  return JSON.parse(
    readFileSync(new URL(`fixtures/${name}/data.json`, import.meta.url), "utf8")
  ) as unknown;
}

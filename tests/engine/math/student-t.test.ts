import {describe, expect, it} from "vitest";
import {
  studentTCdf,
  studentTQuantile,
  studentTTwoSided
} from "../../../src/engine/math/student-t.js";
import {normalCdf, normalQuantile} from "../../../src/engine/math/special.js";
import {expectClose} from "../../assert.js";
import {specialTable} from "./table.js";

describe("studentTCdf(t, df)", () => {
  it("and studentTTwoSided agree with R's pt, far tails included", () => {
    for (const [t, df, value, twoSided] of specialTable("t_cdf")) {
      // R's own pt is good to about 1e-12 here.
      expectClose(studentTCdf(t, df), value, {relative: 2e-11, absolute: 1e-300}, `${t} ${df}`);
      expectClose(studentTTwoSided(t, df), twoSided, {relative: 2e-11, absolute: 1e-300});
    }
  });

  it("is the arctangent law with one degree of freedom", () => {
    expectClose(studentTCdf(2.5, 1), 0.5 + Math.atan(2.5) / Math.PI, {relative: 1e-14});
  });

  it("is normal with infinitely many degrees of freedom", () => {
    expect(studentTCdf(-2.5, Infinity)).toBe(normalCdf(-2.5));
    expect(studentTQuantile(0.9, Infinity)).toBe(normalQuantile(0.9));
  });

  it("has no step where its two methods meet", () => {
    // One unit in the last place of df changes the law by far less than either method's error.
    for (const t of [0.01, 1, 3, 8, 20, 37]) {
      const [below, above] = [1e5 - 1e-9, 1e5].map((df) => studentTTwoSided(t, df));
      expectClose(below, above, {relative: 2e-10});
    }
  });

  it("is 0 and 1 at the infinities, and undefined without degrees of freedom", () => {
    expect([studentTCdf(-Infinity, 3), studentTCdf(Infinity, 3)]).toEqual([0, 1]);
    expect([studentTCdf(1, 0), studentTCdf(1, -2), studentTCdf(NaN, 3)]).toEqual([NaN, NaN, NaN]);
  });
});

describe("studentTQuantile(p, df)", () => {
  it("agrees with R's qt", () => {
    for (const [p, df, value] of specialTable("t_quantile")) {
      // R's qt stops at 1e-12 relative in p; at 0.5 it returns 1e-16 where we return 0.
      expectClose(studentTQuantile(p, df), value, {relative: 1e-9, absolute: 1e-15}, `${p} ${df}`);
    }
  });

  it("is undone by studentTCdf", () => {
    for (const df of [0.7, 1, 4, 55.5, 3000, 1e6]) {
      for (const p of [1e-200, 1e-12, 0.01, 0.4, 0.75]) {
        expectClose(studentTCdf(studentTQuantile(p, df), df), p, {relative: 1e-11});
      }
    }
  });

  it("is infinite at 0 and 1 and undefined outside", () => {
    expect([0, 1, -0.1, NaN].map((p) => studentTQuantile(p, 5))).toEqual([
      -Infinity,
      Infinity,
      NaN,
      NaN
    ]);
    expect(studentTQuantile(0.4, 0)).toBeNaN();
  });
});

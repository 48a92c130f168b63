import {describe, expect, it} from "vitest";
import {decodeNumbers, longMissing, type Place} from "../../src/data/dta-numbers.js";

const STEP = {float: 0x800, double: 0x100} as const;

function place(bytes: ArrayBuffer, stride: number, little: boolean): Place {
  return {view: new DataView(bytes), start: 0, stride, rows: bytes.byteLength / stride, little};
}

describe("decodeNumbers(kind, place)", () => {
  it.each([
    {kind: "byte", width: 1, first: 101},
    {kind: "int", width: 2, first: 32741},
    {kind: "long", width: 4, first: 2147483621}
  ] as const)("takes the last 27 values of $kind for missing", ({kind, width, first}) => {
    const bytes = new ArrayBuffer(28 * width);
    const view = new DataView(bytes);
    for (let i = 0; i < 28; i++) {
      if (width === 1) view.setInt8(i, first - 1 + i);
      else if (width === 2) view.setInt16(2 * i, first - 1 + i);
      else view.setInt32(4 * i, first - 1 + i);
    }
    const {values, missing} = decodeNumbers(kind, place(bytes, width, false));
    expect(values[0]).toBe(first - 1);
    expect([...(missing ?? [])]).toEqual(Array.from({length: 28}, (_, i) => i));
    expect([...values.subarray(1)].every(Number.isNaN)).toBe(true);
  });

  it.each([true, false])(
    "takes all floats from 2^127 on for missing (little endian: %s)",
    (little) => {
      const bytes = new ArrayBuffer(30 * 4);
      const view = new DataView(bytes);
      view.setUint32(0, 0x7effffff, little);
      for (let i = 0; i < 27; i++) view.setUint32(4 * (i + 1), 0x7f000000 + STEP.float * i, little);
      view.setUint32(4 * 28, 0x7f000001, little);
      view.setUint32(4 * 29, 0xff800000, little);
      const {values, missing} = decodeNumbers("float", place(bytes, 4, little));
      // The largest number of Stata's float type, `help data types`.
      expect(values[0]).toBeCloseTo(1.70141173319e38, -28);
      expect([...(missing ?? [])]).toEqual([...Array.from({length: 28}, (_, i) => i), 1, 1]);
    }
  );

  it.each([true, false])(
    "takes all doubles from 2^1023 on for missing (little endian: %s)",
    (little) => {
      const bytes = new ArrayBuffer(30 * 8);
      const view = new DataView(bytes);
      const high = (i: number) => 8 * i + (little ? 4 : 0);
      view.setFloat64(0, 8.9884656743e307, little);
      for (let i = 0; i < 27; i++)
        view.setUint32(high(i + 1), 0x7fe00000 + STEP.double * i, little);
      view.setFloat64(8 * 28, NaN, little);
      view.setFloat64(8 * 29, -Infinity, little);
      const {values, missing} = decodeNumbers("double", place(bytes, 8, little));
      expect(values[0]).toBe(8.9884656743e307);
      expect([...(missing ?? [])]).toEqual([...Array.from({length: 28}, (_, i) => i), 1, 1]);
    }
  );

  it("gives null for the codes when nothing is missing", () => {
    expect(decodeNumbers("byte", place(new ArrayBuffer(3), 1, true)).missing).toBeNull();
  });
});

describe("longMissing(value)", () => {
  it("is 0 for numbers, 1 for the dot, 2 to 27 for the letters", () => {
    expect([0, -5, 2147483620, 2147483621, 2147483622, 2147483647].map(longMissing)).toEqual([
      0, 0, 0, 1, 2, 27
    ]);
  });
});

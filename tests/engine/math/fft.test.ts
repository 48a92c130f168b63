import {describe, expect, it} from "vitest";
import {fft, nextPowerOfTwo} from "../../../src/engine/math/fft.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";

/** The defining sum, term by term. */
function slowTransform(re: Float64Array, im: Float64Array) {
  const n = re.length;
  const a = new Float64Array(n);
  const b = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    for (let t = 0; t < n; t++) {
      // Reducing k t first keeps the angle, and so the reference, exact.
      const angle = (-2 * Math.PI * ((k * t) % n)) / n;
      a[k] += re[t] * Math.cos(angle) - im[t] * Math.sin(angle);
      b[k] += re[t] * Math.sin(angle) + im[t] * Math.cos(angle);
    }
  }
  return [a, b];
}

const noise = (n: number, stream: number) => {
  const generator = createGenerator("fft", stream);
  return Float64Array.from({length: n}, () => generator.normal());
};

describe("fft(re, im)", () => {
  it.each([1, 2, 4, 8, 64, 256])("of %d numbers is the defining sum", (n) => {
    const [re, im] = [noise(n, 0), noise(n, 1)];
    const [a, b] = slowTransform(re, im);
    fft(re, im);
    // n terms of size 1, each rounded once or twice.
    expectClose(re, a, {absolute: n * 1e-15});
    expectClose(im, b, {absolute: n * 1e-15});
  });

  it("finds a tone in a long sequence at its own frequency only", () => {
    const n = 2 ** 15;
    const tone = 1234;
    const re = Float64Array.from({length: n}, (_, t) =>
      Math.cos((2 * Math.PI * ((tone * t) % n)) / n)
    );
    const im = new Float64Array(n);
    fft(re, im);
    const expected = Float64Array.from(re, (_, k) => (k === tone || k === n - tone ? n / 2 : 0));
    // Roundings of log2 n stages on numbers that grow to n / 2, where a unit in the last place is 2e-12.
    expectClose(re, expected, {absolute: 1e-11});
    expectClose(im, new Float64Array(n), {absolute: 1e-11});
  });

  it("twice, with the parts exchanged in between, gives the sequence times its length", () => {
    const re = noise(512, 2);
    const im = noise(512, 3);
    const before = re.slice();
    fft(re, im);
    fft(im, re);
    expectClose(
      re.map((x) => x / 512),
      before,
      {absolute: 1e-14}
    );
  });

  it("fills with NaN when the length is not a power of two", () => {
    const re = new Float64Array(6);
    fft(re, new Float64Array(6));
    expect(re.every(Number.isNaN)).toBe(true);
  });
});

describe("nextPowerOfTwo(n)", () => {
  it("is the smallest that is not below n", () => {
    expect([0, 1, 2, 3, 1000, 1024].map(nextPowerOfTwo)).toEqual([1, 1, 2, 4, 1024, 1024]);
  });
});

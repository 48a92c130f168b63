import {describe, it} from "vitest";
import {createDensity, type Distribution} from "../../../src/engine/density/density.js";
import {drawLogSigma} from "../../../src/engine/exact/residual-scale.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectMean, expectShares} from "./monte-carlo.js";

const N = 8;
const SQUARES = 5;

function chain(prior: Distribution): Float64Array {
  const generator = createGenerator("residual scale");
  const density = createDensity(prior);
  let logSigma = 0;
  return Float64Array.from({length: 20_000}, () => {
    logSigma = drawLogSigma(logSigma, {n: N, squares: SQUARES, prior: density}, generator);
    return Math.exp(logSigma);
  });
}

/** The distribution function of sigma by the midpoint rule on 0 … 20. */
function quadrature(prior: (sigma: number) => number): (x: number) => number {
  const step = 1e-3;
  const density = (s: number) => prior(s) * s ** -N * Math.exp(-SQUARES / (2 * s * s));
  const until = (end: number) => {
    let sum = 0;
    for (let s = step / 2; s < end; s += step) sum += density(s);
    return sum;
  };
  const total = until(20);
  return (x) => until(x) / total;
}

describe("drawLogSigma", () => {
  it("draws a scaled inverse chi-square under a flat prior", () => {
    // SSR / sigma² is chi-square with n − 1 degrees of freedom: mean 7 and variance 14.
    const draws = chain({family: "flat", arguments: []}).map((sigma) => SQUARES / sigma ** 2);
    expectMean(draws, N - 1, "chi-square");
    expectMean(
      draws.map((value) => (value - N + 1) ** 2),
      2 * (N - 1),
      "its variance"
    );
  });

  it("weighs the prior in, also one that holds sigma up", () => {
    const points = [0.5, 0.7, 1, 1.6];
    expectShares(
      chain({family: "exponential", arguments: [2]}),
      points,
      quadrature((s) => Math.exp(-2 * s))
    );
    expectShares(
      chain({family: "normal", arguments: [2, 0.5]}),
      points,
      quadrature((s) => Math.exp(-2 * (s - 2) ** 2))
    );
  });
});

// Chains cut into halves, so that a drift inside a chain shows as a difference between chains.

/**
 * The first and the second half of every chain as chains of their own, halves of one chain next to
 * each other: [2 × chains × floor(iterations / 2)]. The middle draw of an odd chain is left out; a
 * single iteration cannot be cut. Returns `values` itself where nothing is left out. [vehtari2021]
 *
 * `values` [chains × iterations], chain after chain.
 */
export function splitChains(
  values: Float64Array,
  chains: number,
  iterations: number
): {values: Float64Array; chains: number; iterations: number} {
  if (iterations < 2) return {values, chains, iterations};
  const half = Math.floor(iterations / 2);
  const split = {chains: 2 * chains, iterations: half};
  if (iterations % 2 === 0) return {values, ...split};
  const halves = new Float64Array(2 * chains * half);
  for (let chain = 0; chain < chains; ++chain) {
    const start = chain * iterations;
    const end = start + iterations;
    halves.set(values.subarray(start, start + half), 2 * chain * half);
    halves.set(values.subarray(end - half, end), (2 * chain + 1) * half);
  }
  return {values: halves, ...split};
}

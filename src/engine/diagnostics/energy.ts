// Whether the sampler's momentum draws can carry a chain across the energies of the posterior.
import {mean} from "../math/moments.js";

/**
 * The energy Bayesian fraction of missing information of every chain [chains]: the sum of squared
 * changes of the energy between iterations over its sum of squares about the mean. Below 0.3 a
 * chain moves too slowly through the energies. NaN for a chain with fewer than two iterations or
 * constant energy. [betancourt2016]
 *
 * `energies` [chains × iterations], chain after chain, in the unit of a log density.
 */
export function energyBfmi(
  energies: Float64Array,
  chains: number,
  iterations: number
): Float64Array {
  const result = new Float64Array(chains);
  for (let c = 0; c < chains; ++c) {
    result[c] = fractionOf(energies.subarray(c * iterations, (c + 1) * iterations));
  }
  return result;
}

function fractionOf(energy: Float64Array): number {
  const centre = mean(energy);
  let changes = 0;
  let spread = 0;
  for (let i = 0; i < energy.length; ++i) {
    if (i > 0) changes += (energy[i] - energy[i - 1]) ** 2;
    spread += (energy[i] - centre) ** 2;
  }
  return spread > 0 ? changes / spread : NaN;
}

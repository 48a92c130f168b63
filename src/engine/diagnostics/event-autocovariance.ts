// The autocovariance of whether draws lie in a tail, by counting the few that do.
import {createAutocovariance, type Autocovariance} from "./autocovariance.js";

/** The autocovariance of an event's indicator, one event after another. */
export interface EventAutocovariance extends Pick<Autocovariance, "means" | "through"> {
  /**
   * Takes the event that befell the draws at `positions`, which count through all chains, one after
   * another.
   */
  load(positions: Int32Array): void;
}

/** What the Fourier transform costs per draw, in pairs of events looked at. */
const TRANSFORM_COST = 20;

/**
 * As createAutocovariance, for 0/1 series with few ones: a lag costs as many steps as there are
 * ones. An event and its complement have the same autocovariance.
 */
export function createEventAutocovariance(chains: number, iterations: number): EventAutocovariance {
  const size = chains * iterations;
  const marks = new Uint8Array(size);
  // One more, for the position that is written but not counted.
  const events = new Int32Array(size + 1);
  const starts = new Int32Array(chains + 1);
  const tails = new Int32Array(chains);
  const means = new Float64Array(chains);
  const result = new Float64Array(iterations);
  const whole = createAutocovariance(chains, iterations);
  let known = 0;
  let patience = 0;
  const countLag = (lag: number): number => {
    let sum = 0;
    for (let c = 0; c < chains; ++c) {
      const end = starts[c + 1];
      const last = (c + 1) * iterations - lag;
      let k = starts[c];
      let pairs = 0;
      for (; k < end && events[k] < last; ++k) pairs += marks[events[k] + lag];
      while (tails[c] < end && events[tails[c]] < c * iterations + lag) ++tails[c];
      const share = means[c];
      sum += pairs - share * (k - starts[c] + end - tails[c]) + (iterations - lag) * share * share;
    }
    return sum / size;
  };
  return {
    means,
    load(positions) {
      marks.fill(0);
      for (let k = 0; k < positions.length; ++k) marks[positions[k]] = 1;
      let count = 0;
      for (let c = 0; c < chains; ++c) {
        starts[c] = tails[c] = count;
        for (let i = c * iterations, end = i + iterations; i < end; ++i) {
          events[count] = i;
          count += marks[i];
        }
        means[c] = (count - starts[c]) / iterations;
      }
      starts[chains] = count;
      known = 0;
      patience = (TRANSFORM_COST * size) / count;
    },
    through(lag) {
      if (lag < patience) {
        for (; known <= lag; ++known) result[known] = countLag(known);
        return result;
      }
      if (patience >= 0) whole.load(Float64Array.from(marks));
      patience = -1;
      return whole.through(lag);
    }
  };
}

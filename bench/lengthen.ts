// Lengthens runs that are over before a clock, or a compiler of JavaScript, has settled.
import type {Measurement} from "./measurement.js";
import type {Lengths} from "./models.js";

// Draws of all variables, so that neither memory nor summaries outgrow the machine.
const MOST_NUMBERS = 5e7;
// A cold process is slower, so that the first guess falls short.
const SPARE = 1.3;

/**
 * The measurement of a run that sampled for at least `seconds`: `run` is repeated with more draws a
 * chain until it does, or until its draws would be 5 × 10⁷ numbers. The shorter runs are forgotten.
 */
export function longEnough(
  run: (lengths: Lengths) => Measurement,
  lengths: Lengths,
  seconds: number
): Measurement {
  const measured = run(lengths);
  if (measured.sampling_seconds >= seconds) return measured;
  const {chains, draws} = lengths;
  const numbers = chains * (measured.n_parameters + measured.n_effects);
  const most = Math.floor(MOST_NUMBERS / numbers);
  const wanted = Math.ceil((draws * SPARE * seconds) / measured.sampling_seconds);
  const more = Math.min(most, Math.max(wanted, draws + 1));
  return more <= draws ? measured : longEnough(run, {...lengths, draws: more}, seconds);
}

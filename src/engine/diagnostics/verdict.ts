// Whether a run can be trusted: one number per risk, and the verdict in words.
import type {Counters} from "./counters.js";

/** What can go wrong in a run, each as one number; NaN when it could not be computed. */
export interface Diagnostics {
  readonly divergences: number;
  readonly max_treedepth_hits: number;
  readonly min_ess_bulk: number;
  readonly min_ess_tail: number;
  readonly max_rhat: number;
  readonly min_ebfmi: number;
  /** What is wrong, in words; empty when the draws can be trusted. */
  readonly reasons: readonly string[];
}

/** The limits that a published fit must keep [vehtari2021]. */
export const limits = {rhat: 1.01, ess: 400, divergences: 0, ebfmi: 0.3} as const;

/** The rows to judge: every parameter and effect that varies. */
export interface Judged {
  readonly variable: string;
  readonly rhat: number;
  readonly ess_bulk: number;
  readonly ess_tail: number;
}

/**
 * Judges a run from its rows and counters. `ebfmi` has one number per chain. A row whose R-hat is
 * NaN counts as a failure: nothing can be said for it.
 */
export function judge(rows: readonly Judged[], counts: Counters): Diagnostics {
  const worst = {
    max_rhat: extreme(rows, (row) => row.rhat, Math.max),
    min_ess_bulk: extreme(rows, (row) => row.ess_bulk, Math.min),
    min_ess_tail: extreme(rows, (row) => row.ess_tail, Math.min),
    min_ebfmi: Math.min(...counts.ebfmi)
  };
  const {divergences, max_treedepth_hits} = counts;
  const reasons = [
    divergences > limits.divergences &&
      `${String(divergences)} divergent ${divergences === 1 ? "transition" : "transitions"}`,
    !(worst.max_rhat <= limits.rhat) &&
      `R-hat ${worst.max_rhat.toFixed(3)} for ${holder(rows, (row) => row.rhat, worst.max_rhat)}`,
    !(worst.min_ess_bulk >= limits.ess) &&
      `bulk ESS ${worst.min_ess_bulk.toFixed(0)} for ${holder(rows, (row) => row.ess_bulk, worst.min_ess_bulk)}`,
    !(worst.min_ess_tail >= limits.ess) &&
      `tail ESS ${worst.min_ess_tail.toFixed(0)} for ${holder(rows, (row) => row.ess_tail, worst.min_ess_tail)}`,
    worst.min_ebfmi < limits.ebfmi && `E-BFMI ${worst.min_ebfmi.toFixed(2)}`
  ].filter((reason) => reason !== false);
  return {divergences, max_treedepth_hits, ...worst, reasons};
}

function extreme(
  rows: readonly Judged[],
  of: (row: Judged) => number,
  pick: (a: number, b: number) => number
): number {
  return rows.map(of).reduce((a, b) => pick(a, b));
}

function holder(rows: readonly Judged[], of: (row: Judged) => number, value: number): string {
  return rows.find((row) => Object.is(of(row), value))?.variable ?? "some parameter";
}

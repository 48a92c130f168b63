// A fit as text for a terminal.
import type {Fit, Summary} from "../engine/index.js";

/** What effects on a 0/1 outcome are counted in. */
const units = {link: "log-odds", response: "probability"} as const;

/** Parameters, effects and advice as aligned columns, the levels' coefficients left out. */
export function fitText(fit: Fit): string {
  const {model, options, diagnostics, effects, advice} = fit;
  const {formula, equations = []} = model.spec;
  const own = fit.parameters.filter(({variable}) => !variable.startsWith("r_"));
  const blocks = [
    [formula, ...equations].join("\n"),
    `${rowsText(model.design.rows)}, ${samplerText(options)}\n${fit.method}: ${fit.reason}`,
    table(own.map((row) => [row.variable, ...cells(row)]))
  ];
  if (effects.treatment) {
    const unit = model.family === "bernoulli" ? `, in ${units[effects.scale]}` : "";
    const {name, low, high, arms} = effects.treatment;
    // Of texts the first in the alphabet is subtracted, whichever a reader takes for the control.
    const what = arms ? `${name}, ${String(high)} minus ${String(low)},` : name;
    const title = `Effect of ${what} by ${effects.by.join(", ") || "all rows"}${unit}`;
    const rows = effects.groups.map((group) => [
      `${group.key} (n ${String(group.n)})`,
      ...cells(group)
    ]);
    blocks.push(`${title}\n${table(rows)}`);
  }
  blocks.push(
    diagnostics.reasons.length
      ? "Not converged: the numbers above may change with another seed."
      : `Converged: R-hat at most ${diagnostics.max_rhat.toFixed(3)}, ESS at least ${diagnostics.min_ess_bulk.toFixed(0)} (bulk) and ${diagnostics.min_ess_tail.toFixed(0)} (tail), no divergence.`,
    ...advice.map(
      ({code, severity, message, remedy}) => `${code} ${severity}: ${message} ${remedy}`
    )
  );
  return `${blocks.join("\n\n")}\n`;
}

/** Rows, and the cells that they were summed within, if they were. */
function rowsText({n, total, dropped}: Fit["model"]["design"]["rows"]): string {
  const cells = n === total ? "" : ` in ${String(n)} cells`;
  return `${String(total)} rows${cells}${dropped ? ` (${String(dropped)} left out for missing values)` : ""}`;
}

function samplerText({chains, draws, warmup, seed}: Fit["options"]): string {
  const many = `${String(chains)} chain${chains === 1 ? "" : "s"}`;
  return `${many} of ${String(draws)} draws after ${String(warmup)} of warm-up, seed ${seed}`;
}

const header = ["", "mean", "sd", "2.5 %", "50 %", "97.5 %", "R-hat", "ESS"];

function cells(row: Summary): string[] {
  return [
    ...[row.mean, row.sd, row["q2.5"], row.q50, row["q97.5"]].map((x) => x.toFixed(3)),
    row.rhat.toFixed(3),
    row.ess_bulk.toFixed(0)
  ];
}

function table(rows: readonly (readonly string[])[]): string {
  const all = [header, ...rows];
  const widths = header.map((_, j) => Math.max(...all.map((row) => row[j].length)));
  return all
    .map((row) =>
      row
        .map((cell, j) => (j === 0 ? cell.padEnd(widths[j]) : cell.padStart(widths[j])))
        .join("  ")
        .trimEnd()
    )
    .join("\n");
}

// Which prior every parameter of a model gets: the user's most specific one, else brms's default.
import type {Distribution, Family} from "../density/density.js";
import type {Design, TermDesign} from "../design/design.js";
import {error} from "../error.js";
import {suggestion} from "../nearest.js";
import type {DefaultPriors} from "./default-priors.js";
import {distributionText, parsePrior, type Prior} from "./prior-text.js";

/** One row of a prior table. */
export interface PriorRow {
  readonly class: string;
  readonly coef: string;
  readonly group: string;
  readonly prior: string;
  readonly source: "user" | "default";
}

/** The priors of a model, one distribution per parameter; plain data. */
export interface ModelPriors {
  /** Per population coefficient. */
  readonly population: readonly Distribution[];
  /** Per group term, one for the sd of each varying coefficient. */
  readonly sds: readonly (readonly Distribution[])[];
  /** Per group term, eta of the LKJ prior on its correlations. */
  readonly etas: readonly number[];
  /** Null in families without a residual scale, and where standard errors are known. */
  readonly sigma: Distribution | null;
  readonly table: readonly PriorRow[];
}

/**
 * Gives every parameter its prior. `statements` are texts such as "b[alliance]: normal(0, 1)";
 * the brackets name a coefficient for class b, a group (or coefficient|group) for sd and cor.
 * Raises an InputError on a statement that fits no parameter, an LKJ prior elsewhere than on cor, or
 * a distribution of positive numbers on a parameter that may be negative.
 */
export function assignPriors(
  design: Design,
  statements: readonly string[],
  defaults: DefaultPriors
): ModelPriors {
  const assigner = new Assigner(statements.map(parsePrior));
  const population = design.coefficients.map(({equation, name}, j) =>
    j === design.centred
      ? assigner.take("Intercept", "", "", defaults.intercept)
      : assigner.take(classOf("b", equation), name, "", defaults.coefficient)
  );
  const sds = design.terms.map((term) =>
    term.coefficients.map((name) =>
      assigner.take(classOf("sd", term.equation), name, term.group, defaults.scale)
    )
  );
  const etas = design.terms.map((term) =>
    hasCorrelations(term)
      ? assigner.take(classOf("cor", term.equation), "", term.group, defaults.correlation)
          .arguments[0]
      : 1
  );
  const sigma = defaults.sigma && assigner.take("sigma", "", "", defaults.sigma);
  assigner.refuseUnused();
  return {population, sds, etas, sigma, table: assigner.table};
}

/** True when a group term has correlations to estimate. */
export function hasCorrelations(term: Pick<TermDesign, "correlated" | "coefficients">): boolean {
  return term.correlated && term.coefficients.length > 1;
}

function classOf(kind: string, equation: string): string {
  return equation === "" ? kind : `${kind}_${equation}`;
}

class Assigner {
  readonly table: PriorRow[] = [];
  private readonly used = new Set<Prior>();
  private readonly known: {class: string; coef: string; group: string}[] = [];

  constructor(private readonly priors: readonly Prior[]) {}

  take(kind: string, coef: string, group: string, fallback: Distribution): Distribution {
    this.known.push({class: kind, coef, group});
    const fitting = this.priors.filter((prior) => prior.class === kind);
    let best: Prior | null = null;
    let score = -1;
    for (const prior of fitting) {
      const s = specificity(prior, coef, group);
      if (s < 0) continue;
      this.used.add(prior);
      // Of equally specific statements the last one counts, as on a command line.
      if (s >= score) [best, score] = [prior, s];
    }
    const distribution = best?.distribution ?? fallback;
    checkKind(kind, distribution);
    this.table.push({
      class: kind,
      coef,
      group,
      prior: distributionText(distribution),
      source: best ? "user" : "default"
    });
    return distribution;
  }

  refuseUnused(): void {
    const prior = this.priors.find((p) => !this.used.has(p));
    if (!prior) return;
    const classes = [...new Set(this.known.map((k) => k.class))];
    if (!classes.includes(prior.class))
      error(
        `unknown class in prior "${prior.text}": ${prior.class}; ${suggestion(prior.class, classes)}`
      );
    const here = this.known.filter((k) => k.class === prior.class);
    const names = [...new Set(here.flatMap((k) => [k.coef, k.group]))].filter(Boolean);
    const wanted = prior.brackets.join("|");
    error(`unknown parameter in prior "${prior.text}": ${wanted}; ${suggestion(wanted, names)}`);
  }
}

/** How closely a statement names a parameter: -1 not at all, 0 by class alone, more when closer. */
function specificity({brackets}: Prior, coef: string, group: string): number {
  if (brackets.length === 0) return 0;
  if (group === "") return brackets.length === 1 && brackets[0] === coef ? 2 : -1;
  if (brackets.length === 1) return brackets[0] === group ? 1 : -1;
  if (brackets.length > 2) return -1;
  const [c, g] = brackets;
  if (g !== group) return -1;
  if (c === "") return 1;
  return c === coef ? 2 : -1;
}

// On a parameter of either sign their densities would grow without bound below zero.
const positiveFamilies: ReadonlySet<Family> = new Set<Family>([
  "exponential",
  "gamma",
  "inv_gamma",
  "inv_gamma_variance",
  "lognormal"
]);

function checkKind(kind: string, {family}: Distribution): void {
  const correlation = kind === "cor" || kind.startsWith("cor_");
  if (correlation !== (family === "lkj"))
    error(
      `invalid prior for ${kind}: ${family}; ${correlation ? "correlations take lkj(eta)" : "lkj is for cor only"}`
    );
  const scale = kind === "sigma" || kind === "sd" || kind.startsWith("sd_");
  if (!scale && positiveFamilies.has(family))
    error(`invalid prior for ${kind}: ${family}; it is for sd and sigma, which are positive`);
}

// A fitted model as R code for brms, made to run as it is.
import {version} from "../key.js";
import type {FittedModel, StudyDefinition} from "../study.js";
import {preparedFolder} from "./fit-command.js";

/** What the code of a model says of its study. */
export type CodeStudy = Pick<StudyDefinition, "id" | "source" | "preparedFile">;

type PriorRow = FittedModel["fit"]["model"]["priors"]["table"][number];

/** Stan's smallest steps in use; it explores what Poolhouse integrates out. */
const carefulAcceptance = 0.99;

/**
 * R code that fits the same model with brms [buerkner2017]: the prepared rows, the formula, every
 * prior in force (defaults too, since another version of brms may have others), family, chains. What
 * brms cannot say is a comment in the first lines. Draws differ, the posterior does not.
 */
export function brmsCode({model, fit}: FittedModel, study: CodeStudy): string {
  const {source, id, preparedFile} = study;
  const {table} = fit.model.priors;
  const from = source.doi === undefined ? source.urls.at(0) : `https://doi.org/${source.doi}`;
  return [
    comment(`${model.title}: the same model in brms, written by Poolhouse ${version}`),
    comment(`Rows: ${source.file}${from === undefined ? "" : ` (${from})`}, recoded by`),
    comment(`  ./bin/poolhouse data ${id} --prepared ${preparedFolder}`),
    ...clashes(table).map(comment),
    "library(brms)",
    "",
    `rows <- read.csv(${quoted(`${preparedFolder}/${preparedFile}`)}, na.strings = "")`,
    "",
    `formula <- ${formulaText(model.spec)}`,
    "",
    "priors <- c(",
    priorCalls(table)
      .map((call) => `  ${call}`)
      .join(",\n"),
    ")",
    "",
    ...ownDensities(table),
    "model <- brm(",
    [
      `formula, data = rows, family = ${fit.model.family}(), prior = priors`,
      ...(ownDensities(table).length > 0 ? ["stanvars = densities"] : []),
      ...samplerArguments(fit)
    ]
      .map((line) => `  ${line}`)
      .join(",\n"),
    ")",
    ""
  ].join("\n");
}

function formulaText({formula, equations = []}: FittedModel["model"]["spec"]): string {
  if (equations.length === 0) return `bf(${formula})`;
  const lines = [formula, ...equations, "nl = TRUE"].map((line) => `  ${line}`);
  return `bf(\n${lines.join(",\n")}\n)`;
}

/** "sd_lambda" is class sd of the equation lambda; "sigma" and "Intercept" belong to no equation. */
function classOf(name: string): {kind: string; equation: string} {
  const [, kind, equation] = /^(b|sd|cor)_(.+)$/u.exec(name) ?? ["", name, ""];
  return {kind, equation};
}

function priorCalls(table: readonly PriorRow[]): string[] {
  const calls = table.map((row) => {
    const {kind, equation} = classOf(row.class);
    return setPrior(row.prior, {
      class: kind,
      // A prior on correlations belongs to a group, whatever the equation.
      nlpar: kind === "cor" ? "" : equation,
      coef: row.coef,
      group: row.group
    });
  });
  return [...new Set([...emptied(table), ...calls])];
}

/** A flat sd would inherit brms's default of its class, unless the class is flat too. */
function emptied(table: readonly PriorRow[]): string[] {
  return table
    .map((row) => ({...classOf(row.class), prior: row.prior}))
    .filter(({kind, prior}) => kind === "sd" && prior === flat)
    .map(({kind, equation}) => setPrior(flat, {class: kind, nlpar: equation}));
}

const flat = "(flat)";

function setPrior(prior: string, where: Readonly<Record<string, string>>): string {
  const named = Object.entries(where)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `, ${name} = ${quoted(value)}`);
  return `set_prior(${quoted(prior === flat ? "" : prior)}${named.join("")})`;
}

/** What brms cannot say: two equations with different priors on the correlations of one group. */
function clashes(table: readonly PriorRow[]): string[] {
  const correlations = table.filter((row) => classOf(row.class).kind === "cor");
  const groups = new Set(correlations.map(({group}) => group));
  return [...groups].flatMap((group) => {
    const priors = new Set(correlations.filter((row) => row.group === group).map((r) => r.prior));
    if (priors.size < 2) return [];
    return [
      `Not in brms: ${[...priors].join(" and ")} on the correlations of ${group}, which take one prior; keep one below`
    ];
  });
}

/** Stan code of the prior that brms lacks, on a standard deviation whose square is inverse gamma. */
function ownDensities(table: readonly PriorRow[]): string[] {
  if (!table.some(({prior}) => prior.startsWith("inv_gamma_variance("))) return [];
  return [
    'densities <- stanvar(block = "functions", scode = "',
    "  real inv_gamma_variance_lpdf(real x, real shape, real scale) {",
    "    return inv_gamma_lpdf(square(x) | shape, scale) + log(2 * x);",
    "  }",
    "  real inv_gamma_variance_lccdf(real x, real shape, real scale) {",
    "    return inv_gamma_lccdf(square(x) | shape, scale);",
    "  }",
    '")',
    ""
  ];
}

function samplerArguments({options, method}: FittedModel["fit"]): string[] {
  const {chains, warmup, draws, seed, targetAcceptance, maxTreeDepth} = options;
  const acceptance = method === "exact" ? carefulAcceptance : targetAcceptance;
  const number = /^\d{1,9}$/u.test(seed) ? seed : "1";
  return [
    `chains = ${chains}, iter = ${warmup + draws}, warmup = ${warmup}, cores = ${chains}, seed = ${number}`,
    `control = list(adapt_delta = ${acceptance}, max_treedepth = ${maxTreeDepth})`
  ];
}

function comment(text: string): string {
  return `# ${text.replaceAll(/\s*[\r\n]+\s*/gu, " ")}`;
}

/** A text in R's quotation marks; R reads JSON's escapes. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

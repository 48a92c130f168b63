// `poolhouse fit`: a model on a data file, from the command line.
import type {Command} from "commander";
import {keyOf} from "../data/key.js";
import {poolRunner} from "../data/pool.js";
import {readAnyFile} from "../data/read-file.js";
import {error} from "../engine/error.js";
import {
  defaultSamplerOptions,
  fit,
  parseScale,
  resolveOptions,
  sumModels,
  type ChainRunner,
  type Columns,
  type Fit,
  type ModelSpec,
  type SamplerOptions
} from "../engine/index.js";
import {fitJson} from "./fit-json.js";
import {fitText} from "./fit-text.js";
import {countFlag, namesFlag, numberFlag} from "./flags.js";
import {chainProgress} from "./progress.js";
import {checkFolder, writeFit} from "./write-fit.js";

interface Flags {
  data: string;
  formula: string;
  equation?: string[];
  family: string;
  prior?: string[];
  treatment?: string;
  by?: string;
  cells?: string;
  scale: string;
  chains: string;
  warmup: string;
  draws: string;
  seed: string;
  targetAcceptance: string;
  maxTreedepth: string;
  method: string;
  workers?: string;
  out?: string;
  json?: boolean;
}

const examples = `
Examples:
  poolhouse fit --data votes.dta --formula "turnout ~ 1 + age + letter + (1 + letter | state)" \\
    --treatment letter --by state
  poolhouse fit --data votes.dta --formula "turnout ~ lambda * letter + controls" \\
    --equation "lambda ~ age + (1 | state)" --equation "controls ~ age + female" \\
    --prior "b_lambda: normal(0, 0.5)" --treatment letter --by state --json
  poolhouse fit --data studies.csv --formula "effect | se(stderr) ~ 1 + (1 | study)" \\
    --prior "sd: cauchy(0, 5)"

Exit status: 0 done; 1 the draws did not converge (they are printed all the same); 2 wrong input.`;

/** Adds the command to the program. */
export function addFit(program: Command): void {
  const several = (value: string, before: string[] | undefined): string[] => [
    ...(before ?? []),
    value
  ];
  const {chains, warmup, draws, seed, targetAcceptance, maxTreeDepth} = defaultSamplerOptions;
  program
    .command("fit")
    .description("fit a model to a data file and print its posterior")
    .requiredOption("--data <file>", "a .csv, .dta, .sav, .parquet or .arrow file")
    .requiredOption(
      "--formula <text>",
      'such as "y ~ 1 + x + t + (1 + t | a*b)"; left of ~ also "y | se(s)" or "y | weights(w)"'
    )
    .option("--equation <text>", "an equation of the two-equation form (repeatable)", several)
    .option(
      "--family <name>",
      "the outcome's distribution: gaussian, or bernoulli for 0/1",
      "gaussian"
    )
    .option("--prior <text>", 'such as "b[t]: normal(0, 1)" (repeatable)', several)
    .option("--treatment <column>", "whose effect to report")
    .option("--by <columns>", "the columns that make the groups, with commas between")
    .option(
      "--cells <columns>",
      "sum the rows within combinations of these columns first, as reports do"
    )
    .option(
      "--scale <name>",
      "what effects are told in: link (the linear predictor's units), or response (the outcome's)",
      "link"
    )
    .option("--chains <n>", "independent chains", String(chains))
    .option("--warmup <n>", "iterations of warm-up per chain", String(warmup))
    .option("--draws <n>", "draws kept per chain", String(draws))
    .option("--seed <text>", "equal seeds give equal draws", seed)
    .option("--target-acceptance <p>", "higher means smaller steps", String(targetAcceptance))
    .option("--max-treedepth <n>", "longest trajectory, 2^n steps", String(maxTreeDepth))
    .option("--method <name>", "auto, exact or nuts", "auto")
    .option("--workers <n>", "threads at most; never changes the result")
    .option("--out <folder>", "also write fit.json and Arrow tables there")
    .option("--json", "print one JSON object")
    .addHelpText("after", examples)
    .action(runFit);
}

async function runFit(flags: Flags): Promise<void> {
  const options = resolveOptions(samplerOptions(flags));
  const workers = flags.workers === undefined ? undefined : countFlag("workers", flags.workers);
  const spec = modelSpec(flags);
  if (flags.out !== undefined) checkFolder(flags.out);
  const {columns, bytes} = await readAnyFile(flags.data);
  const progress = chainProgress();
  const started = performance.now();
  const runner = poolRunner({
    workers,
    progress: (chain, done, total) => {
      progress.update(chain, done, total);
    }
  });
  const fixed = flags.cells === undefined ? null : namesFlag("cells", flags.cells);
  const fitted = await fitRows(spec, columns, fixed, options, runner).finally(() => {
    progress.stop();
  });
  const seconds = (performance.now() - started) / 1000;
  const key = keyOf(bytes, spec, fitted.options, ...(fixed ? [fixed] : []));
  const json = `${JSON.stringify(fitJson(fitted, key, seconds), null, 1)}\n`;
  if (flags.out !== undefined) writeFit(flags.out, fitted, json, key);
  process.stdout.write(flags.json ? json : fitText(fitted));
  if (fitted.diagnostics.reasons.length) {
    process.stderr.write(`not converged: ${fitted.diagnostics.reasons.join("; ")}\n`);
    process.exitCode = 1;
  }
}

/** Fits a spec to rows, or to their sums within cells of the `fixed` columns. */
async function fitRows(
  spec: ModelSpec,
  columns: Columns,
  fixed: readonly string[] | null,
  options: SamplerOptions,
  runner: ChainRunner
): Promise<Fit> {
  if (!fixed) return fit(spec, columns, options, runner);
  const {specs, data} = sumModels([spec], columns, fixed);
  return fit(specs[0], data, options, runner);
}

function samplerOptions(flags: Flags): SamplerOptions {
  return {
    method: flags.method as SamplerOptions["method"],
    chains: numberFlag("chains", flags.chains),
    warmup: numberFlag("warmup", flags.warmup),
    draws: numberFlag("draws", flags.draws),
    seed: flags.seed,
    targetAcceptance: numberFlag("target-acceptance", flags.targetAcceptance),
    maxTreeDepth: numberFlag("max-treedepth", flags.maxTreedepth)
  };
}

function modelSpec(flags: Flags): ModelSpec {
  const {formula, equation, family, prior, treatment, by} = flags;
  const scale = parseScale(flags.scale);
  if (by !== undefined && treatment === undefined)
    error(`missing --treatment: --by ${by} groups an effect; name the column whose effect it is`);
  return {
    formula,
    equations: equation ?? [],
    family,
    priors: prior ?? [],
    treatment,
    by: by === undefined ? undefined : namesFlag("by", by),
    // Left out where it says nothing, so that keys of fits stay what they were.
    ...(scale === "link" ? {} : {scale})
  };
}

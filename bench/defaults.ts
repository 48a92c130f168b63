// node --import tsx bench/defaults.ts [replications]: what proposed priors gain in experiments whose truth is known.
import {writeFileSync} from "node:fs";
import {codeColumn} from "../src/data/define/column-codes.js";
import {withShiftPriors} from "../src/data/define/shift-priors.js";
import {version} from "../src/data/key.js";
import {priorsFor} from "../src/data/profile/scale.js";
import {fit, olsEffects, runChainsInTurn, type Columns} from "../src/engine/index.js";
import {experiment, modifiers, worlds, type Experiment, type World} from "./defaults/experiment.js";
import {table} from "./markdown.js";

const ROWS = 1200;
const replications = Number(process.argv[2] ?? 100);

/** An effect as it is estimated, with the ends of its 90% interval. */
interface Estimate {
  readonly key: string;
  readonly middle: number;
  readonly lower: number;
  readonly upper: number;
}

type Way = (columns: Columns) => Promise<readonly Estimate[]>;

const by = Object.keys(modifiers);
const terms = `t * (${by.join(" + ")})`;
const formula = `y ~ 1 + ${terms} + (1 + t || group)`;
const proposed = priorsFor({y: {label: "y", sd: 1}});
const keyOf = (values: Readonly<Record<string, number | string>>): string =>
  by.map((name) => values[name]).join("_");

/** The proposed model under these priors; medians. */
function pooled(declared: readonly string[]): Way {
  const coded = Object.fromEntries(
    Object.entries(modifiers).map(([name, levels]) => [
      name,
      // Two levels are texts here too, and not 0 and 1: their coefficient has the second one's name.
      levels.length > 2
        ? codeColumn(name, {label: name, levels: levels.map((level) => [level, level, 1] as const)})
        : {...codeColumn(name, {label: name, mean: 0, sd: 1}), coefficients: {[levels[1]]: name}}
    ])
  );
  const priors = withShiftPriors(declared, {formula, treatment: "t", modifiers: by, coded});
  return async (columns) => {
    const spec = {formula, priors, treatment: "t", by};
    const {effects} = await fit(spec, columns, {draws: 500, seed: "1"}, runChainsInTurn);
    return effects.groups.map((effect) => ({
      key: keyOf(effect.values),
      middle: effect.q50,
      lower: effect.q5,
      upper: effect.q95
    }));
  };
}

const leastSquares =
  (right: string): Way =>
  (columns) => {
    const spec = {formula: `y ~ ${right}`, treatment: "t", by, errors: "classical"} as const;
    const found = olsEffects(columns, spec, 0.9).map(({group, contrast}) => {
      const {estimate: middle, lower, upper} = contrast;
      return {key: keyOf(group.values), middle, lower, upper};
    });
    return Promise.resolve(found);
  };

const ways: Readonly<Record<string, Way>> = {
  [`as proposed: ${proposed.join("; ")}`]: pooled(proposed),
  "the same without a prior on shifts": pooled(
    proposed.filter((text) => !text.startsWith("shift"))
  ),
  "OLS, no interactions between modifiers": leastSquares(terms),
  "OLS, all interactions": leastSquares("t * group")
};

/** What a way does in one world, over all groups of all experiments. */
class Score {
  private squares = 0;
  private covered = 0;
  private clear = 0;
  private wrong = 0;
  private n = 0;

  add({effects}: Experiment, estimates: readonly Estimate[]): void {
    for (const {key, middle, lower, upper} of estimates) {
      const truth = effects.get(key) ?? NaN;
      this.squares += (middle - truth) ** 2;
      this.covered += Number(lower <= truth && truth <= upper);
      const isClear = lower > 0 || upper < 0;
      this.clear += Number(isClear);
      this.wrong += Number(isClear && middle * truth < 0);
      ++this.n;
    }
  }

  row(): Record<"rmse" | "coverage" | "clear" | "wrong", number> {
    const share = (of: number, all: number): number => Number((of / Math.max(1, all)).toFixed(4));
    return {
      rmse: Number(Math.sqrt(this.squares / this.n).toFixed(4)),
      coverage: share(this.covered, this.n),
      clear: share(this.clear, this.n),
      wrong: share(this.wrong, this.clear)
    };
  }
}

/** Whether every arm of every group has two rows at least, as least squares of all interactions needs. */
function isWhole({columns}: Experiment): boolean {
  const counts = new Map<string, number>();
  (columns.group as readonly string[]).forEach((key, i) => {
    const arm = `${key} ${String((columns.t as Float64Array)[i])}`;
    counts.set(arm, (counts.get(arm) ?? 0) + 1);
  });
  return counts.size === 24 && Math.min(...counts.values()) > 1;
}

async function scoresIn(world: World): Promise<Record<string, ReturnType<Score["row"]>>> {
  const scores = Object.fromEntries(Object.keys(ways).map((name) => [name, new Score()]));
  for (let k = 0, done = 0; done < replications; ++k) {
    const one = experiment(world, ROWS, `${world.name} ${String(k)}`);
    if (!isWhole(one)) continue;
    ++done;
    for (const [name, way] of Object.entries(ways)) scores[name].add(one, await way(one.columns));
  }
  return Object.fromEntries(Object.entries(scores).map(([name, score]) => [name, score.row()]));
}

const results: {world: World; ways: Record<string, ReturnType<Score["row"]>>}[] = [];
for (const world of worlds) {
  const found = {world, ways: await scoresIn(world)};
  results.push(found);
  const rows = Object.entries(found.ways).map(([name, score]) => [
    name,
    ...Object.values(score).map((value) => value.toFixed(3))
  ]);
  const head = ["", "RMSE", "in 90% interval", "clear of zero", "of these wrong in sign"];
  process.stdout.write(`\n${world.name}\n\n${table(head, rows, 1)}\n`);
}
const record = {
  date: new Date().toISOString().slice(0, 10),
  poolhouse: version,
  rows: ROWS,
  replications
};
writeFileSync(
  new URL("results/defaults.json", import.meta.url),
  `${JSON.stringify({...record, results}, null, 1)}\n`
);

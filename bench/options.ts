// Reads the bench's command line.
import {join} from "node:path";
import {parseArgs} from "node:util";
import {fail} from "./failure.js";
import {readModels} from "./models.js";
import type {Lengths, Model} from "./models.js";
import {sectionNames} from "./scaling.js";
import type {SectionName} from "./scaling.js";

const DRAWS = "1000";
const LEAST_SECONDS = 1;

export const HELP = `npm run bench -- [options]

  --models a,b         models of bench/stan/models.json; all by default
  --methods a,b        methods of our engine: nuts (default), exact, auto
  --chains N           our chains, one after the other (4)
  --warmup N           our warm-up iterations per chain (1000)
  --draws N            our draws per chain (1000, more where that takes less than a second)
  --stan-chains N      Stan's, in place of the lengths in the table of models
  --stan-warmup N
  --stan-draws N
  --no-stan            our engine alone
  --scaling            our engine by itself, some minutes: ${sectionNames.join(", ")}
  --sections a,b       only these of them
  --seed N             for both engines (1)
  --date YYYY-MM-DD    names the record; today by default
  --results DIR        where the record goes (bench/results)
  --poolhouse PROGRAM  another build to measure (./bin/poolhouse)

The folder POOLHOUSE_DATA must hold the prepared data, which
./bin/poolhouse data --prepared DIR writes.
`;

/** What one bench does. `stan` holds the lengths that replace the table's; null is without Stan. */
export interface Options {
  readonly models: readonly Model[];
  readonly methods: readonly string[];
  readonly ours: Lengths;
  /** Our runs are lengthened until sampling takes this long. */
  readonly seconds: number;
  readonly stan: Partial<Lengths> | null;
  /** What to measure of our engine by itself, in place of the comparison; null for the comparison. */
  readonly sections: readonly SectionName[] | null;
  readonly seed: number;
  readonly date: string;
  readonly results: string;
  readonly poolhouse: string;
}

/** The options in `args`, or null when help is asked for. Throws on a value out of its range. */
export function readOptions(args: readonly string[], root: string): Options | null {
  const values = parse(args);
  if (values.help) return null;
  if (!/^\d{4}-\d\d-\d\d$/.test(values.date)) {
    fail(`invalid --date: ${values.date}; use YYYY-MM-DD`);
  }
  return {
    models: readModels(values.models?.split(",")),
    methods: values.methods.split(","),
    ours: {
      chains: count(values.chains),
      warmup: count(values.warmup),
      draws: count(values.draws ?? DRAWS)
    },
    seconds: values.draws === undefined ? LEAST_SECONDS : 0,
    stan: values["no-stan"] ? null : stanLengths(values),
    sections: sections(values.scaling, values.sections),
    seed: count(values.seed),
    date: values.date,
    results: values.results ?? join(root, "bench/results"),
    poolhouse: values.poolhouse ?? join(root, "bin/poolhouse")
  };
}

function sections(all: boolean, some: string | undefined): readonly SectionName[] | null {
  if (some === undefined) return all ? sectionNames : null;
  return some.split(",").map((name) => {
    const found = sectionNames.find((known) => known === name);
    return found ?? fail(`unknown section: ${name}; use some of ${sectionNames.join(", ")}`);
  });
}

function parse(args: readonly string[]) {
  const text = {type: "string"} as const;
  const options = {
    help: {type: "boolean", default: false},
    "no-stan": {type: "boolean", default: false},
    models: text,
    methods: {...text, default: "nuts"},
    chains: {...text, default: "4"},
    warmup: {...text, default: "1000"},
    draws: text,
    "stan-chains": text,
    "stan-warmup": text,
    "stan-draws": text,
    scaling: {type: "boolean", default: false},
    sections: text,
    seed: {...text, default: "1"},
    date: {...text, default: new Date().toISOString().slice(0, 10)},
    results: text,
    poolhouse: text
  } as const;
  try {
    return parseArgs({args: [...args], options}).values;
  } catch (failure) {
    const [reason = ""] = String(failure).split(". ");
    return fail(`unknown option: ${reason.replace(/^.*?: /, "")}; see --help`);
  }
}

function stanLengths(values: Partial<Record<`stan-${keyof Lengths}`, string>>): Partial<Lengths> {
  const names = ["chains", "warmup", "draws"] as const;
  const given = names.flatMap((name) => {
    const value = values[`stan-${name}`];
    return value === undefined ? [] : [[name, count(value)] as const];
  });
  return Object.fromEntries(given);
}

function count(value: string): number {
  return /^[1-9]\d*$/.test(value)
    ? Number(value)
    : fail(`invalid number: ${value}; use a whole number above 0`);
}

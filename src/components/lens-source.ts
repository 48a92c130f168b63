// Fetches what a lens needs when it is first chosen, and keeps it.
import {openTable} from "./arrow-columns.js";
import {createLens, type Answer, type Lens, type LensKind} from "./lens.js";
import {answersOf, readLens, rowsUnder} from "./lens-rows.js";
import {populationAnswers, type PopulationEngine} from "./population.js";
import type {Margin} from "./shares.js";
import type {EffectRow, Modifier} from "./types.js";

/** Where a study's lens finds its numbers; nothing is fetched before it is needed. */
export interface LensFiles {
  /** The bytes of `lens.arrow`. */
  readonly lens: () => Promise<ArrayBuffer>;
  /** The bytes of `draws.arrow`. */
  readonly draws: () => Promise<ArrayBuffer>;
  /** The engine's bundle. */
  readonly engine: () => Promise<PopulationEngine>;
}

/** What to look at. */
export interface LensRequest {
  readonly kind: LensKind;
  readonly scale?: string;
  /** Margins that the reader has set, for a reweighted population. */
  readonly edited?: readonly Margin[];
  /** The models whose population to reweight; those that the page shows. */
  readonly models?: readonly string[];
}

/** A lens, and one sentence on why it shows something else than was asked for; empty when it does not. */
export interface Looked {
  readonly lens: Lens;
  readonly problem: string;
}

/**
 * A function that looks through a lens at a study's groups. What cannot be fetched leaves these groups;
 * shares that cannot be met leave the last population that could.
 */
export function lensSource(
  {effects, modifiers}: {effects: readonly EffectRow[]; modifiers: readonly Modifier[]},
  files: LensFiles
): (request: LensRequest) => Promise<Looked> {
  const table = once(async () => readLens(await files.lens()));
  const population = once(async () => {
    const [bytes, engine] = await Promise.all([files.draws(), files.engine()]);
    return {draws: openTable(bytes), engine};
  });
  const met = new Map<string, readonly Answer[]>();

  const reweighted = async (
    models: readonly string[],
    edited: readonly Margin[]
  ): Promise<Looked> => {
    const {draws, engine} = await population();
    let problem = "";
    for (const model of models) {
      const groups = effects.filter((row) => row.model === model);
      const input = {model, groups, modifiers, draws};
      try {
        met.set(model, populationAnswers(engine, {...input, edited}));
      } catch (reason) {
        if (!(reason instanceof Error) || reason.name !== "InputError") throw reason;
        problem ||= `${reason.message}. The figures keep the last shares that could be met.`;
        if (!met.has(model)) met.set(model, populationAnswers(engine, {...input, edited: []}));
      }
    }
    const answers = models.flatMap((model) => met.get(model) ?? []);
    return {lens: createLens("reweighted", effects, {answers}), problem};
  };

  const together: Lens["together"] = async (groups) => {
    const {draws, engine} = await population();
    const model = groups[0]?.model ?? "";
    return populationAnswers(engine, {model, groups, modifiers: [], edited: [], draws})[0];
  };

  return async ({kind, scale = "link", edited = [], models = []}) => {
    try {
      if (kind === "reweighted") return await reweighted(models, edited);
      if (kind === "groups" && scale === "link")
        return {lens: {...createLens(kind, effects), together}, problem: ""};
      const rows = await table();
      const groups = scale === "link" ? effects : rowsUnder(effects, rows, "group", scale);
      const renewed = kind === "new" ? rowsUnder(effects, rows, kind, scale) : [];
      const answers = kind === "groups" ? [] : answersOf(rows, kind, scale);
      return {lens: createLens(kind, groups, {renewed, answers}), problem: ""};
    } catch {
      return {
        lens: createLens("groups", effects),
        problem: "The numbers of this lens could not be fetched; these groups are shown. Try again."
      };
    }
  };
}

/** A promise made at the first call and kept, unless it fails. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((reason: unknown) => {
      made = undefined;
      throw reason;
    });
    return made;
  };
}

// Reads the tables of a map of choices.
import {openTable, type OpenTable} from "./arrow-columns.js";
import type {ChoiceFit, MapEstimate} from "./choice-map-types.js";
import {capitalise} from "./format.js";

/** A model by its id and title. */
export interface TitledModel {
  readonly id: string;
  readonly title: string;
}

/** The fits of `choices.arrow`, in file order. */
export function readChoices(bytes: ArrayBuffer, models: readonly TitledModel[]): ChoiceFit[] {
  const table = openTable(bytes);
  const {rows, text, number, columns} = table;
  const [fit, question, model, kept] = [
    ...([number("fit"), number("question")] as const),
    ...([text("model"), text("groups_kept")] as const)
  ];
  const [groups, spread, coefficients] = [text("groups"), text("spread"), text("coefficients")];
  const [family, factor] = [text("spread_family"), number("spread_factor")];
  const [scale, likelihood] = [number("coefficients_factor"), text("likelihood")];
  const [likelihoodWords, draws] = [text("likelihood_words"), number("draws")];
  const [unconverged, refused] = [text("unconverged"), text("refused")];
  const published = columns("published");
  const average = estimateOf(table, "average.");
  const name = modelNames(models);
  return Array.from({length: rows}, (_, i) => ({
    fit: fit(i),
    question: question(i),
    model: model(i),
    choice: {
      groups: kept(i).split("~"),
      bins: {},
      without: [],
      spread: {family: family(i) === "" ? null : family(i), factor: factor(i)},
      coefficients: {factor: scale(i)},
      likelihood: likelihood(i),
      draws: published?.[i] ? null : draws(i)
    },
    words: {
      model: name(model(i)),
      groups: groups(i),
      spread: spread(i),
      coefficients: coefficients(i),
      likelihood: likelihoodWords(i)
    },
    draws: draws(i),
    published: Boolean(published?.[i]),
    average: refused(i) === "" ? average(i) : null,
    unconverged: unconverged(i),
    refused: refused(i)
  }));
}

/** The effects of `choice-effects.arrow`, by group and then by fit. */
export function readChoiceEffects(
  bytes: ArrayBuffer
): ReadonlyMap<string, ReadonlyMap<number, MapEstimate>> {
  const table = openTable(bytes);
  const [fit, group] = [table.number("fit"), table.text("group")];
  const estimate = estimateOf(table, "");
  const made = new Map<string, Map<number, MapEstimate>>();
  for (let i = 0; i < table.rows; i += 1) {
    const own = made.get(group(i)) ?? new Map<number, MapEstimate>();
    made.set(group(i), own.set(fit(i), estimate(i)));
  }
  return made;
}

function estimateOf({number}: OpenTable, prefix: string): (row: number) => MapEstimate {
  const [median, p] = [number(`${prefix}median`), number("p_positive")];
  const [lower50, upper50] = [number(`${prefix}lower50`), number(`${prefix}upper50`)];
  const [lower95, upper95] = [number(`${prefix}lower95`), number(`${prefix}upper95`)];
  return (i) => ({
    median: median(i),
    lower50: lower50(i),
    upper50: upper50(i),
    lower95: lower95(i),
    upper95: upper95(i),
    p_positive: p(i)
  });
}

/** A model's short name: what its title says before the colon, or after it where that tells no two apart. */
function modelNames(models: readonly TitledModel[]): (id: string) => string {
  const before = (title: string): string => title.split(":")[0] ?? title;
  return (id) => {
    const title = models.find((one) => one.id === id)?.title ?? id;
    const alike = models.filter((one) => before(one.title) === before(title)).length > 1;
    return alike ? capitalise(title.slice(before(title).length + 1).trim()) : before(title);
  };
}

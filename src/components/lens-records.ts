// The lens's own rows in a figure's table and downloads, told apart from the groups'.
import {capitalise} from "./format.js";
import type {Answer, Lens} from "./lens.js";
import {whereText, type LensOptions} from "./lens-words.js";
import {effectRecords, type EffectRecordOptions} from "./records.js";
import type {Row} from "./take.js";
import type {EffectRow, Modifier} from "./types.js";

/**
 * The records of a figure of groups; under any lens but that of these groups each says what it is of, and
 * the answer for all groups, with `levels` those for each level too, follow.
 */
export function lensRecords(
  lens: Lens,
  model: string,
  options: EffectRecordOptions & LensOptions & {readonly levels?: boolean}
): Row[] {
  const {group = "group", modifiers, levels = false} = options;
  const own = effectRecords(lens.rows(model), options);
  const overall = lens.overall(model);
  if (lens.kind === "groups" || !overall) return own;
  const name = lens.kind === "new" ? `a new ${group} like this` : `this ${group}`;
  const answers = [overall, ...(levels ? shownLevels(lens, model, modifiers) : [])];
  const rows = answers.map((answer) => asRow(answer, lens, options));
  return [
    ...own.map((row) => ofEstimand(name, row)),
    ...effectRecords(rows, options).map((row) =>
      ofEstimand(lens.kind === "new" ? `a new ${group}` : "average", row)
    )
  ];
}

/** The row with what it is of behind the numbers that are asked for first. */
function ofEstimand(estimand: string, row: Row): Row {
  const columns = Object.entries(row);
  const at = columns.findIndex(([name]) => name === "n") + 1;
  return Object.fromEntries([
    ...columns.slice(0, at),
    ["estimand", estimand] as const,
    ...columns.slice(at)
  ]);
}

function shownLevels(lens: Lens, model: string, modifiers: readonly Modifier[]): Answer[] {
  return modifiers.flatMap(({name, levels}) =>
    levels.flatMap((level) =>
      lens.levels(model).filter((one) => one.modifier === name && one.level === level)
    )
  );
}

function asRow(
  answer: Answer,
  lens: Lens,
  {modifiers, ...options}: EffectRecordOptions & LensOptions
): EffectRow {
  const {model, modifier, level, n, p_positive, estimate} = answer;
  const levels = modifiers.map(({name}) => [name, name === modifier ? level : "all"] as const);
  return {
    ...{model, n, p_positive},
    group: "",
    label: capitalise(whereText(lens.kind, answer, options)),
    levels: Object.fromEntries(levels),
    ...{n_treated: NaN, n_control: NaN, pooling: NaN, rhat: NaN, ess_bulk: NaN},
    rungs: {partial: estimate}
  };
}

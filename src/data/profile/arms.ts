// Which two values of the treatment are compared, and which of them is the control.
import {error} from "../../engine/error.js";
import type {Level} from "../define/declaration.js";
import {manyText, type ColumnProfile} from "./column-profile.js";
import {refusal} from "./refusal.js";
import {programRemedies, type Remedies} from "./remedies.js";

/** What a control is called in English, German, French, Spanish, Dutch, Italian and Portuguese. */
const CONTROL =
  /[ck]ontr[oô]l|t[eé]moin|placebo|\b(?:no(?:ne|t|n)?|nein|nicht|kein\w*|ohne|sans|sin|aucun\w*|ning[uú]n\w*|geen|niet|zonder|nessun\w*|senza|nenhum\w*|sem)\b|without|baseline|untreated|secular|status quo/i;

/**
 * The two arms, control first: as named, or the two values of the column, the one that is called a
 * control or comes first being the control. Raises an InputError on other numbers of values.
 */
export function armsOf(
  profile: ColumnProfile,
  named: readonly string[] = [],
  {arms}: Pick<Remedies, "arms"> = programRemedies
): readonly [control: Level, treated: Level] {
  const {name, levels, kind} = profile;
  const values = levels.map(([value]) => String(value));
  if (named.length > 0) {
    const found = named.map((text) =>
      levels.find(([value, label]) => String(value) === text || label === text)
    );
    const unknown = named.findIndex((_, k) => found[k] === undefined);
    if (unknown >= 0)
      error(`unknown arm: ${named[unknown]} of ${name}; its values are ${values.join(", ")}`);
    const [control, treated] = found;
    if (named.length !== 2 || !control || !treated || control === treated)
      error(`invalid arms: ${named.join(",")}; name two values of ${name}, the control first`);
    return [control, treated];
  }
  if (kind === "constant")
    error(`invalid treatment: ${name} is ${values[0]} in every row; name a column with two arms`);
  if (levels.length === 0)
    error(
      `invalid treatment: ${name} ${refusal(profile) ?? `has ${manyText(profile)} values`}; name a column of two, or make one`
    );
  if (levels.length !== 2)
    error(
      `ambiguous treatment: ${name} has the values ${values.join(", ")}; ${arms(usualArms({levels}))}`
    );
  const [first, second] = levels;
  return CONTROL.test(second[1]) && !CONTROL.test(first[1]) ? [second, first] : [first, second];
}

/** Two values as texts, the one that is called a control first, else in their order; none of a column with just two. */
export function usualArms({levels}: Pick<ColumnProfile, "levels">): string[] {
  if (levels.length < 3) return [];
  const isControl = ([, label]: Level): boolean => CONTROL.test(label);
  const ordered = [...levels.filter(isControl), ...levels.filter((one) => !isControl(one))];
  return ordered.slice(0, 2).map(([value]) => String(value));
}

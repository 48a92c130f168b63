// Refuses a column that cannot play its role, with the way on.
import {error} from "../../engine/error.js";
import type {Column} from "../../engine/index.js";
import {isMissingText, spelt, spellings} from "../readers/cell-text.js";
import type {ColumnProfile} from "./column-profile.js";
import {answersOf} from "./declare-column.js";
import {refusal} from "./refusal.js";
import type {Remedies} from "./remedies.js";

/** The profile as an outcome's. Raises an InputError where the column does not vary, or holds texts in no known order. */
export function checkOutcome(
  profile: ColumnProfile,
  column: Column,
  {order}: Pick<Remedies, "order">
): ColumnProfile {
  const {name, kind, isText, distinct} = profile;
  if (kind === "empty" || kind === "constant")
    error(`invalid outcome: ${name} ${refusal(profile) ?? ""}; name a column that varies`);
  if (!isText || answersOf(profile).length > 0) return profile;
  if (kind !== "names")
    error(
      `invalid outcome: ${name} holds ${String(distinct)} different texts in no order that their words tell; ${order(name)}`
    );
  const odd = amongNumbers(column);
  return error(
    odd === null
      ? `invalid outcome: ${name} holds ${String(distinct)} different texts, too many for a scale; name a column of numbers or of few answers`
      : `invalid outcome: ${name} holds texts among its numbers, such as “${odd}”; leave these cells empty in the file, or write numbers there`
  );
}

/** The profile as that of a modifier or control. Raises an InputError where it cannot tell rows apart. */
export function checkModifier(profile: ColumnProfile, role = "modifier"): ColumnProfile {
  const why = refusal(profile);
  if (why !== null) error(`invalid ${role}: ${profile.name} ${why}; name another column`);
  return profile;
}

/** The first text of a column that holds mostly numbers; null where it does not. */
function amongNumbers(column: Column): string | null {
  if (column instanceof Float64Array) return null;
  const texts = column.filter((text) => text !== null && !isMissingText(text));
  const isNumber = (text: string): boolean =>
    spellings.some((spelling) => !Number.isNaN(spelt(text, spelling)));
  const others = texts.filter((text) => text !== null && !isNumber(text));
  return others.length > 0 && 2 * others.length < texts.length ? others[0] : null;
}

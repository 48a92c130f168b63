// Why a column cannot tell groups apart.
import {isNamed, usual} from "./column-names.js";
import {MOST, manyText, type ColumnProfile} from "./column-profile.js";

/** Fewer whole numbers may rise from row to row by chance, or be years. */
const FEWEST_RISING = 100;

/** Why a column can be no modifier, as the end of a sentence; null where it can. */
export function refusal(profile: ColumnProfile): string | null {
  const {kind, distinct, rows, missing} = profile;
  if (kind === "empty") return "has no value at all";
  if (kind === "constant") return "has the same value in every row";
  if (kind === "dates") return "holds dates; make a column of years or periods";
  const present = rows - missing;
  if (isCount(profile)) return "looks like an identifier of rows, which it numbers one by one";
  const isCalled = isNamed(usual.id, profile) && distinct >= Math.min(present / 2, MOST);
  if (isCalled || (profile.isRising && present >= FEWEST_RISING))
    return "looks like an identifier of rows, of which nearly every one has its own value";
  if (kind === "names") {
    const many = `has ${manyText(profile)} different texts`;
    const isOneARow = distinct >= Math.min(present / 2, MOST);
    return `${many}, ${isOneARow ? "nearly one per row" : "too many to be told apart"}`;
  }
  return null;
}

/** Whether the values are as many whole numbers in a row as there are rows. */
function isCount({kind, distinct, rows, missing, min, max}: ColumnProfile): boolean {
  const present = rows - missing;
  const apart = distinct >= Math.min(present, MOST);
  return kind === "numbers" && apart && Number.isInteger(min) && max - min + 1 === present;
}

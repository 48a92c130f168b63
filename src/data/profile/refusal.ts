// Why a column cannot tell groups apart.
import {usual} from "./column-names.js";
import {MOST, type ColumnProfile} from "./column-profile.js";

/** Why a column can be no modifier, as the end of a sentence; null where it can. */
export function refusal(profile: ColumnProfile): string | null {
  const {name, kind, distinct, rows, missing} = profile;
  if (kind === "empty") return "has no value at all";
  if (kind === "constant") return "has the same value in every row";
  if (kind === "dates") return "holds dates; make a column of years or periods";
  const present = rows - missing;
  if (usual.id.test(name) && distinct >= Math.min(present / 2, MOST))
    return "tells single rows apart, as an id does";
  if (isCount(profile)) return "numbers the rows one by one";
  if (kind === "names") {
    const many = `has ${String(distinct)}${distinct >= MOST ? " or more" : ""} different texts`;
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

// What a study of a reader's file is called.
import {formulaName} from "../data/profile/declare-column.js";

/** A name for the study's files and address: "my-data-2" of "My data (2).csv". */
export function idOf(file: string): string {
  const plain = formulaName(file.replace(/\.[^.]*$/u, ""))
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, "");
  return /^[a-z]/u.test(plain) ? plain : "my-study";
}

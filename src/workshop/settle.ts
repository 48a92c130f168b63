// From a reader's choice to a declared study.
import type {YourChoice} from "../components/your-types.js";
import {defineStudy} from "../data/define/define-study.js";
import {formulaName} from "../data/profile/declare-column.js";
import {propose, type Proposal} from "../data/profile/propose.js";
import {error, parseFormula} from "../engine/index.js";
import type {Opened} from "./opened.js";

/** The declaration of a choice. Raises an InputError that says what is missing or cannot be. */
export function settle(opened: Opened, choice: YourChoice): Proposal {
  const {columns, profiles, source} = opened;
  const {treatment, arms, outcomes, modifiers, controls, clusters, ranges, merged, formulas} =
    choice;
  if (profiles.every(({kind}) => kind === "constant" || kind === "empty"))
    error(
      `invalid data: no column of ${source.file} varies, so that nothing can be compared; choose another file`
    );
  if (treatment === "") error("missing treatment: no column is one; set its role in the table");
  if (outcomes.length === 0) error("missing outcome: no column is one; set its role in the table");
  if (modifiers.length === 0)
    error("missing modifiers: the effect differs by nothing; set the role of a column");
  const title = choice.title.trim() || titleOf(source.file);
  const proposal = propose({
    id: idOf(source.file),
    title,
    source,
    columns,
    profiles,
    roles: {treatment, outcomes, modifiers, controls, clusters},
    arms: arms.filter((value) => value !== ""),
    ranges,
    merged,
    formulas
  });
  // What contradicts itself is told before anybody waits for a fit.
  for (const {spec} of defineStudy(proposal.declaration).models) parseFormula(spec.formula);
  return proposal;
}

/** A name for the study's files and address. */
export function idOf(file: string): string {
  const plain = formulaName(file.replace(/\.[^.]*$/u, ""))
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, "");
  return /^[a-z]/u.test(plain) ? plain : "my-study";
}

function titleOf(file: string): string {
  const words = file
    .replace(/\.[^.]*$/u, "")
    .replaceAll(/[-_.]+/gu, " ")
    .trim();
  return words === "" ? "My study" : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

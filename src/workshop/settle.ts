// From a reader's choice to a declared study.
import type {YourChoice} from "../components/your-types.js";
import {defineStudy} from "../data/define/define-study.js";
import {propose, type Proposal} from "../data/profile/propose.js";
import {pageRemedies} from "../data/profile/remedies.js";
import {error} from "../engine/index.js";
import {withFormulaColumns} from "./formula-columns.js";
import {idOf} from "./id-of.js";
import {keptFile, type KeptFile} from "./kept.js";
import type {Opened} from "./opened.js";

/** A choice as it is fitted: with roles for the columns that its formulas name. */
export interface Settled extends Proposal {
  /** The rows that it keeps. */
  readonly kept: KeptFile;
  readonly choice: YourChoice;
}

/** The declaration of a choice. Raises an InputError that says what is missing or cannot be. */
export function settle(opened: Opened, given: YourChoice): Settled {
  const kept = keptFile(opened, given);
  const {profiles, source, columns} = kept;
  const {treatment, outcomes, modifiers} = given;
  if (profiles.every(({kind}) => kind === "constant" || kind === "empty"))
    error(
      `invalid data: no column of ${source.file} varies, so that nothing can be compared; choose another file`
    );
  if (treatment === "") error("missing treatment: no column is one; set its role in the table");
  if (outcomes.length === 0) error("missing outcome: no column is one; set its role in the table");
  if (modifiers.length === 0)
    error("missing modifiers: the effect differs by nothing; set the role of a column");
  const first = proposed(kept, given);
  const choice = withFormulaColumns(given, first.declaration, Object.keys(columns));
  const count = ({controls, clusters}: YourChoice): number => controls.length + clusters.length;
  const proposal = count(choice) === count(given) ? first : proposed(kept, choice);
  // What contradicts itself is told before anybody waits for a fit.
  defineStudy(proposal.declaration);
  return {...proposal, choice, kept};
}

function proposed(
  {columns, profiles, source, noAnswer, where, without}: KeptFile,
  choice: YourChoice
): Proposal {
  const {treatment, arms, outcomes, modifiers, controls, clusters} = choice;
  const {ranges, merged, formulas} = choice;
  return propose({
    id: idOf(source.file),
    title: choice.title.trim() || titleOf(source.file),
    source,
    columns,
    noAnswer,
    where,
    without,
    profiles,
    roles: {treatment, outcomes, modifiers, controls, clusters},
    arms: arms.filter((value) => value !== ""),
    row: choice.row,
    ranges,
    merged,
    formulas,
    remedies: pageRemedies
  });
}

function titleOf(file: string): string {
  const words = file
    .replace(/\.[^.]*$/u, "")
    .replaceAll(/[-_.]+/gu, " ")
    .trim();
  return words === "" ? "My study" : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

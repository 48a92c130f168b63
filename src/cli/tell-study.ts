// What `poolhouse new` says of the study that it has made.
import type {Declaration} from "../data/define/declaration.js";
import {declaredFormula} from "../data/define/models.js";
import {missingCodes} from "../data/profile/missing-codes.js";
import type {Proposal} from "../data/profile/propose.js";
import type {Roles} from "../data/profile/roles.js";
import {wordlessText} from "../data/profile/wordless.js";
import type {sumStudy} from "../data/report/study-cells.js";
import type {Columns} from "../engine/index.js";

/** Writes a line where a person reads it. */
type Say = (line: string) => void;

/** Codes for no answer of columns that nothing is made of. */
export function tellUnused(
  noAnswer: NonNullable<Declaration["noAnswer"]>,
  declaration: Declaration,
  say: Say
): void {
  for (const name of Object.keys(noAnswer))
    if (!Object.hasOwn(declaration.noAnswer ?? {}, name))
      say(`--missing of ${name} is not used: the column has no role; give it one, or leave it out`);
}

/** That a page ships sums of which some are of one row, as whoever publishes it must know. */
export function tellSingles(cells: ReturnType<typeof sumStudy>, say: Say): void {
  // All outcomes have the same rows, and so the same sets.
  const [{data}] = cells.values();
  const single = data.counts.filter((n) => n === 1).length;
  if (single > 0)
    say(
      `  privacy: the page ships sums over ${String(data.counts.length)} sets of rows, of which ${String(single)} hold one row and tell its values to whoever has the page; fewer modifiers or clusters make larger sets`
    );
}

/** The columns that a study is made of. */
function used(columns: Columns, {treatment, outcomes, modifiers, controls}: Roles): Columns {
  const names = [treatment, ...outcomes, ...modifiers, ...controls];
  return Object.fromEntries(names.map((name) => [name, columns[name]]));
}

/** What the study is. */
export function tellProposal({declaration, audit, reasons}: Proposal, say: Say): void {
  const {control, treated} = declaration.treatment;
  say(
    `arms: rows of “${treated[1]}” are compared with those of “${control[1]}”, the control; --arms "${String(treated[0])},${String(control[0])}" turns them round`
  );
  for (const outcome of Object.keys(declaration.outcomes))
    say(`model: ${declaredFormula(declaration, outcome)}`);
  reasons.forEach((reason) => {
    say(`  ${reason}`);
  });
  const {groups, smallest, median, largest} = audit.counts;
  say(
    `groups: ${String(groups)} of ${String(smallest)} to ${String(largest)} rows, ${String(median)} in the middle`
  );
}

/** Values of the study's columns that look like codes for no answer, and how to say that they are. */
export function tellCodes(columns: Columns, roles: Roles, say: Say): void {
  missingCodes(
    used(columns, roles),
    (column, codes) => `say so by --missing "${column} == ${codes.join(",")}"`
  ).forEach(say);
}

/** What only the author knows, and where to write it. */
export function tellWanting(declaration: Declaration, say: Say): void {
  const home = `src/data/studies/${declaration.id}.ts`;
  const remedy = `give them in levels of ${home}, as in [1, "Men", …]`;
  const wordless = wordlessText(declaration, remedy);
  if (wordless !== "") say(`words: ${wordless}`);
  if (declaration.source.citation === undefined)
    say(
      `citation: none is given, so that the page cites title and file alone; write source.citation in ${home}: authors. year. title. archive.`
    );
}

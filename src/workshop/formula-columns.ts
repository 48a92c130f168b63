// Columns of the file that a changed formula names and that have no role yet: they get one.
import type {YourChoice} from "../components/your-types.js";
import type {Declaration} from "../data/define/declaration.js";
import {groupColumn} from "../data/define/models.js";
import {formulaName} from "../data/profile/declare-column.js";
import {error, parseFormula, suggestion} from "../engine/index.js";

/** Names as formulas have them, not those of functions. */
const NAME = /`[^`]+`|(?:\p{L}|\.(?!\d))[\p{L}\p{N}._]*(?!\s*\(|[\p{L}\p{N}._])/gu;

/**
 * The choice with a role for each such column: cluster where rows are grouped by it, else control.
 * Raises an InputError on text that is no formula, and on a name that no column has.
 */
export function withFormulaColumns(
  choice: YourChoice,
  declaration: Declaration,
  columns: readonly string[]
): YourChoice {
  const declared = new Set(namesOf(declaration));
  const [controls, clusters] = [new Set(choice.controls), new Set(choice.clusters)];
  for (const text of Object.values(declaration.formulas ?? {})) {
    const grouped = new Set(
      parseFormula(text).equations.flatMap(({groups}) => groups.flatMap(({factors}) => factors))
    );
    for (const [found] of text.slice(text.indexOf("~")).matchAll(NAME)) {
      const name = found.replaceAll("`", "");
      if (declared.has(name)) continue;
      const raw = columns.find((one) => one === name || formulaName(one) === name);
      if (raw === undefined)
        return error(
          `unknown column: ${name}; ${suggestion(name, [...new Set([...declared, ...columns])])}`
        );
      (grouped.has(name) ? clusters : controls).add(raw);
    }
  }
  return {...choice, controls: [...controls], clusters: [...clusters]};
}

function namesOf(declaration: Declaration): string[] {
  const {treatment, outcomes, modifiers, controls, clusters} = declaration;
  const own = Object.keys({...outcomes, ...modifiers, ...controls, ...clusters});
  return [treatment.column, ...own, groupColumn(declaration)];
}

// Values that stand for no answer, such as 98, taken for what they mean: nothing.
import {error} from "../../engine/error.js";
import type {Column, Columns} from "../../engine/index.js";
import type {Declaration} from "../define/declaration.js";
import {codeTest} from "../define/no-answer.js";
import {valuesOf} from "./named-values.js";
import type {Roles} from "./roles.js";

/** The columns without such values, and these as the file has them. */
export interface Answered {
  readonly columns: Columns;
  readonly noAnswer: NonNullable<Declaration["noAnswer"]>;
}

/**
 * Columns whose values named in `wanted`, as texts, are missing.
 * Raises an InputError on a column or value that is not there, and where a column has no other.
 */
export function withoutAnswers(
  columns: Columns,
  wanted: Readonly<Partial<Record<string, readonly string[]>>>
): Answered {
  const found = Object.entries(wanted).map(([name, texts = []]) => {
    const {named, others} = valuesOf(columns, name, texts);
    if (others.length === 0)
      error(`invalid values: ${named.join(", ")} are all that ${name} has; leave it out instead`);
    return [name, named] as const;
  });
  const changed = found.map(([name, codes]) => [name, emptied(columns[name], codes)]);
  return {
    columns: {...columns, ...(Object.fromEntries(changed) as Columns)},
    noAnswer: Object.fromEntries(found)
  };
}

/** The column with these values missing. */
export function emptied(column: Column, codes: readonly (number | string)[]): Column {
  const isCode = codeTest(codes);
  return column instanceof Float64Array
    ? column.map((value) => (isCode(value) ? NaN : value))
    : column.map((value) => (isCode(value) ? null : value));
}

/** Of declared codes those of columns that the study reads; of others nobody needs to know. Nothing where there are none. */
export function answersOfUsed(
  noAnswer: Declaration["noAnswer"],
  {treatment, outcomes, modifiers, controls, clusters = []}: Roles,
  selecting: readonly string[]
): Pick<Declaration, "noAnswer"> {
  const used = [treatment, ...outcomes, ...modifiers, ...controls, ...clusters, ...selecting];
  const own = Object.entries(noAnswer ?? {}).filter(([name]) => used.includes(name));
  return own.length === 0 ? {} : {noAnswer: Object.fromEntries(own)};
}

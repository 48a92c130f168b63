// Other groups than a choice has: coarser and finer ones, and how large they would be.
import type {Alternative} from "../components/your-plan-types.js";
import type {YourChoice} from "../components/your-types.js";
import type {Declaration} from "../data/define/declaration.js";
import {sizesOf} from "../data/profile/audit.js";
import {declareModifier, mergeLevels} from "../data/profile/declare-column.js";
import {declaredArms, declaredLevels} from "../data/profile/declared-levels.js";
import type {Levels} from "../data/profile/levels.js";
import {missingShare} from "../data/profile/missing-share.js";
import {error} from "../engine/index.js";
import type {KeptFile} from "./kept.js";

/** Numbers of ranges that a modifier of numbers may be cut into. */
const RANGES = [2, 3, 4];

/** Coarser and finer groups: a modifier left out, cut into other ranges, two small levels merged. */
export function alternativesOf(
  opened: KeptFile,
  choice: YourChoice,
  declaration: Declaration
): Alternative[] {
  const treatment = declaredArms(declaration, opened.columns);
  const names = Object.keys(declaration.modifiers);
  const levels = Object.fromEntries(
    names.map((name) => [name, declaredLevels(name, declaration.modifiers[name], opened.columns)])
  );
  return choice.modifiers.flatMap((raw, k) => {
    const {label} = declaration.modifiers[names[k]];
    const others = Object.fromEntries(
      names.filter((_, j) => j !== k).map((one) => [one, levels[one]])
    );
    const without: Alternative[] =
      names.length === 1
        ? []
        : [
            {
              what: `${label} left out`,
              sizes: sizesOf(treatment, others),
              choice: {...choice, modifiers: choice.modifiers.filter((one) => one !== raw)}
            }
          ];
    return [
      ...without,
      ...changesOf(opened, choice, declaration, k).map(({what, choice: next}) => {
        const own = changedLevels(opened, raw, next);
        return {what, choice: next, sizes: sizesOf(treatment, {...others, [names[k]]: own})};
      })
    ];
  });
}

/** A modifier's levels, row by row, as a choice would have them. */
function changedLevels(
  {profiles, columns}: KeptFile,
  raw: string,
  {ranges, merged, treatment}: YourChoice
): Levels {
  const profile =
    profiles.find(({name}) => name === raw) ??
    error(`unknown column: ${raw}; choose one of the file's`);
  const declared = declareModifier(
    profile,
    columns[raw],
    missingShare(raw, columns, treatment),
    ranges[raw]
  );
  return declaredLevels(raw, mergeLevels(declared, merged[raw] ?? []), columns);
}

/** Other levels of the modifier at `k`. */
function changesOf(
  {columns}: KeptFile,
  choice: YourChoice,
  {modifiers}: Declaration,
  k: number
): {what: string; choice: YourChoice}[] {
  const raw = choice.modifiers[k];
  const {label, levels, bins} = Object.values(modifiers)[k];
  if (bins || (columns[raw] instanceof Float64Array && (levels?.length ?? 0) > 4)) {
    return RANGES.filter((count) => count !== bins?.length).map((count) => ({
      what: `${label} in ${String(count)} ranges`,
      choice: {...choice, ranges: {...choice.ranges, [raw]: count}}
    }));
  }
  const apart = [...new Set((levels ?? []).map(([, text]) => text))];
  const whole = choice.merged[raw]
    ? [
        {
          what: `${label} with all its levels`,
          choice: {...choice, merged: {...choice.merged, [raw]: undefined}}
        }
      ]
    : [];
  if (apart.length < 3) return whole;
  const sizes = apart.map((text) => {
    const own = (levels ?? []).filter(([, other]) => other === text);
    return {
      text,
      values: own.map(([value]) => String(value)),
      n: own.reduce((sum, [, , n]) => sum + n, 0)
    };
  });
  const [small, next] = sizes.sort((a, b) => a.n - b.n);
  return [
    ...whole,
    {
      what: `${label}: ${small.text} and ${next.text} as one`,
      choice: {
        ...choice,
        merged: {...choice.merged, [raw]: [...small.values, ...next.values]}
      }
    }
  ];
}

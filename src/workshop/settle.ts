// From a reader's choice to a declared study, and what is to be known of it before any fit.
import type {Alternative, YourChoice, YourPlan} from "../components/your-types.js";
import type {Declaration} from "../data/define/declaration.js";
import {defineStudy} from "../data/define/define-study.js";
import {declaredFormula} from "../data/define/models.js";
import {sizesOf} from "../data/profile/audit.js";
import {declareModifier, formulaName, mergeLevels} from "../data/profile/declare-column.js";
import type {Levels} from "../data/profile/levels.js";
import {declaredArms, declaredLevels} from "../data/profile/declared-levels.js";
import {propose, type Proposal} from "../data/profile/propose.js";
import {error, parseFormula} from "../engine/index.js";
import type {Opened} from "./opened.js";

/** Numbers of ranges that a modifier of numbers may be cut into. */
const RANGES = [2, 3, 4];

/** More groups than these are not listed. */
const LISTED = 200;

/** The declaration of a choice. Raises an InputError that says what is missing or cannot be. */
export function settle(opened: Opened, choice: YourChoice): Proposal {
  const {columns, profiles, source} = opened;
  const {treatment, arms, outcomes, modifiers, controls, ranges, merged, formulas} = choice;
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
    roles: {treatment, outcomes, modifiers, controls},
    arms: arms.filter((value) => value !== ""),
    ranges,
    merged,
    formulas
  });
  // What contradicts itself is told before anybody waits for a fit.
  for (const {spec} of defineStudy(proposal.declaration).models) parseFormula(spec.formula);
  return proposal;
}

/** A choice in numbers and words. Raises an InputError as {@link settle} does. */
export function planOf(opened: Opened, choice: YourChoice): YourPlan {
  const {declaration, audit, reasons} = settle(opened, choice);
  const study = defineStudy(declaration);
  const words = Object.entries(study.modifiers);
  const usual: Declaration = {...declaration, formulas: {}};
  return {
    sizes: audit.counts,
    rows: declaration.rows,
    arms: [declaration.treatment.control, declaration.treatment.treated].map(([value]) =>
      String(value)
    ),
    warnings: audit.warnings,
    groups: audit.groups.slice(0, LISTED).map(({levels, n, treated}) => ({
      label: study.describe(
        Object.fromEntries(
          words.map(([name, {levels: own}], k) => [
            name,
            own.find(([value]) => String(value) === levels[k])?.[1] ?? levels[k]
          ])
        )
      ),
      n,
      treated
    })),
    alternatives: alternativesOf(opened, choice, declaration),
    models: Object.entries(declaration.outcomes).map(([name, {label, from = name}]) => ({
      outcome: from,
      label,
      formula: declaration.formulas?.[name] ?? declaredFormula(usual, name),
      proposed: declaredFormula(usual, name)
    })),
    reasons
  };
}

/** Coarser and finer groups: a modifier left out, cut into other ranges, two small levels merged. */
function alternativesOf(
  opened: Opened,
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
  {profiles, columns}: Opened,
  raw: string,
  {ranges, merged}: YourChoice
): Levels {
  const profile =
    profiles.find(({name}) => name === raw) ??
    error(`unknown column: ${raw}; choose one of the file's`);
  const declared = declareModifier(profile, columns[raw], ranges[raw]);
  return declaredLevels(raw, mergeLevels(declared, merged[raw] ?? []), columns);
}

/** Other levels of the modifier at `k`. */
function changesOf(
  {columns}: Opened,
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

// From a profiled file and the roles of its columns to a whole declaration, with reasons.
import {error} from "../../engine/error.js";
import type {Columns} from "../../engine/index.js";
import {suggestion} from "../../engine/index.js";
import type {Declaration, DeclaredColumn, DeclaredSource} from "../define/declaration.js";
import {cautionsOf, type Caution} from "../define/cautions.js";
import {armsOf} from "./arms.js";
import {declareClusters, unclustered} from "./clusters.js";
import {selectionOf} from "../define/selection.js";
import {haveUmlauts, rowWords} from "../define/words.js";
import {auditGroups, type Audit} from "./audit.js";
import {checkModifier, checkOutcome} from "./check-roles.js";
import type {ColumnProfile} from "./column-profile.js";
import {declareControl, declareModifier, declareOutcome, mergeLevels} from "./declare-column.js";
import {named, namer} from "./declared-names.js";
import {declaredArms, declaredLevels} from "./declared-levels.js";
import {missingShare} from "./missing-share.js";
import {answersOfUsed} from "./no-answer.js";
import {reasonsOf} from "./reasons.js";
import {programRemedies, type Remedies} from "./remedies.js";
import type {Roles} from "./roles.js";
import {priorsFor, scaleOf} from "./scale.js";

/** What is proposed beside the roles. */
export interface ProposeInput {
  readonly id: string;
  readonly title: string;
  readonly source: DeclaredSource;
  readonly columns: Columns;
  readonly profiles: readonly ColumnProfile[];
  readonly roles: Roles;
  readonly arms?: readonly string[];
  readonly unit?: string;
  /** Values that stand for no answer, and are missing in `columns` already. */
  readonly noAnswer?: Declaration["noAnswer"];
  /** The rows that `columns` are, of the file. */
  readonly where?: Declaration["where"];
  /** The values of the same columns that are left out. */
  readonly without?: Declaration["where"];
  /** What a row is: "voter", or "child/children". */
  readonly row?: string;
  /** Words for columns, by the file's names. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Into how many ranges modifiers of numbers are cut, by the file's names; two where left out. */
  readonly ranges?: Readonly<Partial<Record<string, number>>>;
  /** Values of modifiers, as texts, that make one level together, by the file's names. */
  readonly merged?: Readonly<Partial<Record<string, readonly string[]>>>;
  /** Formulas in place of the proposed ones, by the file's name of the outcome. */
  readonly formulas?: Readonly<Partial<Record<string, string>>>;
  /** What to do where a column cannot play its role; by the program's flags where left out. */
  readonly remedies?: Remedies;
}

/** A declaration, what is good to know of its groups, and why it is as it is. */
export interface Proposal {
  readonly declaration: Declaration;
  readonly audit: Audit;
  /** What the report says too. */
  readonly cautions: readonly Caution[];
  readonly reasons: readonly string[];
}

/** Raises an InputError that names the column, where one cannot play its role. */
export function propose(input: ProposeInput): Proposal {
  const {id, title, source, columns, roles, unit, where = {}} = input;
  const {remedies = programRemedies} = input;
  const row = rowWords(input.row ?? "");
  const find = finder(input);
  const treatment = find(roles.treatment);
  const profiles = input.profiles.map(({name}) => find(name));
  const clusters = declareClusters(roles.clusters ?? [], profiles, columns, roles.treatment);
  const missed = unclustered(profiles, columns, roles);
  const names = namer(columns, roles, Object.keys(missed));
  const declare = (
    list: readonly string[],
    make: (profile: ColumnProfile) => DeclaredColumn
  ): Record<string, DeclaredColumn> =>
    Object.fromEntries(
      list.map((raw) => [names(raw), named(raw, names(raw), make(find(raw)))] as const)
    );
  const outcomeProfiles = roles.outcomes.map((name) =>
    checkOutcome(find(name), columns[name], remedies)
  );
  const outcomes = declare(roles.outcomes, declareOutcome);
  const modifiers = declare(roles.modifiers, (profile) => declareAsked(profile, input));
  const formulas = formulasOf(input, names);
  const controls = declare(roles.controls, declareKnownControl);
  const units = (found: typeof clusters): typeof clusters =>
    Object.fromEntries(
      Object.entries(found).map(([raw, one]) => [names(raw), named(raw, names(raw), one)])
    );
  const declaration: Declaration = {
    id,
    title,
    ...(haveUmlauts(textsOf(roles, find)) && {capitals: true}),
    ...(row && {row}),
    source,
    rows: treatment.rows,
    ...answersOfUsed(input.noAnswer, roles, Object.keys(where)),
    ...selectionOf(where, input.without ?? {}, (name) => find(name).label),
    treatment: declareTreatment(treatment, names(treatment.name), input.arms, remedies),
    outcomes,
    scale: scaleOf(outcomeProfiles, unit),
    modifiers,
    ...(roles.controls.length > 0 && {controls}),
    ...(Object.keys(clusters).length > 0 && {clusters: units(clusters)}),
    ...(Object.keys(missed).length > 0 && {unclustered: units(missed)}),
    priors: priorsFor(outcomes),
    ...(formulas.length > 0 && {formulas: Object.fromEntries(formulas)})
  };
  const audit = auditDeclared(declaration, columns);
  return {
    declaration,
    audit,
    cautions: cautionsOf(declaration),
    reasons: reasonsOf(declaration, treatment)
  };
}

/** A modifier with the ranges and merged levels that are asked for. */
function declareAsked(profile: ColumnProfile, input: ProposeInput): DeclaredColumn {
  const {columns, roles, ranges = {}, merged = {}} = input;
  const {name} = profile;
  const missing = missingShare(name, columns, roles.treatment);
  const declared = declareModifier(checkModifier(profile), columns[name], missing, ranges[name]);
  return mergeLevels(declared, merged[name] ?? []);
}

/** What a page will say of columns. */
function textsOf(
  {outcomes, modifiers, treatment}: Roles,
  find: (name: string) => ColumnProfile
): string[] {
  const said = [...outcomes, ...modifiers, treatment].map(find);
  return said.flatMap(({label, levels}) => [label, ...levels.map(([, text]) => text)]);
}

function declareTreatment(
  profile: ColumnProfile,
  column: string,
  named: readonly string[] | undefined,
  remedies: Remedies
): Declaration["treatment"] {
  const [control, treated] = armsOf(profile, named, remedies);
  return {
    column,
    ...(column !== profile.name && {from: profile.name}),
    label: profile.label,
    control: [...control],
    treated: [...treated]
  };
}

/** The formulas of outcomes, under their declared names. */
function formulasOf(
  {formulas = {}, roles}: ProposeInput,
  names: (raw: string) => string
): (readonly [outcome: string, formula: string])[] {
  return Object.entries(formulas).flatMap(([raw, text]) =>
    text !== undefined && roles.outcomes.includes(raw) ? [[names(raw), text] as const] : []
  );
}

/** The groups of a declaration on a file's columns, counted. */
function auditDeclared(declaration: Declaration, columns: Columns): Audit {
  const {modifiers} = declaration;
  return auditGroups({
    treatment: declaredArms(declaration, columns),
    modifiers: Object.fromEntries(
      Object.entries(modifiers).map(([name, column]) => [
        name,
        declaredLevels(name, column, columns)
      ])
    ),
    labels: Object.fromEntries(
      Object.entries(modifiers).map(([name, {label}]) => [name, `“${label}”`])
    )
  });
}

function finder({profiles, labels = {}}: ProposeInput): (name: string) => ColumnProfile {
  return (name) => {
    const found = profiles.find((profile) => profile.name === name);
    if (!found)
      error(
        `unknown column: ${name}; ${suggestion(
          name,
          profiles.map((profile) => profile.name)
        )}`
      );
    const label = labels[name] as string | undefined;
    return label === undefined ? found : {...found, label};
  };
}

const declareKnownControl = (profile: ColumnProfile): DeclaredColumn =>
  declareControl(checkModifier(profile, "control"));

// From a profiled file and the roles of its columns to a whole declaration, with reasons.
import {error} from "../../engine/error.js";
import type {Columns} from "../../engine/index.js";
import {suggestion} from "../../engine/index.js";
import type {
  Declaration,
  DeclaredCluster,
  DeclaredColumn,
  DeclaredSource
} from "../define/declaration.js";
import {listed, lowered} from "../define/words.js";
import {armsOf} from "./arms.js";
import {clusterReason} from "./clusters.js";
import {auditGroups, type Audit} from "./audit.js";
import type {ColumnProfile} from "./column-profile.js";
import {
  answersOf,
  declareControl,
  declareModifier,
  declareOutcome,
  formulaName,
  mergeLevels
} from "./declare-column.js";
import {declaredArms, declaredLevels} from "./declared-levels.js";
import {refusal, type Roles} from "./roles.js";
import {priorsFor, scaleOf} from "./scale.js";

/** What is proposed beside the roles. */
export interface ProposeInput {
  readonly id: string;
  readonly title: string;
  readonly source: DeclaredSource;
  readonly columns: Columns;
  readonly profiles: readonly ColumnProfile[];
  readonly roles: Roles;
  /** Units whose rows are alike, such as villages, by the file's names. */
  readonly clusters?: Readonly<Record<string, DeclaredCluster>>;
  readonly arms?: readonly string[];
  readonly unit?: string;
  /** Words for columns, by the file's names. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Into how many ranges modifiers of numbers are cut, by the file's names; two where left out. */
  readonly ranges?: Readonly<Partial<Record<string, number>>>;
  /** Values of modifiers, as texts, that make one level together, by the file's names. */
  readonly merged?: Readonly<Partial<Record<string, readonly string[]>>>;
  /** Formulas in place of the proposed ones, by the file's name of the outcome. */
  readonly formulas?: Readonly<Partial<Record<string, string>>>;
}

/** A declaration, what is good to know of its groups, and why it is as it is. */
export interface Proposal {
  readonly declaration: Declaration;
  readonly audit: Audit;
  readonly reasons: readonly string[];
}

/** Raises an InputError that names the column, where one cannot play its role. */
export function propose(input: ProposeInput): Proposal {
  const {id, title, source, columns, roles, unit, clusters = {}, ranges = {}, merged = {}} = input;
  const find = finder(input);
  const names = namer(columns, roles, Object.keys(clusters));
  const declare = (
    list: readonly string[],
    make: (profile: ColumnProfile) => DeclaredColumn
  ): Record<string, DeclaredColumn> =>
    Object.fromEntries(
      list.map((raw) => [names(raw), named(raw, names(raw), make(find(raw)))] as const)
    );
  const treatment = find(roles.treatment);
  const [control, treated] = armsOf(treatment, input.arms);
  const outcomeProfiles = roles.outcomes.map((name) => checkOutcome(find(name)));
  const outcomes = declare(roles.outcomes, declareOutcome);
  const modifiers = declare(roles.modifiers, (profile) =>
    mergeLevels(
      declareModifier(checkModifier(profile), columns[profile.name], ranges[profile.name]),
      merged[profile.name] ?? []
    )
  );
  const formulas = Object.entries(input.formulas ?? {}).flatMap(([raw, text]) =>
    text !== undefined && roles.outcomes.includes(raw) ? [[names(raw), text] as const] : []
  );
  const controls = declare(roles.controls, (profile) => declareControl(checkModifier(profile)));
  const units = Object.entries(clusters).map(
    ([raw, unit]) => [names(raw), named(raw, names(raw), unit)] as const
  );
  const declaration: Declaration = {
    id,
    title,
    source,
    rows: treatment.rows,
    treatment: {
      column: names(treatment.name),
      ...(names(treatment.name) !== treatment.name && {from: treatment.name}),
      label: treatment.label,
      control: [control[0], control[1], control[2]],
      treated: [treated[0], treated[1], treated[2]]
    },
    outcomes,
    scale: scaleOf(outcomeProfiles, unit),
    modifiers,
    ...(roles.controls.length > 0 && {controls}),
    ...(units.length > 0 && {clusters: Object.fromEntries(units)}),
    priors: priorsFor(outcomes),
    ...(formulas.length > 0 && {formulas: Object.fromEntries(formulas)})
  };
  const reasons = reasonsOf(declaration, treatment);
  if (units.length === 0) reasons.push(...clusterReason(input.profiles, columns, treatment.name));
  return {declaration, audit: auditDeclared(declaration, columns), reasons};
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

/** The names under which columns are declared, each once. */
function namer(
  columns: Columns,
  {treatment, outcomes, modifiers, controls}: Roles,
  clusters: readonly string[]
): (raw: string) => string {
  const used = [treatment, ...outcomes, ...modifiers, ...controls, ...clusters];
  const names = new Map<string, string>();
  for (const raw of used) {
    if (names.has(raw)) continue;
    const others = Object.keys(columns).filter((name) => name !== raw);
    names.set(raw, formulaName(raw, new Set([...names.values(), ...others])));
  }
  return (raw) => names.get(raw) ?? raw;
}

function named<T extends object>(raw: string, name: string, column: T): T & {from?: string} {
  return raw === name ? column : {from: raw, ...column};
}

function checkOutcome(profile: ColumnProfile): ColumnProfile {
  const {name, kind, isText, distinct} = profile;
  if (kind === "empty" || kind === "constant")
    error(`invalid outcome: ${name} ${refusal(profile) ?? ""}; name a column that varies`);
  if (isText && answersOf(profile).length === 0)
    error(
      `invalid outcome: ${name} holds ${String(distinct)} different texts in no order that their words tell; name a column of numbers, or say the order with --order "${name}=lowest; …; highest"`
    );
  return profile;
}

function checkModifier(profile: ColumnProfile): ColumnProfile {
  const why = refusal(profile);
  if (why !== null) error(`invalid modifier: ${profile.name} ${why}; name another column`);
  return profile;
}

const wordOf = ({label}: DeclaredColumn): string => lowered(label);

function reasonsOf(declaration: Declaration, {label}: ColumnProfile): string[] {
  const {modifiers, outcomes, scale, priors} = declaration;
  const binned = Object.entries(modifiers).filter(([, {bins}]) => bins);
  const kept = Object.entries(modifiers).filter(([, {missing}]) => missing !== undefined);
  return [
    `${label} may shift the outcome differently for every level of ${listed(Object.values(modifiers).map(wordOf))}; each of these also has a baseline of its own, so that a difference that was there before is not taken for an effect.`,
    "What the levels leave unexplained varies by group and is partly pooled: small groups lean on the rest.",
    ...(scale.factor === 100
      ? ["The outcome is 0 or 1 and modelled as it is, so that effects are percentage points."]
      : []),
    ...(Object.keys(outcomes).length > 1
      ? ["Each outcome has a model of its own on the rows that answer all of them."]
      : []),
    ...binned.map(
      ([, {label: many}]) => `${many} has many values and is cut into ranges of about equal size.`
    ),
    ...kept.map(
      ([, one]) => `Many rows have no ${wordOf(one)}; they are kept, as a level of their own.`
    ),
    `Priors follow the spread of the outcome: ${priors.join("; ")}.`
  ];
}

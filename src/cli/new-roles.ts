// Which column plays which role in a new study: as flags say, else as asked, else as suggested.
import {manyText, type ColumnProfile} from "../data/profile/column-profile.js";
import {usualArms} from "../data/profile/arms.js";
import {chooseModifiers} from "../data/profile/choose-modifiers.js";
import {refusal} from "../data/profile/refusal.js";
import {
  suggestRoles,
  type Roles,
  type SuggestedRoles,
  type Suggestion
} from "../data/profile/roles.js";
import {listed} from "../data/define/words.js";
import {error} from "../engine/error.js";
import type {Columns} from "../engine/index.js";
import type {Ask} from "./ask.js";
import {namesFlag} from "./flags.js";
import {listFlag, type NewFlags} from "./new-source.js";

/** A file as it was looked at. */
export interface Profiled {
  readonly profiles: readonly ColumnProfile[];
  readonly columns: Columns;
}

/** How to ask, null where nobody can answer, and how to say what was settled. */
export interface Talk {
  readonly ask: Ask | null;
  readonly say: (line: string) => void;
}

/** Roles, arms, and a title where it was asked for. */
export interface Settled {
  readonly roles: Roles;
  readonly arms: readonly string[];
  readonly title?: string;
}

type RoleFlags = Pick<
  NewFlags,
  "treatment" | "arms" | "outcome" | "modifiers" | "controls" | "clusters" | "title"
>;

/** Settles all roles. Raises an InputError where nothing is said and nothing can be suggested. */
export async function settleRoles(
  flags: RoleFlags,
  {profiles, columns}: Profiled,
  {ask, say}: Talk
): Promise<Settled> {
  const suggested = suggestRoles(profiles, columns, flags.treatment);
  const settle = settler({ask, say});
  if (ask) say(tabulated(profiles));
  if (!ask && flags.treatment === undefined && suggested.doubtful.length > 0)
    error(
      `ambiguous treatment: nothing in the file tells which column it is; name it with --treatment (two values have ${listed(suggested.doubtful)})`
    );
  const likely = suggested.treatment.at(0);
  for (const {column, why} of suggested.weight) say(`weight: ${column} ${why}`);
  const treatment = await settle(
    flags.treatment,
    "treatment",
    likely?.column ?? "",
    likely?.why ?? ""
  );
  if (treatment === "")
    error("missing treatment: no column has two values; name one with --treatment, and --arms");
  const beside = suggestRoles(profiles, columns, treatment);
  const answer = suggested.outcome.find(({column}) => column !== treatment);
  const outcome = await settle(flags.outcome, "outcome", answer?.column ?? "", answer?.why ?? "");
  if (outcome === "")
    error("missing outcome: no column holds answers or numbers; name one with --outcome");
  const outcomes = namesFlag("outcome", outcome);
  const free = (one: Suggestion): boolean => ![treatment, ...outcomes].includes(one.column);
  const modifiers = await settle(
    flags.modifiers,
    "modifiers",
    flags.modifiers === undefined
      ? likelyModifiers(beside, {profiles, columns}, treatment, free)
      : "",
    ""
  );
  if (listFlag(modifiers).length === 0)
    error("missing modifiers: no column can tell groups apart; name some with --modifiers");
  const controls = await settle(flags.controls, "controls, or none", "", "");
  const unit = unitOf(beside, [...outcomes, ...listFlag(modifiers), ...listFlag(controls)]);
  const clusters = await settle(
    flags.clusters,
    "clusters, or none",
    unit?.column ?? "",
    unit?.why ?? ""
  );
  const title = flags.title === undefined && ask ? await ask("title", "") : "";
  return {
    roles: {
      treatment,
      outcomes,
      modifiers: namesFlag("modifiers", modifiers),
      controls: listFlag(controls),
      clusters: clusters === "none" ? [] : listFlag(clusters)
    },
    arms: await armsOf(flags.arms, profiles, treatment, ask),
    ...(title !== "" && {title})
  };
}

type Settle = (
  flag: string | undefined,
  question: string,
  suggestion: string,
  why: string
) => Promise<string>;

/** Takes what a flag says, else what is answered, else what is suggested, which is said. */
function settler({ask, say}: Talk): Settle {
  return async (flag, question, suggestion, why) => {
    if (flag !== undefined) return flag;
    if (ask) return ask(why === "" ? question : `${question} (${why})`, suggestion);
    if (suggestion !== "") say(`${question}: ${suggestion}${why === "" ? "" : `, which ${why}`}`);
    return suggestion;
  };
}

/** The modifiers to propose beside a treatment, with commas between, of columns that are free. */
function likelyModifiers(
  {modifiers}: SuggestedRoles,
  {profiles, columns}: Profiled,
  treatment: string,
  free: (one: Suggestion) => boolean
): string {
  const candidates = modifiers.filter(free).map(({column}) => column);
  return chooseModifiers(candidates, profiles, columns, treatment).join(",");
}

/** The column of units that were assigned as wholes, if it has no role yet. */
function unitOf(
  {cluster, clusters}: SuggestedRoles,
  taken: readonly string[]
): Suggestion | undefined {
  return cluster.findLast(({column}) => clusters.includes(column) && !taken.includes(column));
}

async function armsOf(
  flag: string | undefined,
  profiles: readonly ColumnProfile[],
  treatment: string,
  ask: Ask | null
): Promise<readonly string[]> {
  if (flag !== undefined) return namesFlag("arms", flag);
  const levels = profiles.find(({name}) => name === treatment)?.levels ?? [];
  if (!ask || levels.length < 3) return [];
  const values = levels.map(([value]) => String(value)).join(", ");
  const usual = usualArms({levels}).join(",");
  return listFlag(await ask(`which two of ${values}, the control first`, usual));
}

/** The columns of a file, one a line, for whoever chooses among them. */
function tabulated(profiles: readonly ColumnProfile[]): string {
  const shown = profiles.slice(0, 40).map((profile) => {
    const {name, label, kind, missing} = profile;
    const gaps = missing > 0 ? `, ${String(missing)} missing` : "";
    // Of numbers only an identifier is refused, and how many they are would hide it.
    const id = kind === "numbers" ? refusal(profile) : null;
    const values = id ?? `${manyText(profile)} values`;
    return `  ${name}: ${kind === "two values" ? kind : `${kind}, ${values}`}${gaps} (${label})`;
  });
  const more = profiles.length - shown.length;
  return [...shown, ...(more > 0 ? [`  and ${String(more)} more`] : [])].join("\n");
}

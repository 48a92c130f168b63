// Prior statements rewritten as a reader chose: other families, other scales.
import {spreadFamilies} from "./choices.js";

/** What is asked of a model's priors. */
export interface PriorChange {
  readonly spread: {readonly family: string | null; readonly factor: number};
  readonly coefficients: {readonly factor: number};
}

const statement = /^(?<class>[\w.]+)(?<place>\[[^\]]*\])?: (?<prior>.+)$/u;

/**
 * The statements with priors on sd scaled and, when a family is named, changed to it at the scale that
 * they had, and priors on coefficients (class b, not the intercept) scaled. What has no scale, such as
 * a flat prior, stays.
 */
export function changePriors(
  statements: readonly string[],
  {spread, coefficients}: PriorChange
): string[] {
  return statements.map((text) => {
    const parts = statement.exec(text)?.groups;
    if (!parts) return text;
    const place = (parts.place as string | undefined) ?? "";
    if (isClass(parts.class, "sd"))
      return `${parts.class}${place}: ${changed(parts.prior, spread)}`;
    if (isClass(parts.class, "b"))
      return `${parts.class}${place}: ${changed(parts.prior, {...coefficients, family: null})}`;
    return text;
  });
}

/** The scale of a prior as text: its sd, or what stands for one; NaN where it has none. */
export function scaleOf(prior: string): number {
  const [, family, inside] = /^(\w+)\((.*)\)$/u.exec(prior) ?? ["", "", ""];
  const given = inside.split(",").map(Number);
  if (family === "exponential") return 1 / given[0];
  return ["normal", "student_t", "cauchy"].includes(family) ? given[given.length - 1] : NaN;
}

/** Priors of one kind and family as readers say them: "half-normal" with scales, "exponential" with means. */
export interface PriorWords {
  readonly family: string;
  readonly measure: "scale" | "mean";
  /** Those that differ, the widest first. */
  readonly sizes: readonly number[];
}

/**
 * The priors of a kind in words, as a change would leave them: those of the first one's family. Null where there is
 * none to change.
 */
export function priorWords(
  statements: readonly string[],
  kind: "sd" | "b",
  change: {readonly family: string | null; readonly factor: number}
): PriorWords | null {
  const priors = statements
    .filter((text) => hasScale([text], kind))
    .map((text) => changed(statement.exec(text)?.groups?.prior ?? "", change));
  if (priors.length === 0) return null;
  const [family, ...parameters] = priors[0].split(/[(,)]/u);
  const beforeScale = (prior: string): string => prior.replace(/[^,(]*\)$/u, "");
  const alike = priors.filter((prior) => beforeScale(prior) === beforeScale(priors[0]));
  const half = kind === "sd" && family !== "exponential" ? "half-" : "";
  const name =
    family === "student_t"
      ? `t with ${parameters[0]} degrees of freedom`
      : family.replace("cauchy", "Cauchy");
  return {
    family: `${half}${name}`,
    measure: family === "exponential" ? "mean" : "scale",
    sizes: [...new Set(alike.map(scaleOf))].sort((a, b) => b - a)
  };
}

/** True when statements of a class have a scale that a reader can change. */
export function hasScale(statements: readonly string[], kind: "sd" | "b"): boolean {
  return statements.some((text) => {
    const parts = statement.exec(text)?.groups;
    return parts !== undefined && isClass(parts.class, kind) && !Number.isNaN(scaleOf(parts.prior));
  });
}

function isClass(name: string, kind: string): boolean {
  return name === kind || name.startsWith(`${kind}_`);
}

function changed(
  prior: string,
  {family, factor}: {readonly family: string | null; readonly factor: number}
): string {
  const scale = scaleOf(prior);
  if (Number.isNaN(scale) || (family === null && factor === 1)) return prior;
  if (family !== null) return spreadFamilies[family].text(scale * factor);
  return prior.startsWith("exponential")
    ? spreadFamilies.exponential.text(scale * factor)
    : prior.replace(/[^,(]*\)$/u, (last) => `${/^\s/u.test(last) ? " " : ""}${scale * factor})`);
}

// A prior as text, read: `class[coef|group]: distribution(arguments)`.
import {families, type Distribution, type Family} from "../density/density.js";
import {error} from "../error.js";
import {suggestion} from "../nearest.js";

/** One statement of a prior by the user, before it meets a model. */
export interface Prior {
  /** brms's class, with the equation's name: "b", "Intercept", "sd_lambda", "sigma", "cor". */
  readonly class: string;
  /** What the brackets hold, split at "|"; empty when there are none. */
  readonly brackets: readonly string[];
  readonly distribution: Distribution;
  /** The statement as given. */
  readonly text: string;
}

const pattern =
  /^\s*(?<class>[\w.]+)\s*(?:\[(?<brackets>[^\]]*)\])?\s*:\s*(?<distribution>.+?)\s*$/u;

/**
 * Reads a prior such as "b[alliance]: normal(0, 1)" or "sd[white]: student_t(3, 0, 2.5)"; a flat one
 * is `flat`, `(flat)` or `""`.
 * Raises an InputError on an unknown distribution, a wrong number of arguments, a scale that is
 * not positive, or text of another form.
 */
export function parsePrior(text: string): Prior {
  const groups = pattern.exec(text)?.groups;
  if (!groups)
    error(
      `invalid prior: "${text}"; write class[coef|group]: distribution, such as b: normal(0, 1)`
    );
  const brackets = (groups.brackets as string | undefined) ?? "";
  return {
    class: groups.class,
    brackets: brackets.trim() === "" ? [] : brackets.split("|").map((part) => part.trim()),
    distribution: parseDistribution(groups.distribution, text),
    text: text.trim()
  };
}

/** How brms writes a flat prior where it is given, and where it is shown. */
const flatTexts = ['""', "''", "(flat)"];

function parseDistribution(text: string, whole: string): Distribution {
  if (flatTexts.includes(text)) return {family: "flat", arguments: []};
  const match = /^(?<family>\w+)\s*(?:\((?<arguments>[^()]*)\))?$/u.exec(text);
  if (!match?.groups)
    error(`invalid distribution: "${text}" in prior "${whole}"; write normal(0, 1)`);
  const family = match.groups.family;
  if (!isFamily(family))
    error(
      `unknown prior distribution: ${family} in "${whole}"; ${suggestion(family, Object.keys(families))}`
    );
  const inside = ((match.groups.arguments as string | undefined) ?? "").trim();
  const given = inside === "" ? [] : inside.split(",").map(toNumber);
  checkArguments(family, given, whole);
  return {family, arguments: given};
}

/** An empty place between commas is no 0. */
function toNumber(text: string): number {
  return text.trim() === "" ? NaN : Number(text);
}

function isFamily(name: string): name is Family {
  return Object.hasOwn(families, name);
}

const anywhere = ["mean", "location", "meanlog"];

function checkArguments(family: Family, given: readonly number[], whole: string): void {
  const names: readonly string[] = families[family];
  if (given.length !== names.length)
    error(
      `invalid prior: "${whole}" gives ${family} ${String(given.length)} arguments; it takes ${names.join(", ") || "none"}`
    );
  for (const [i, value] of given.entries()) {
    if (!Number.isFinite(value)) error(`invalid prior: "${whole}"; ${names[i]} must be a number`);
    if (!anywhere.includes(names[i]) && value <= 0)
      error(`invalid prior: "${whole}" has ${names[i]} ${String(value)}; it must be positive`);
  }
}

/** A distribution as brms writes it: "student_t(3, 0, 2.5)", "(flat)". */
export function distributionText({family, arguments: given}: Distribution): string {
  return family === "flat" ? "(flat)" : `${family}(${given.map(String).join(", ")})`;
}

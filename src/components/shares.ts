// Shares of a population as a reader types them: texts, percentages, and a part of the address.
import {numberText} from "./format.js";
import type {Modifier} from "./types.js";

/** The shares of one modifier's levels, in percent. */
export interface Margin {
  readonly modifier: Modifier;
  readonly shares: readonly number[];
}

/** What typed texts amount to: percentages that add up to 100, or one sentence on what is wrong. */
export interface TypedShares {
  readonly shares: readonly number[];
  /** Empty when the texts are shares. */
  readonly problem: string;
  /** What was done to them; empty when nothing was. */
  readonly note: string;
  /** Positions of the levels whose texts are wrong. */
  readonly wrong: readonly number[];
}

/**
 * Shares of a modifier's levels from what was typed beside each. A comma may stand for the point, and a
 * percent sign may follow. Shares that do not add up to 100 are scaled to.
 */
export function readShares({label, levels}: Modifier, texts: readonly string[]): TypedShares {
  const failed = (problem: string, wrong: readonly number[]): TypedShares => ({
    ...{shares: [], problem, note: ""},
    wrong
  });
  const values = levels.map((_, l) => numberOf(texts[l] ?? ""));
  const wrong = values.flatMap((value, l) => (value >= 0 && value <= 1e9 ? [] : [l]));
  const first = wrong.at(0);
  if (first !== undefined) {
    const [level, typed] = [levels[first] ?? "", (texts[first] ?? "").trim()];
    const place = `${label}, ${level}`;
    if (typed === "") return failed(`${place} has no share; type a percentage, 0 for none.`, wrong);
    return failed(
      (values[first] ?? NaN) < 0
        ? `${place} has a share below 0, ${shortened(typed)}; type 0 or more.`
        : `${place} has “${shortened(typed)}”, which is no percentage; type a number such as 25.`,
      wrong
    );
  }
  const total = values.reduce((sum, value) => sum + value, 0);
  if (!(total > 0))
    return failed(`The shares of ${label} add up to 0; give one of them a share.`, [
      ...levels.keys()
    ]);
  const shares = values.map((value) => (100 * value) / total);
  const off = Math.abs(total - 100) > 0.05 * levels.length;
  const note = off
    ? `The shares of ${label} add up to ${numberText(total, Number.isInteger(total) ? 0 : 1)}%; they are scaled to 100%.`
    : "";
  return {shares, problem: "", note, wrong};
}

function numberOf(text: string): number {
  const plain = plainText(text);
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN;
}

function plainText(text: string): string {
  return text.trim().replace(/\s*%$/, "").replace(",", ".").replace("\u2212", "-");
}

function shortened(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}

/** A share as it stands in a field: at most one digit after the point. */
export function shareText(share: number): string {
  return String(Number(share.toFixed(1)));
}

/** The edited shares for the address: "white:30,70;male:50,50"; null when none is edited. */
export function writeShares(edited: ReadonlyMap<string, readonly string[]>): string | null {
  const parts = [...edited].map(
    ([name, texts]) => `${name}:${texts.map((text) => plainText(text)).join(",")}`
  );
  return parts.length > 0 ? parts.join(";") : null;
}

/**
 * The texts that an address holds by modifier; what names no modifier or not one share for each level is
 * dropped and counted.
 */
export function parseShares(
  text: string | undefined,
  modifiers: readonly Modifier[]
): {edited: Map<string, readonly string[]>; dropped: number} {
  const edited = new Map<string, readonly string[]>();
  let dropped = 0;
  for (const part of (text ?? "").split(";").filter((one) => one !== "")) {
    const at = part.indexOf(":");
    const modifier = modifiers.find(({name}) => name === part.slice(0, at));
    const texts = part.slice(at + 1).split(",");
    const fits = texts.length === modifier?.levels.length && !edited.has(modifier.name);
    if (fits && readShares(modifier, texts).problem === "") edited.set(modifier.name, texts);
    else dropped += 1;
  }
  return {edited, dropped};
}

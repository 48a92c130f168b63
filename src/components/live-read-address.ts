// A changed model read from the page's address, with care: anybody may have written it.
import {readAddress} from "./address.js";
import type {LiveState, StateName} from "./live-address.js";
import type {LiveEngine} from "./live-answer.js";
import type {LiveCard} from "./live-types.js";

/** A state, and what of the address could not be understood, in a sentence; empty otherwise. */
export interface ReadState extends LiveState {
  readonly complaint: string;
}

/** Reads the address; what is no possible choice is left as published and told. */
export function readState(
  cards: ReadonlyMap<string, LiveCard>,
  engine: LiveEngine,
  groupsOf: (model: string) => ReadonlySet<string>
): ReadState {
  const address = readAddress();
  const text = (name: StateName): string => address[`live-${name}`] ?? "";
  const wrong: string[] = [];
  const first = [...cards.keys()][0] ?? "";
  const model = cards.has(text("model")) ? text("model") : first;
  if (text("model") !== "" && model !== text("model")) wrong.push(text("model"));
  const card = cards.get(model);
  if (!card) throw new Error("missing model: no model of the study can be refitted");
  const plain = engine.unchanged(card);
  const parts = (name: StateName): string[] =>
    text(name)
      .split("~")
      .filter((part) => part !== "");
  const valid = (name: StateName, ok: (part: string) => boolean): string[] => {
    const [good, bad] = [parts(name).filter(ok), parts(name).filter((part) => !ok(part))];
    wrong.push(...bad);
    return good;
  };
  const chosen = valid("groups", (name) => plain.groups.includes(name));
  const bins = valid("bins", (part) => isBin(part, card)).map((part) => part.split(":"));
  const known = groupsOf(model);
  const asked = valid("without", (key) => known.has(key));
  const without = asked.length < known.size ? asked : [];
  if (without.length < asked.length) wrong.push("no group at all");
  const [family = "", factor = "1"] = text("spread").split(":");
  const spreadOk =
    (family === "" || Object.hasOwn(engine.spreadFamilies, family)) && isFactor(factor);
  if (!spreadOk) wrong.push(text("spread"));
  const coefficients = text("coefficients") || "1";
  if (!isFactor(coefficients)) wrong.push(coefficients);
  const likelihood = text("likelihood") || plain.likelihood;
  const likelihoodOk = Object.hasOwn(engine.likelihoods, likelihood);
  if (!likelihoodOk) wrong.push(likelihood);
  const draws = text("draws") === "" ? null : Number(text("draws"));
  const drawsOk =
    draws === null || (Number.isInteger(draws) && draws >= 100 && draws <= card.longest);
  if (!drawsOk) wrong.push(text("draws"));
  return {
    model,
    choice: {
      groups:
        chosen.length > 0 ? plain.groups.filter((name) => chosen.includes(name)) : plain.groups,
      bins: Object.fromEntries(bins.map(([name, n]) => [name, Number(n)])),
      without,
      spread: spreadOk
        ? {family: family === "" ? null : family, factor: Number(factor)}
        : plain.spread,
      coefficients: isFactor(coefficients) ? {factor: Number(coefficients)} : plain.coefficients,
      likelihood: likelihoodOk ? likelihood : plain.likelihood,
      draws: drawsOk ? draws : null
    },
    complaint: complaintOf(wrong)
  };
}

/** What was asked for in vain, in a sentence; empty when nothing was. */
function complaintOf(wrong: readonly string[]): string {
  if (wrong.length === 0) return "";
  const asked = wrong.map((one) => `“${one.slice(0, 40)}”`).join(", ");
  return `The address asks for ${asked}, which is not to be had here; the rest is as asked.`;
}

function isFactor(text: string): boolean {
  const value = Number(text);
  return text !== "" && value >= 0.1 && value <= 10;
}

function isBin(part: string, {words}: LiveCard): boolean {
  const [name, n] = part.split(":");
  const levels = words.find((one) => one.name === name)?.levels ?? [];
  const bins = Number(n);
  return (
    levels.every(([code]) => typeof code === "number") &&
    Number.isInteger(bins) &&
    bins >= 2 &&
    bins < levels.length
  );
}

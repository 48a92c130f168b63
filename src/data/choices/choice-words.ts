// What is chosen, in the words that a map of choices uses.
import {likelihoods, spreadFamilies} from "../../live/choices.js";
import type {LiveCard, LiveChoice} from "../../live/live-card.js";

/** A choice in words, kind by kind. */
export interface ChoiceWords {
  readonly groups: string;
  readonly spread: string;
  readonly coefficients: string;
  readonly likelihood: string;
}

/** "without Gender", "half as wide", "as on this page", "normal (linear probability)". */
export function choiceWords(card: LiveCard, choice: LiveChoice, zeroOne: boolean): ChoiceWords {
  const {spread, coefficients, likelihood} = choice;
  const {label} = likelihoods[likelihood];
  return {
    groups: groupsText(card, choice.groups),
    spread: spread.family === null ? widthText(spread.factor) : spreadFamilies[spread.family].label,
    coefficients: widthText(coefficients.factor),
    // A linear probability is one of an outcome that is 0 or 1.
    likelihood: zeroOne ? label : label.replace(/ \(.*\)$/u, "")
  };
}

function groupsText({groups: {modifiers}, words}: LiveCard, kept: readonly string[]): string {
  const labels = (names: readonly string[]): string[] =>
    names.map((name) => words.find((one) => one.name === name)?.label ?? name);
  const out = modifiers.filter((name) => !kept.includes(name));
  if (out.length === 0) return modifiers.length === 1 ? labels(kept)[0] : "all characteristics";
  if (kept.length === 1) return `${labels(kept)[0]} only`;
  return `without ${labels(out).join(" and ")}`;
}

function widthText(factor: number): string {
  if (factor === 1) return "as on this page";
  const named: Readonly<Partial<Record<number, string>>> = {
    0.25: "a quarter as wide",
    0.5: "half as wide",
    2: "twice as wide"
  };
  return named[factor] ?? `${factor} times as wide`;
}

// Values of options: texts as given, read as what they mean.
import {error} from "../engine/error.js";

/** The number that an option was given; raises an InputError that shows any other text. */
export function numberFlag(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value))
    error(`invalid value of --${name}: "${text}"; must be a number`);
  return value;
}

/** As {@link numberFlag}, for a whole number from 1. */
export function countFlag(name: string, text: string): number {
  const value = numberFlag(name, text);
  if (!Number.isInteger(value) || value < 1)
    error(`invalid value of --${name}: "${text}"; must be a whole number from 1`);
  return value;
}

/** Names with commas between; raises an InputError when one is empty or comes twice. */
export function namesFlag(name: string, text: string): string[] {
  const names = text.split(",").map((part) => part.trim());
  if (names.includes(""))
    error(`invalid value of --${name}: "${text}"; write column names with commas between`);
  const twice = names.find((one, i) => names.indexOf(one) !== i);
  if (twice !== undefined)
    error(`ambiguous value of --${name}: ${twice} comes twice; name it once`);
  return names;
}

// Columns of two numbers that nothing gives words for, such as sex as 1 and 2.
import type {Declaration, Level} from "../define/declaration.js";
import {listed} from "../define/words.js";

/**
 * A sentence that names the treatment, modifiers and controls whose two levels are bare numbers; `remedy` says where
 * words are given. Empty where there are none. Of more numbers, or as an outcome, they are steps that say themselves.
 */
export function wordlessText(declaration: Declaration, remedy: string): string {
  const {treatment, modifiers, controls = {}} = declaration;
  const columns: readonly (readonly [label: string, levels: readonly Level[]])[] = [
    ...(areZeroOne(treatment) ? [] : [[treatment.label, armsOf(treatment)] as const]),
    ...Object.values({...modifiers, ...controls}).map(
      ({label, levels = []}) => [label, levels] as const
    )
  ];
  const bare = columns.filter(
    ([, levels]) =>
      levels.length === 2 && levels.every(([value, text]) => isBareNumber(value, text))
  );
  if (bare.length === 0) return "";
  const named = bare.map(
    ([label, levels]) => `“${label}” (${levels.map(([, text]) => text).join(" and ")})`
  );
  return `The levels of ${listed(named)} have no words, so that pages will say the numbers; ${remedy}.`;
}

const armsOf = ({control, treated}: Declaration["treatment"]): readonly Level[] => [
  control,
  treated
];

/** Of a treatment 1 is the treated and 0 the others, by custom. */
const areZeroOne = (treatment: Declaration["treatment"]): boolean =>
  armsOf(treatment).every(([value], k) => value === k);

function isBareNumber(value: number | string, text: string): boolean {
  return text === String(value) && text.trim() !== "" && !Number.isNaN(Number(text));
}

// Refuses a declaration that contradicts itself, by the name of the column.
import {error} from "../../engine/error.js";
import type {Declaration, DeclaredColumn} from "./declaration.js";
import {listed} from "./words.js";

/** What a formula, a file and an address take as a name. */
const NAME = /^[A-Za-z][A-Za-z0-9_.]*$/u;

/** Raises an InputError on the first fault. */
export function checkDeclaration(declaration: Declaration): void {
  const {id, treatment, outcomes, modifiers, controls = {}, clusters = {}, rows} = declaration;
  if (!/^[a-z][a-z0-9-]*$/u.test(id))
    error(`invalid study name: "${id}"; use small letters, digits and hyphens, such as my-study`);
  if (!(rows > 0)) error(`invalid rows: ${String(rows)}; say how many rows the file has`);
  if (Object.keys(outcomes).length === 0) error("missing outcome: none is declared; name a column");
  if (Object.keys(modifiers).length === 0)
    error("missing modifiers: none is declared; name a column that the effect may differ by");
  const roles: readonly (readonly [role: string, names: readonly string[]])[] = [
    ["the treatment", [treatment.column]],
    ["an outcome", Object.keys(outcomes)],
    ["a modifier", Object.keys(modifiers)],
    ["a control", Object.keys(controls)],
    ["a cluster", Object.keys(clusters)]
  ];
  const seen = new Map<string, string>();
  for (const [role, names] of roles)
    for (const name of names) {
      const before = seen.get(name);
      if (before !== undefined)
        error(`ambiguous role: ${name} is ${listed([before, role])}; give it one of them`);
      if (!NAME.test(name))
        error(`invalid name: "${name}"; use letters and digits, and from: for the file's name`);
      seen.set(name, role);
    }
  if (String(treatment.control[0]) === String(treatment.treated[0]))
    error(`invalid arms: both are ${String(treatment.control[0])}; name two values`);
  for (const [name, {count}] of Object.entries(clusters))
    if (!(count > 1))
      error(`invalid clusters: ${name} has ${String(count)}; baselines vary between two at least`);
  for (const [name, column] of Object.entries({...outcomes, ...modifiers, ...controls}))
    checkLevels(name, column);
  for (const [name, {levels, bins}] of Object.entries(modifiers))
    if (!levels && !bins)
      error(`missing levels: modifier ${name} has none; declare levels, or bins of its numbers`);
}

function checkLevels(name: string, {levels = [], bins = []}: DeclaredColumn): void {
  const values = [...levels, ...bins].map(([value]) => String(value));
  const twice = values.find((value, k) => values.indexOf(value) !== k);
  if (twice !== undefined)
    error(`ambiguous levels: ${name} has ${twice} twice; leave one of them out`);
  const falling = bins.find(([upTo], k) => k > 0 && !(Number(upTo) > Number(bins[k - 1][0])));
  if (falling)
    error(`invalid bins: ${name} goes back to ${String(falling[0])}; list them from low to high`);
}

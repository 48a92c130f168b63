// The order of a column's answers where a person says it, because their words do not.
import {error} from "../../engine/error.js";
import {suggestion} from "../../engine/index.js";
import type {ColumnProfile} from "./column-profile.js";
import type {Roles} from "./roles.js";

type Orders = Readonly<Record<string, readonly string[]>>;

/**
 * The profiles, those of columns in `orders` as steps of a scale from the first answer named to the last;
 * values that are not named are no answers. Raises an InputError on a column that is not there or holds
 * numbers, and on an answer that it does not have.
 */
export function withOrders(
  profiles: readonly ColumnProfile[],
  orders: Orders
): readonly ColumnProfile[] {
  const names = profiles.map(({name}) => name);
  const unknown = Object.keys(orders).find((name) => !names.includes(name));
  if (unknown !== undefined) error(`unknown column: ${unknown}; ${suggestion(unknown, names)}`);
  return profiles.map((profile) =>
    Object.hasOwn(orders, profile.name) ? ordered(profile, orders[profile.name]) : profile
  );
}

/**
 * A sentence for each of the `orders` that no role uses; `profiles` are those of the file, before any order was said.
 * Raises an InputError where one leaves out values of a modifier or control: all of these are levels, and only an
 * outcome may have answers that are none.
 */
export function unusedOrders(
  orders: Orders,
  {treatment, outcomes, modifiers, controls}: Roles,
  profiles: readonly ColumnProfile[]
): string[] {
  return Object.entries(orders).flatMap(([name, order]) => {
    if (name === treatment || outcomes.includes(name)) return [];
    if (!modifiers.includes(name) && !controls.includes(name))
      return [
        `--order of ${name} is not used: the column is no outcome, modifier or control; name it as one of them, or leave --order out`
      ];
    const levels = profiles.find((one) => one.name === name)?.levels ?? [];
    const others = levels.map(([value]) => String(value)).filter((text) => !order.includes(text));
    if (others.length > 0)
      error(
        `missing answers: --order of ${name} leaves out ${others.map((text) => `"${text}"`).join(", ")}; name all values of a ${modifiers.includes(name) ? "modifier" : "control"} there, from lowest to highest`
      );
    return [];
  });
}

function ordered(profile: ColumnProfile, order: readonly string[]): ColumnProfile {
  const {name, levels, isText} = profile;
  if (!isText) error(`invalid order: ${name} holds numbers, which have one; leave --order out`);
  if (levels.length === 0)
    error(
      `invalid order: ${name} holds ${String(profile.distinct)} different texts, too many for a scale; join some in the file, or leave --order out`
    );
  const texts = levels.map(([value]) => String(value));
  const found = order.map((text) => {
    const level = levels[texts.indexOf(text)] as ColumnProfile["levels"][number] | undefined;
    return (
      level ?? error(`unknown answer: "${text}" of ${name}; its values are ${texts.join("; ")}`)
    );
  });
  if (found.length < 2 || new Set(order).size < order.length)
    error(`invalid order: ${order.join("; ")} of ${name}; name two or more answers, each once`);
  return {...profile, kind: found.length === 2 ? "two values" : "steps", levels: found};
}

// The order of a column's answers where a person says it, because their words do not.
import {error} from "../../engine/error.js";
import {suggestion} from "../../engine/index.js";
import type {ColumnProfile} from "./column-profile.js";

/**
 * The profiles, those of columns in `orders` as steps of a scale from the first answer named to the last;
 * values that are not named are no answers. Raises an InputError on a column that is not there or holds
 * numbers, and on an answer that it does not have.
 */
export function withOrders(
  profiles: readonly ColumnProfile[],
  orders: Readonly<Record<string, readonly string[]>>
): readonly ColumnProfile[] {
  const names = profiles.map(({name}) => name);
  const unknown = Object.keys(orders).find((name) => !names.includes(name));
  if (unknown !== undefined) error(`unknown column: ${unknown}; ${suggestion(unknown, names)}`);
  return profiles.map((profile) =>
    Object.hasOwn(orders, profile.name) ? ordered(profile, orders[profile.name]) : profile
  );
}

function ordered(profile: ColumnProfile, order: readonly string[]): ColumnProfile {
  const {name, levels, isText} = profile;
  if (!isText) error(`invalid order: ${name} holds numbers, which have one; leave --order out`);
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

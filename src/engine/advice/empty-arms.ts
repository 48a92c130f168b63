// W2: groups without both arms.
import type {Group} from "../effects/groups.js";
import {count, few, type Rule} from "./advice.js";

/** Fires when a group has no treated or no control row. */
export const emptyArms: Rule = ({effects}) => {
  const lacking = effects.groups.filter(
    ({n_treated, n_control}) => n_treated === 0 || n_control === 0
  );
  if (!lacking.length) return null;
  return {
    code: "W2",
    severity: "warning",
    message: `In ${String(lacking.length)} of ${count(effects.groups.length, "group")} treated or control rows are missing (${few(lacking.map(groupWords))}): the prior and the other groups tell the effect there, and their own rows alone give no estimate.`,
    remedy: "Read these groups as predictions, or merge each with a neighbour."
  };
};

/** "white 0 male 1" for a group of several modifiers, its value for a group of one. */
function groupWords({key, values}: {key: string; values: Group["values"]}): string {
  const parts = Object.entries(values);
  return parts.length > 1
    ? parts.map(([name, value]) => `${name} ${String(value)}`).join(" ")
    : key;
}

// Keeps what the bar's controls are set to in the address, and takes it from there.
import {readAddress, writeAddress} from "./address.js";
import type {Choice} from "./choices.js";

/** Settings by the name of their control. */
export type Settings = Readonly<Record<string, string>>;

/** What a setting is called in the address, where a reader sees it. */
const names: Readonly<Record<string, string>> = {
  width: "interval",
  point: "point",
  model: "model",
  modifier: "by",
  sort: "sort",
  scale: "scale"
};

/** Settings that the address names, of those offered; what there is not is taken out of it. */
export function settingsFromAddress(
  offered: Readonly<Partial<Record<string, readonly Choice[]>>>
): Settings {
  const asked = readAddress();
  const found: [string, string][] = [];
  const wrong: string[] = [];
  for (const [control, name] of Object.entries(names)) {
    const value = asked[name];
    if (value === undefined) continue;
    if (offered[control]?.some((choice) => choice.value === value)) found.push([control, value]);
    else wrong.push(name);
  }
  if (wrong.length > 0) writeAddress(Object.fromEntries(wrong.map((name) => [name, null])));
  return Object.fromEntries(found);
}

/** Writes settings into the address; what is as the page sets it stays out. */
export function settingsToAddress(now: Settings, plain: Settings): void {
  writeAddress(
    Object.fromEntries(
      Object.entries(names).map(([control, name]) => [
        name,
        now[control] === plain[control] ? null : now[control]
      ])
    )
  );
}

// Words that need no numbers: lists, capitals, forms of verbs.

/** A list in words: `a, b and c`. */
export function listText(items: readonly string[], conjunction = "and"): string {
  if (items.length < 2) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} ${conjunction} ${items[items.length - 1] ?? ""}`;
}

/** The text with a capital first letter. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A sentence with a full stop, unless a question mark ends it. */
export function ended(text: string): string {
  return /[?!]$/.test(text) ? text : `${text}.`;
}

/** A percentage with its article: `an 80%`, `a 95%`. */
export function aPercent(percent: number): string {
  return `${/^8|^1[18]$/.test(String(percent)) ? "an" : "a"} ${String(percent)}%`;
}

/** The form of a verb or pronoun that goes with a count: `agree(1, "is", "are")` gives `is`. */
export function agree(n: number, one: string, many: string): string {
  return n === 1 ? one : many;
}

// Words of a declaration inside sentences.

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

/** A label inside a sentence; abbreviations such as "GDP" stay. */
export function lowered(text: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** Whether a level's label says nothing without what it is a level of: "1–2", "yes", "high". */
export function isBare(text: string): boolean {
  return /^(?:[-\u2212+\d.,–<>≤≥ ]+|yes|no|high|low|none|other|not stated|true|false)$/iu.test(
    text
  );
}

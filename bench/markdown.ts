// Tables and numbers as the bench writes them in Markdown.

/** A number to three significant digits, thousands separated; a dash where it is none. */
export function format(value: number): string {
  if (!Number.isFinite(value)) return "–";
  return value.toLocaleString("en", {maximumSignificantDigits: 3});
}

/** A table; the first `texts` columns stand left, the rest, numbers, right. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  texts: number
): string {
  const rule = head.map((_, column) => (column < texts ? "---" : "---:"));
  return [head, rule, ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

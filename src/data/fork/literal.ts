// Plain data as TypeScript, laid out as prettier would.

const WIDTH = 100;

/** `value` as source text that starts at column `at` of a line indented by `indent` blanks. */
export function literal(value: unknown, indent = 0, at = indent): string {
  const line = oneLine(value);
  const fits = at + line.length + 1 <= WIDTH;
  if (fits && !holdsMatrix(value)) return line;
  const inner = " ".repeat(indent + 2);
  const close = " ".repeat(indent);
  if (Array.isArray(value)) {
    const items = value.map((item) => `${inner}${literal(item, indent + 2)}`);
    return `[\n${items.join(",\n")}\n${close}]`;
  }
  if (!isRecord(value)) return line;
  const entries = entriesOf(value).map(([key, item]) => {
    const start = `${inner}${keyText(key)}: `;
    const text = literal(item, indent + 2, start.length);
    // A text that is too long begins a line of its own.
    const isLong = typeof item === "string" && start.length + text.length + 1 > WIDTH;
    return isLong ? `${start.trimEnd()}\n${inner}  ${text}` : `${start}${text}`;
  });
  return `{\n${entries.join(",\n")}\n${close}}`;
}

/** Prettier gives each row of a list of lists a line of its own. */
function holdsMatrix(value: unknown): boolean {
  if (isRecord(value)) return Object.values(value).some(holdsMatrix);
  if (!Array.isArray(value)) return false;
  const isMatrix = value.length > 1 && value.every((row) => Array.isArray(row) && row.length > 1);
  return isMatrix || value.some(holdsMatrix);
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(", ")}]`;
  if (isRecord(value)) {
    const entries = entriesOf(value).map(([key, item]) => `${keyText(key)}: ${oneLine(item)}`);
    return entries.length === 0 ? "{}" : `{${entries.join(", ")}}`;
  }
  if (typeof value === "number") return numberText(value);
  return quoted(value);
}

/** A text as prettier quotes it: with single marks where that saves escapes. */
function quoted(value: unknown): string {
  const text = JSON.stringify(value);
  if (typeof value !== "string") return text;
  const doubles = value.split('"').length - 1;
  const singles = value.split("'").length - 1;
  if (doubles <= singles) return text;
  return `'${text.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

function entriesOf(value: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function keyText(key: string): string {
  return /^[\p{L}\p{Nl}$_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}$]*$/u.test(key)
    ? key
    : JSON.stringify(key);
}

function numberText(value: number): string {
  return Number.isSafeInteger(value) && Math.abs(value) >= 10_000
    ? String(value).replaceAll(/\B(?=(?:\d{3})+$)/gu, "_")
    : String(value);
}

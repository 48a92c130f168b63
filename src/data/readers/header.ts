// Names of columns as a file gives them, made unique where they are not.

/** Names to use, and a sentence for each that is not the file's own. */
export function headerNames(header: readonly string[]): {
  names: readonly string[];
  renamed: readonly string[];
} {
  const renamed: string[] = [];
  const taken = new Set<string>();
  const given = new Set(header.map((name) => name.trim()));
  const names = header.map((raw, j) => {
    const own = raw.trim().replaceAll(/\s+/g, " ");
    const base = own === "" ? `column_${String(j + 1)}` : own;
    let name = base;
    for (let k = 2; taken.has(name) || (name !== own && given.has(name)); ++k)
      name = `${base}_${String(k)}`;
    taken.add(name);
    if (own === "") renamed.push(`Column ${String(j + 1)} has no name; here it is ${name}.`);
    else if (name !== own)
      renamed.push(`Column ${String(j + 1)} is a second ${own}; here it is ${name}.`);
    return name;
  });
  return {names, renamed};
}

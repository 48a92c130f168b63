// Says as an import what Framework wrote as the first line of a cell, so that a bundler can take it in.

/** A cell's first line: the names that the page imports, and the modules they come from. */
const several =
  /(\bbody: async \([^)]*\) => \{\n)const \[(.*)\] = await Promise\.all\(\[((?:import\("[^"\n]+"\)(?:, )?)+)\]\);\n/g;
const single = /(\bbody: async \([^)]*\) => \{\n)const (.*) = await import\(("[^"\n]+")\);\n/g;

/**
 * The text of a page's module with the imports of its cells, which Framework awaits before anything else,
 * as statements at its top. Imports that a page asks for later stay as they are.
 */
export function staticImports(text: string): string {
  const statements: string[] = [];
  const state = (names: string, module: string): void => {
    // A destructured `a: b` is an imported `a as b`; a name alone holds the whole module.
    const clause = names.startsWith("{") ? names.replaceAll(/\s*:\s*/g, " as ") : `* as ${names}`;
    statements.push(`import ${clause} from ${module};\n`);
  };
  const own = text
    .replaceAll(several, (_, head: string, names: string, modules: string) => {
      const parts = names.match(/\{[^}]*\}|[\w$]+/g) ?? [];
      const paths = modules.match(/"[^"]+"/g) ?? [];
      paths.forEach((path, i) => state(parts[i], path));
      return head;
    })
    .replaceAll(single, (_, head: string, names: string, module: string) => {
      state(names, module);
      return head;
    });
  const firstCell = own.search(/^(define|registerFile)\(/m);
  return firstCell < 0 ? own : own.slice(0, firstCell) + statements.join("") + own.slice(firstCell);
}

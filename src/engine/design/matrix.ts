// The columns of a design matrix from the terms of a formula, named and coded as R does.
import type {Atom, Term} from "../formula/terms.js";
import type {Columns} from "../types.js";
import type {AtomValues, Recipe} from "./frame.js";

/** Named columns, each with one number per row. */
export interface NamedColumns {
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
}

/** The recipes of all atoms of a model, by the atom's name. */
export type Recipes = Readonly<Record<string, Recipe>>;

/**
 * The columns that terms stand for. A factor is coded by contrasts with its first level where an
 * earlier term, or the constant, holds the term without it, and by one column per level otherwise;
 * without a constant the first factor has all its levels: R's rule.
 * Names are brms's: "region_txtEasternEurope", "alliance:white".
 */
export function termColumns(
  terms: readonly Term[],
  intercept: boolean,
  recipes: Recipes,
  data: Columns
): NamedColumns {
  const known = new Map<string, AtomValues>();
  const valuesOf = ({name}: Atom): AtomValues => {
    const values = known.get(name) ?? recipes[name](data);
    known.set(name, values);
    return values;
  };
  const isFactor = (atom: Atom): boolean => valuesOf(atom).kind === "factor";
  const first = intercept ? undefined : terms.find((term) => term.some(isFactor));
  const names: string[] = [];
  const columns: Float64Array[] = [];
  terms.forEach((term, t) => {
    const whole = term === first ? term.find(isFactor) : undefined;
    let partial: {name: string; values: Float64Array | null}[] = [{name: "", values: null}];
    for (const atom of term) {
      const contrasts = atom !== whole && hasMargin(terms.slice(0, t), term, atom);
      const pieces = coded(atom.name, valuesOf(atom), contrasts);
      // R lets the first factor run fastest.
      partial = pieces.flatMap((piece) =>
        partial.map((before) => ({
          name: before.name === "" ? piece.name : `${before.name}:${piece.name}`,
          values: before.values ? multiply(before.values, piece.values) : piece.values
        }))
      );
    }
    for (const {name, values} of partial) {
      names.push(name);
      if (values) columns.push(values);
    }
  });
  return {names, columns};
}

/** True when the term without the atom is empty or lies within one of the earlier terms. */
function hasMargin(earlier: readonly Term[], term: Term, atom: Atom): boolean {
  const rest = term.filter((other) => other !== atom);
  if (!rest.length) return true;
  return earlier.some((other) => rest.every(({name}) => other.some((o) => o.name === name)));
}

function coded(
  name: string,
  atom: AtomValues,
  contrasts: boolean
): {name: string; values: Float64Array}[] {
  if (atom.kind === "number") return [{name: coefficientName(name), values: atom.values}];
  return atom.levels.slice(contrasts ? 1 : 0).map((level, k) => {
    const code = contrasts ? k + 1 : k;
    const values = Float64Array.from(atom.codes, (c) => Number(c === code));
    return {name: coefficientName(name + level), values};
  });
}

/** brms's letters for operators in names. */
const operatorLetters: Readonly<Partial<Record<string, string>>> = {
  "+": "P",
  "-": "M",
  "*": "MU",
  "/": "D",
  "^": "E",
  "=": "EQ"
};

/** A name as brms writes it: no blanks, brackets or quotes, letters for operators. */
export function coefficientName(text: string): string {
  return text.replaceAll(/[\s()[\],"'?+\-*/^=]/g, (sign) => operatorLetters[sign] ?? "");
}

function multiply(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((x, i) => x * b[i]);
}

// The stand-in of a declared study: its rows by level, combined by chance.
import type {Margin, StandInPlan} from "../stand-in-plans.js";
import type {Declaration, DeclaredColumn, Level} from "./declaration.js";

/** How large an assumed effect is, and how far one step of a modifier moves the answer: in latent SDs. */
const assumed = {effect: 0.3, step: 0.2};

/** A plan from the counts that the declaration holds; effects are assumed. */
export function declaredStandIn(declaration: Declaration): StandInPlan {
  const {
    rows,
    treatment,
    outcomes,
    modifiers,
    controls = {},
    clusters = {},
    where = {}
  } = declaration;
  const {column, from: arm = column, control, treated} = treatment;
  const declared: Record<string, DeclaredColumn> = {
    [column]: {from: arm, label: "", levels: [control, treated]},
    ...outcomes,
    ...modifiers,
    ...controls
  };
  const margins: Record<string, Margin> = {};
  const texts: Record<string, readonly string[]> = {};
  const measured: Record<string, (normal: number) => number> = {};
  for (const [name, one] of Object.entries(declared)) {
    const {from = name, mean = 0, sd = 1} = one;
    const levels = one.levels ?? one.bins;
    // Of a column by whose values rows are kept, all have one of these.
    const kept = (where[from] ?? []).map(Number);
    if (!levels) measured[from] = (normal) => nearest(kept, mean + sd * normal);
    else {
      if (levels.some(([value]) => typeof value === "string"))
        texts[from] = levels.map(([value]) => String(value));
      margins[from] = marginOf(levels, Object.hasOwn(texts, from));
    }
  }
  for (const [name, [value]] of Object.entries(where)) {
    if (Object.hasOwn(margins, name) || Object.hasOwn(measured, name)) continue;
    margins[name] = {[typeof value === "string" ? 0 : value]: rows};
    if (typeof value === "string") texts[name] = [value];
  }
  for (const [name, {from = name, count}] of Object.entries(clusters))
    margins[from] = evenMargin(rows, count);
  const [[outcome, {from = outcome}]] = Object.entries(outcomes);
  const isTreated = Object.hasOwn(texts, arm) ? 1 : Number(treated[0]);
  const shifts = Object.entries(modifiers).flatMap(([name, {from: file = name}]) =>
    Object.hasOwn(margins, file)
      ? Object.keys(margins[file]).map((code, k) => ({file, code: Number(code), k}))
      : []
  );
  return {
    rows,
    margins,
    texts,
    covering: [],
    measured,
    outcome: Object.hasOwn(margins, from) ? from : null,
    latent: (is) =>
      assumed.effect * is(arm, isTreated) +
      shifts.reduce((sum, {file, code, k}) => sum + assumed.step * k * is(file, code), 0)
  };
}

/** The value nearest to `x`; `x` itself where there are none. */
function nearest(values: readonly number[], x: number): number {
  return values.length === 0
    ? x
    : values.reduce((a, b) => (Math.abs(b - x) < Math.abs(a - x) ? b : a));
}

/** Clusters of about equal size, numbered from 1. */
function evenMargin(rows: number, count: number): Margin {
  const size = (k: number): number => Math.floor(rows / count) + Number(k < rows % count);
  return Object.fromEntries(Array.from({length: count}, (_, k) => [k + 1, size(k)]));
}

/** Rows by code: the level's own number, or its position where levels are texts. */
function marginOf(levels: readonly Level[], byPosition: boolean): Margin {
  return Object.fromEntries(
    levels.map(([value, , rows], k) => [byPosition ? k : Number(value), rows])
  );
}

// Makes a whole study of a short declaration.
import type {ModifierWords, StudyDefinition} from "../study.js";
import {cautionsOf} from "./cautions.js";
import {checkDeclaration} from "./check.js";
import {codeColumn} from "./column-codes.js";
import type {Declaration, DeclaredSource} from "./declaration.js";
import {declaredModels, groupColumn} from "./models.js";
import {declaredRecodes} from "./recodes.js";
import {referenceOf} from "./reference-of.js";
import {declaredStandIn} from "./stand-in-plan.js";
import type {Source} from "../sources.js";
import {inSentence, isBare} from "./words.js";

/**
 * The study that a declaration says: recodes that check the file, a model for each outcome on cells
 * that a page can refit, least squares to compare, words for all of it, and a stand-in.
 * Raises an InputError that names the column where the declaration contradicts itself.
 */
export function defineStudy(declaration: Declaration): StudyDefinition {
  checkDeclaration(declaration);
  const {
    id,
    title,
    treatment,
    outcomes,
    modifiers,
    controls = {},
    clusters = {},
    scale
  } = declaration;
  const columns = Object.entries({...modifiers, ...controls});
  const coded = Object.fromEntries(
    columns.map(([name, column]) => [
      name,
      codeColumn(name, {...column, ...(declaration.capitals && {names: true})})
    ])
  );
  const names = Object.keys(modifiers);
  const words = Object.fromEntries(names.map((name) => [name, coded[name].words]));
  const group = groupColumn(declaration);
  return {
    id,
    title,
    source: sourceOf(declaration),
    preparedFile: `prepared-${id}.csv`,
    recodes: declaredRecodes(declaration, coded),
    outcome: {
      label: Object.values(outcomes)
        .map(({label}) => label)
        .join("; "),
      ...scale
    },
    modifiers: words,
    describe: describer(declaration, words),
    treatment: treatment.label,
    names: properNames(declaration),
    ...(declaration.row && {row: declaration.row}),
    cautions: cautionsOf(declaration),
    cells: Object.fromEntries(
      Object.keys(outcomes).map((outcome) => [
        outcome,
        [treatment.column, ...names, group, ...Object.keys(clusters)]
      ])
    ),
    models: declaredModels(declaration, coded),
    claims: [],
    standIn: declaredStandIn(declaration)
  };
}

/** A group in words: its labels with commas between, capitals only where a name or the start needs one. */
function describer(
  declaration: Declaration,
  words: Readonly<Record<string, ModifierWords>>
): StudyDefinition["describe"] {
  const {modifiers} = declaration;
  const lower = inSentence(declaration);
  const all = Object.values(words).flatMap(({levels}) => levels.map(([, text]) => text));
  const needsLabel = (text: string, own: readonly string[]): boolean =>
    isBare(text, own) || all.filter((one) => one === text).length > 1;
  return (levels) =>
    Object.entries(modifiers)
      .flatMap(([name, {label, names = false}]) => {
        const text = levels[name];
        if (text === undefined) return [];
        const own = words[name].levels.map(([, one]) => one);
        return needsLabel(text, own)
          ? `${lower(label)} ${lower(text)}`
          : names
            ? text
            : lower(text);
      })
      .join(", ")
      .replace(/^./u, (first) => first.toUpperCase());
}

/** First words of labels that keep their capitals, for whoever writes a label inside a sentence. */
function properNames({modifiers, outcomes, treatment, capitals}: Declaration): string[] {
  const named = Object.values(modifiers)
    .filter(({names = capitals}) => names)
    .flatMap(({levels = []}) => levels.map(([, text]) => text));
  const others = [treatment, ...Object.values({...outcomes, ...modifiers})];
  const labels = capitals ? others.map(({label}) => label) : [];
  return [...named, ...labels].map((text) => text.split(/[\s,]/u)[0]);
}

/** A text with a full stop, unless another mark ends it. */
const ended = (text: string): string =>
  /[.?!]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`;

function sourceOf({id, title, source}: Declaration): Source {
  const {licence, citation, reference, urls = [], ...file}: DeclaredSource = source;
  const read = citation === undefined ? null : referenceOf(citation, source.doi);
  return {
    ...file,
    id,
    title,
    urls,
    licence: licence ?? "Not stated; ask the authors before passing the file on",
    citation: citation === undefined ? "How to cite these data is not stated." : ended(citation),
    reference: reference ??
      read ?? {
        kind: "data",
        authors: [],
        // The study's title may be a question, which nobody gave to the data.
        ...(citation === undefined
          ? {title: `Data file ${source.file}`}
          : // In no parts that could be told apart, but whole.
            {title, note: ended(citation)})
      }
  };
}

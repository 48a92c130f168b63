// `study.json`: what a page must say of a study besides its tables.
import {packageVersions, version} from "../key.js";
import type {Columns} from "../../engine/index.js";
import type {Prepared} from "../prepare.js";
import type {FittedModel, StudyDefinition, StudyModel} from "../study.js";
import {brmsCode} from "./brms-code.js";
import {fitCommand} from "./fit-command.js";
import {liveCard} from "./live-card.js";
import {unshownWords} from "./unshown-words.js";

/** The card of a study, as src/components/study-types.ts declares it; `node` is the version, empty in a browser. */
export function studyCard(
  study: StudyDefinition,
  prepared: Prepared,
  columns: Columns,
  fitted: readonly FittedModel[],
  facts: readonly Readonly<Record<string, number>>[],
  {key, node}: {readonly key: string; readonly node: string}
): Record<string, unknown> {
  const {id, title, outcome, source, modifiers, claims} = study;
  const fits = new Map(fitted.map(({model, fit}) => [model.id, fit]));
  return {
    id,
    title,
    stand_in: prepared.standIn !== "",
    stand_in_note: prepared.standIn,
    outcome,
    source: {
      title: source.title,
      citation: source.citation,
      reference: source.reference,
      licence: source.licence,
      file: source.file,
      sha256: source.sha256,
      bytes: source.bytes,
      ...(prepared.records.length > 0 && {rows: prepared.records[0].rowsBefore}),
      urls: [...(source.doi === undefined ? [] : [`https://doi.org/${source.doi}`]), ...source.urls]
    },
    recodes: prepared.records.map(({name, why, rowsAfter, counts}) => ({
      name,
      why,
      rows: rowsAfter,
      counts
    })),
    modifiers: Object.entries(modifiers).map(([name, {label, levels}]) => ({
      name,
      label,
      levels: levels.map(([, text]) => text)
    })),
    ...(study.names && {names: study.names}),
    ...(study.row && {row: study.row}),
    ...(study.cautions?.length && {cautions: study.cautions}),
    ...(study.treatment !== undefined && {treatment: study.treatment}),
    models: fitted.map((one, k) => modelCard(study, one, facts[k])),
    // Simulated rows can say nothing of what was published.
    claims: (prepared.standIn === "" ? claims : []).map(({claim, where, topic, test}) => ({
      claim,
      where,
      topic,
      ...test({fits, columns})
    })),
    versions: {poolhouse: version, node, packages: packageVersions},
    key
  };
}

function olsErrors({ols = {}}: StudyModel): string {
  const {cluster} = Object.values(ols).find((one) => one.cluster) ?? {};
  return cluster
    ? `with errors clustered by ${cluster.label} (CR2)`
    : "with robust errors, classical ones within single groups";
}

function modelCard(
  study: StudyDefinition,
  one: FittedModel,
  facts: Readonly<Record<string, number>>
): Record<string, unknown> {
  const {model, fit, key} = one;
  const {reasons, ...diagnostics} = fit.diagnostics;
  const {chains, warmup, draws, seed} = fit.options;
  return {
    id: model.id,
    title: model.title,
    status: model.status,
    origin: model.origin,
    formula: model.spec.formula,
    equations: model.spec.equations ?? [],
    family: fit.model.family,
    treatment: model.spec.treatment,
    by: model.spec.by,
    n: fit.model.design.rows.total,
    cells: fit.model.cells.cells,
    priors: fit.model.priors.table,
    sampler: {method: fit.method, reason: fit.reason, chains, warmup, draws, seed, ...diagnostics},
    advice: fit.advice,
    unshown: unshownWords(study, one),
    unconverged: reasons.join("; "),
    signed_off: model.signedOff ?? "",
    facts,
    ols: model.ols ?? {},
    ols_errors: olsErrors(model),
    live: liveCard(one, study),
    code: {brms: brmsCode(one, study), poolhouse: fitCommand(one, study)},
    key
  };
}

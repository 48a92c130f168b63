// A fitted model as commands of Poolhouse that give the same draws.
import {defaultSamplerOptions} from "../../engine/index.js";
import type {FittedModel, StudyDefinition} from "../study.js";

/** Where code for readers expects the prepared rows, beside the program. */
export const preparedFolder = "prepared";

/**
 * Two shell commands: one that writes the rows after recoding, one that fits the model to them with
 * the same seed, so that its draws are the report's, number by number.
 */
export function fitCommand(
  {model, fit}: FittedModel,
  {id, preparedFile, cells = {}}: Pick<StudyDefinition, "id" | "preparedFile" | "cells">
): string {
  const fixed = model.live && cells[model.live.cells];
  const {formula, equations = [], priors = [], treatment, by, scale} = model.spec;
  const {chains, warmup, draws, seed} = fit.options;
  const lines = [
    `./bin/poolhouse fit --data ${quoted(`${preparedFolder}/${preparedFile}`)}`,
    `--formula ${quoted(formula)}`,
    ...equations.map((equation) => `--equation ${quoted(equation)}`),
    ...(fit.model.family === "gaussian" ? [] : [`--family ${fit.model.family}`]),
    ...priors.map((prior) => `--prior ${quoted(prior)}`),
    `--treatment ${quoted(treatment)} --by ${quoted(by.join(","))}`,
    ...(fixed ? [`--cells ${quoted(fixed.join(","))}`] : []),
    ...(scale === undefined ? [] : [`--scale ${quoted(scale)}`]),
    `--chains ${chains} --warmup ${warmup} --draws ${draws} --seed ${quoted(seed)}`,
    ...unusual(fit.options, model.sampler?.method)
  ];
  return `./bin/poolhouse data ${quoted(id)} --prepared ${preparedFolder}\n${lines.join(" \\\n  ")}\n`;
}

/** The options that are rarely given, where they are not their defaults. */
function unusual(
  {targetAcceptance, maxTreeDepth}: FittedModel["fit"]["options"],
  method: string = defaultSamplerOptions.method
): string[] {
  const given = [
    ["--target-acceptance", targetAcceptance, defaultSamplerOptions.targetAcceptance],
    ["--max-treedepth", maxTreeDepth, defaultSamplerOptions.maxTreeDepth],
    ["--method", method, defaultSamplerOptions.method]
  ] as const;
  const lines = given.filter(([, value, usual]) => value !== usual);
  return lines.map(([flag, value]) => `${flag} ${value}`);
}

/** A text as a shell takes it, in single quotation marks unless it is plain. */
function quoted(text: string): string {
  return /^[\w./,-]+$/u.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

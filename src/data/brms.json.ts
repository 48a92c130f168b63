// Loader: what the page for brms users shows, from the pairs that tests hold true.
import {createModel} from "../engine/index.js";
import {absences, answers} from "./brms/answers.js";
import {exampleRows} from "./brms/example-rows.js";
import {groupPairs, outcomePairs, populationPairs} from "./brms/formulas.js";
import {exampleFormula, shownPair} from "./brms/pair.js";
import {priorPairs} from "./brms/priors.js";
import {shownRefusal} from "./brms/refusal.js";
import {refusals} from "./brms/refusals.js";

const card = {
  population: populationPairs.map(shownPair),
  groups: groupPairs.map(shownPair),
  outcomes: outcomePairs.map(shownPair),
  priors: priorPairs.map(shownPair),
  refusals: refusals.map(shownRefusal),
  answers: answers.map(({brms, here, ...words}) => ({...words, left: brms, right: here})),
  absences,
  example: exampleFormula,
  defaults: createModel({formula: exampleFormula}, exampleRows()).priors.table
};
process.stdout.write(`${JSON.stringify(card)}\n`);

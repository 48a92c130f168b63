// What is to be known of a choice before any fit: groups, warnings with remedies, other groups, models.
import type {YourPlan} from "../components/your-plan-types.js";
import type {YourChoice} from "../components/your-types.js";
import type {Caution} from "../data/define/cautions.js";
import type {Declaration} from "../data/define/declaration.js";
import {defineStudy} from "../data/define/define-study.js";
import {declaredFormula} from "../data/define/models.js";
import {listed} from "../data/define/words.js";
import {leftOutText} from "../data/profile/left-out.js";
import {wordlessText} from "../data/profile/wordless.js";
import {alternativesOf} from "./alternatives.js";
import type {Opened} from "./opened.js";
import {settle} from "./settle.js";

/** More groups than these are not listed. */
const LISTED = 200;

/** Where a reader of the page gives words. */
const WORDS =
  "write words in place of the numbers in the file and choose it again, or give them in the study folder, in levels of its declaration";

/** A choice in numbers and words. Raises an InputError as {@link settle} does. */
export function planOf(opened: Opened, given: YourChoice): YourPlan {
  const {declaration, audit, cautions, reasons, choice, kept} = settle(opened, given);
  const study = defineStudy(declaration);
  const words = Object.entries(study.modifiers);
  const usual: Declaration = {...declaration, formulas: {}};
  return {
    choice,
    sizes: audit.counts,
    rows: opened.told.rows,
    left: leftOutText(declaration, kept.columns, opened.told.rows),
    wordless: wordlessText(declaration, WORDS),
    arms: [declaration.treatment.control, declaration.treatment.treated].map(([value]) =>
      String(value)
    ),
    warnings: [
      ...cautions.map((one) => clusterRemedy(one, choice, declaration)),
      ...audit.warnings
    ],
    groups: audit.groups.slice(0, LISTED).map(({levels, n, treated}) => ({
      label: study.describe(
        Object.fromEntries(
          words.map(([name, {levels: own}], k) => [
            name,
            own.find(([value]) => String(value) === levels[k])?.[1] ?? levels[k]
          ])
        )
      ),
      n,
      treated
    })),
    alternatives: alternativesOf(kept, choice, declaration),
    models: Object.entries(declaration.outcomes).map(([name, {label, from = name}]) => ({
      outcome: from,
      label,
      formula: declaration.formulas?.[name] ?? declaredFormula(usual, name),
      proposed: declaredFormula(usual, name)
    })),
    reasons
  };
}

/** A caution with the remedy by one press: the units that it names as clusters. */
function clusterRemedy(
  caution: Caution,
  choice: YourChoice,
  {unclustered = {}}: Declaration
): YourPlan["warnings"][number] {
  const missed = Object.entries(unclustered);
  const units = missed.map(([name, {from = name}]) => from);
  const label = `Take ${listed(missed.map(([, one]) => one.label))} for the cluster`;
  const others = (list: readonly string[]): string[] => list.filter((one) => !units.includes(one));
  return {
    ...caution,
    remedy: "Give each an intercept: press the button, or make it a cluster in the table.",
    use: {
      label,
      choice: {
        ...choice,
        controls: others(choice.controls),
        clusters: [...others(choice.clusters), ...units]
      }
    }
  };
}

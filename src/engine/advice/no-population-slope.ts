// W14: a slope that varies by group around zero.
import {termKey} from "../formula/terms.js";
import {few, named, type Rule} from "./advice.js";

/**
 * Fires when a column's slope varies by group in an equation that has no term for the column
 * itself: group effects are then shrunk towards zero instead of towards their mean.
 */
export const noPopulationSlope: Rule = ({model}) => {
  const missing = new Set<string>();
  for (const {terms, groups, intercept} of model.design.formula.equations) {
    const population = new Set(terms.map(termKey));
    if (intercept !== "none") population.add("");
    for (const group of groups)
      for (const term of group.terms)
        if (!population.has(termKey(term))) missing.add(term.map((atom) => atom.name).join(":"));
  }
  if (!missing.size) return null;
  const names = [...missing];
  return {
    code: "W14",
    severity: "warning",
    message: `The slope of ${few(names)} varies by group but has no population term, so every group's slope is shrunk towards zero, not towards the average slope.`,
    remedy: `Add ${named(names.join(" + "))} outside the group terms.`
  };
};

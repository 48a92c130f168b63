// The estimates of many sites with their standard errors, and no rows of anybody: a model as declared.
import type {ModelSpec} from "../../engine/index.js";

/** How large is the effect in each site, given all others, and in rural ones beside the rest? */
export const sites: ModelSpec = {
  formula: "effect | se(error) ~ 1 + rural + (1 | site)",
  priors: ["Intercept: normal(0, 0.5)", "b: normal(0, 0.5)", "sd: normal(0, 0.3)"]
};

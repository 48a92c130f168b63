// The studies of this site, in reading order.
import type {StudyDefinition} from "../study.js";
import {alliances} from "./alliances-study.js";
import {sideTaking} from "./side-taking-study.js";
import {tunisia} from "./tunisia.js";

export {prepare} from "../prepare.js";
export type {StudyDefinition} from "../study.js";

/** All studies. */
export const studies: readonly StudyDefinition[] = [sideTaking, alliances, tunisia];

// Whatever a page's controls offer makes a model that the engine takes; how it is fitted is tested elsewhere.
import {describe, expect, it} from "vitest";
import {readCells} from "../../src/components/live-cells.js";
import {createModel} from "../../src/engine/index.js";
import {likelihoods, spreadFamilies, unchanged} from "../../src/live/choices.js";
import type {LiveCard, LiveChoice} from "../../src/live/live-card.js";
import {liveModel} from "../../src/live/live-model.js";
import {builtFile, studyNames, studyOf} from "./tables.js";

const offered = studyNames.flatMap((study) =>
  studyOf(study).models.flatMap((model) => {
    const {live} = model as unknown as {live: LiveCard | null};
    return live ? [{study, id: model.id, live}] : [];
  })
);

/** Every value of every control by itself, and both buttons that scale all priors. */
function changes({groups, words}: LiveCard): Partial<LiveChoice>[] {
  const scaled = [0.5, 2].map((factor) => ({
    spread: {family: null, factor},
    coefficients: {factor}
  }));
  const families = Object.keys(spreadFamilies).map((family) => ({spread: {family, factor: 1}}));
  const fewer = groups.modifiers.map((left) => ({
    groups: groups.modifiers.filter((name) => name !== left)
  }));
  const coarser = words
    .filter(({levels}) => levels.length > 2)
    .map(({name}) => ({bins: {[name]: 2}}));
  return [{}, ...scaled, ...families, ...(fewer.length > 1 ? fewer : []), ...coarser];
}

describe.each(offered)("the controls of $study, $id", ({study, live}) => {
  const bytes = builtFile(study, `cells-${live.cells}`, "arrow");
  const cells = readCells(new Uint8Array(bytes).buffer);
  const suited = Object.entries(likelihoods).filter(
    ([, {zeroOne}]) => !zeroOne || cells.outcome.zeroOne
  );

  it.each(suited.map(([name]) => name))("make models with the likelihood %s", (likelihood) => {
    for (const change of changes(live)) {
      const {spec, data} = liveModel(live, cells, {...unchanged(live), likelihood, ...change});
      expect(createModel(spec, data).design.outcome.length, JSON.stringify(change)).toBeGreaterThan(
        0
      );
    }
  });
});

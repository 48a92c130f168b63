// The doors of the project: what a page, a study or a script may import.

/** A door: the modules behind it, and the words over them. */
export interface Door {
  readonly id: string;
  /** Files, in the order to show them. */
  readonly modules: readonly string[];
}

const inFolder = (folder: string, names: string): string[] =>
  names
    .trim()
    .split(/\s+/u)
    .map((name) => `src/${folder}/${name}.ts`);

/** What pages of this site import; tests/tools/api holds the list against them. */
const components = inFolder(
  "components",
  `
  address advice-words agreement-plot agreement-readings caterpillar chain-plot citation 
  claims-table coefficient-change coefficient-pairs controls convergence-table data-card 
  data-table diagnostics-card dom effect-densities energy-plot explorer figure fit-picker 
  fit-readings fit-tables follow-lens format group-grid group-picker growth-plot half-eyes 
  highlight ladder-figures lens lens-captions lens-note lens-records lens-source lens-words 
  live-cells live-panel live-readings live-rows means-layout means-plot means-table model-card 
  modifier-boxes moved-notice notices original-means page-in-one-file pair-comparison pair-source pairing pooling-readings 
  population prior-plot prior-readings provenance rank-plot ratio-plot readings records report 
  respondent-models sentence shares-table shift-plot shown-picker side-by-side speed-plot 
  study-answer study-choices study-page study-record study-sections tile-view together trust-readings whole-tables your-data
  `
);

/** All doors. */
export const doors: readonly Door[] = [
  {id: "engine", modules: ["src/engine/index.ts"]},
  {id: "live", modules: ["src/live/index.ts"]},
  {
    id: "studies",
    modules: inFolder(
      "data",
      "define/define-study define/declaration study recode recode-steps sources report/report prepare read-file"
    )
  },
  {id: "components", modules: components}
];

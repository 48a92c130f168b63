// A page of a study opened: its report, what the reader chose, and the files that are fetched later.
import {followPin, readAll} from "./address.js";
import {ControlBar} from "./controls.js";
import {lensFromAddress, lensToAddress} from "./follow-lens.js";
import {GroupPicker} from "./group-picker.js";
import {createHighlight, type Highlight} from "./highlight.js";
import {lensChoices, type Lens} from "./lens.js";
import {readoutOf} from "./lens-captions.js";
import {LensNote, scaleChoices} from "./lens-note.js";
import {lensSource} from "./lens-source.js";
import {MovedNotice} from "./moved-notice.js";
import {Cautions, StandInBanner, UnknownGroups} from "./notices.js";
import {createComparer} from "./pair-source.js";
import type {Comparer} from "./pair-types.js";
import {readReport, type Report, type ReportFiles} from "./report.js";
import type {Margin} from "./shares.js";
import {SampleShares} from "./sample-shares.js";
import type {SharesTable} from "./shares-table.js";
import {togetherOf} from "./together.js";
import {
  filesOfPairs,
  modelChoices,
  modelsModifiers,
  wordsOf,
  type LaterFiles,
  type Seen,
  type StudyModels
} from "./study-parts.js";

/** A study's page, for the sections of study-sections.ts. */
export class StudyPage {
  readonly report: Report;
  readonly files: Required<ReportFiles>;
  readonly later: LaterFiles;
  readonly models: StudyModels;
  readonly highlight: Highlight = createHighlight();
  readonly compare: Comparer;
  private readonly shares: SharesTable;
  private readonly source: ReturnType<typeof lensSource>;
  private readonly known: ReadonlySet<string>;
  private readonly picker: GroupPicker;

  /** `files` are there already; `later` holds a function for each that is fetched when needed. */
  constructor(files: Required<ReportFiles>, later: LaterFiles) {
    this.report = readReport(files);
    this.files = files;
    this.later = later;
    const {effects, parameters, study} = this.report;
    const {modifiers} = study;
    this.models = study.models as StudyModels;
    this.source = lensSource({effects, modifiers}, later);
    this.known = new Set([
      ...effects.map(({group}) => group),
      ...parameters.map(({variable}) => variable)
    ]);
    followPin(this.highlight, this.known);
    this.compare = createComparer(filesOfPairs(later));
    const [first] = this.models;
    const rows = effects.filter(({model}) => model === first.id);
    this.picker = GroupPicker(rows, this.highlight, {modifiers, names: study.names});
    this.shares = SampleShares(modelsModifiers(study, first), rows);
  }

  /** What a reader must know first: simulated rows, warnings, groups that are not here, what moved where that was asked. */
  notices(): Node {
    const node = document.createDocumentFragment();
    const {study} = this.report;
    node.append(StandInBanner(study) ?? "", Cautions(study) ?? "");
    node.append(UnknownGroups(readAll("group"), this.known) ?? "");
    if (study.moved) node.append(MovedNotice(this.report, this.highlight));
    return node;
  }

  /** The bar, for `view()`: lens, interval, point and, where there are several, the model. */
  controls(): ControlBar {
    return ControlBar({
      models: modelChoices(this.models),
      lenses: lensChoices,
      scales: scaleChoices(this.models[0]),
      initial: {lens: lensFromAddress()},
      picker: this.picker
    });
  }

  /** The table of a population's shares, for `view()`; hidden until the reader asks for one. */
  population(): SharesTable {
    return this.shares;
  }

  /** What the reader chose, with the numbers that answer it; `edited` are the shares set by hand. */
  async look(chosen: ControlBar["value"], edited: readonly Margin[]): Promise<Seen> {
    const {lens: kind, scale} = chosen;
    const models = this.models.map(({id}) => id);
    const {lens, problem} = await this.source({kind, scale, edited, models});
    const model = this.models.find(({id}) => id === chosen.model) ?? this.models[0];
    const modifiers = modelsModifiers(this.report.study, model);
    const seen = {chosen, lens, problem, model, modifiers};
    const words = wordsOf(this.report.study, seen);
    this.picker.tell(readoutOf(lens, model.id, words), togetherOf(lens, model.id, words));
    return seen;
  }

  /** The line under the controls: what the lens means, and what went wrong. */
  note({chosen, model, problem}: Seen): HTMLElement {
    lensToAddress(chosen.lens);
    const isReweighted = chosen.lens === "reweighted";
    this.shares.hidden = !isReweighted;
    this.shares.say(isReweighted ? problem : "");
    return LensNote(chosen.lens, {
      model,
      scale: chosen.scale,
      problem: isReweighted ? "" : problem,
      row: this.report.study.row
    });
  }
}

export type {Lens};

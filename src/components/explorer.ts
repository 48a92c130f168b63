// All groups, to be searched, filtered, sorted, split into panels and highlighted.
import {Caterpillar} from "./caterpillar.js";
import {element} from "./dom.js";
import type {DrawingOptions} from "./drawing.js";
import {ExplorerForm} from "./explorer-form.js";
import {filterReading} from "./explorer-readings.js";
import {Figure, type FigureOptions} from "./figure.js";
import {capitalise} from "./format.js";
import {everything, filterRows, readFilter, writeFilter, type GroupFilter} from "./group-filter.js";
import type {Highlight} from "./highlight.js";
import {ManyGroups, manyFrom} from "./many-groups.js";
import {filterTitle, matchSentence} from "./match-readings.js";
import {panelOrder} from "./panel-stack.js";
import {effectRecords} from "./records.js";
import {groupSentence} from "./sentence.js";
import {searchExample} from "./search-example.js";
import {sortRows} from "./sort-rows.js";
import type {Together} from "./together.js";
import type {EffectRow, Modifier} from "./types.js";

/** What the explorer is told beside the groups. */
export interface ExplorerOptions
  extends
    Omit<DrawingOptions, "width" | "document">,
    Pick<FigureOptions, "id" | "number" | "name" | "standIn" | "unconverged"> {
  readonly highlight: Highlight;
  /** The modifiers that groups are described by, in the order to offer them. */
  readonly modifiers: readonly Modifier[];
  /** What is drawn, the level and kind of every interval; the reading follows it. */
  readonly caption: string;
  /** First words of labels that are names. */
  readonly names?: readonly string[] | undefined;
  /** Order and panels where the address says nothing. */
  readonly start?: Partial<GroupFilter> | undefined;
  /** A modifier of two levels that colour and shape tell apart. */
  readonly mark?: Modifier | undefined;
  /** A modifier whose panels stand side by side where there is room. */
  readonly across?: Modifier | undefined;
  readonly title?: string | undefined;
  /** The average over some of the groups, in a sentence, where there is one to be had. */
  readonly together?: Together | undefined;
}

/** The fields and, below them, the figure of the groups that they leave. */
export function GroupExplorer(rows: readonly EffectRow[], options: ExplorerOptions): HTMLElement {
  const {id, highlight, modifiers} = options;
  const start = {...everything, ...options.start};
  const {filter, problems} = readFilter(modifiers, start);
  const place = element("div", {class: "explorer-figure"});
  let shown: readonly EffectRow[] = rows;
  const fields = ExplorerForm({
    id,
    modifiers,
    filter,
    start,
    example: `such as ${searchExample(rows, modifiers, options.names)}`,
    onchange: () => {
      const now = fields.read();
      writeFilter(now, start);
      show(now);
    },
    onhighlight: () => highlight.select(shown.map(({group}) => group))
  });
  function show(now: GroupFilter): void {
    const found = filterRows(rows, now, modifiers);
    shown = found.rows;
    const filtered = JSON.stringify(now) !== JSON.stringify({...start, find: "", keep: {}});
    const say = (text: string): void => fields.say(text, shown.length > 0, filtered);
    const match = matchSentence(shown.length, rows.length, {...found, modifiers});
    say(match);
    if (shown.length > 1 && shown.length < rows.length)
      void options
        .together?.(new Set(shown.map(({group}) => group)))
        .then((more) => more !== "" && shown === found.rows && say(`${match} ${more}`));
    place.replaceChildren(groupFigure(found.rows, rows, now, options));
  }
  show(filter);
  return element(
    "section",
    {class: "explorer", "aria-label": "All groups"},
    ...problems.map((problem) => element("p", {class: "address-problem"}, problem)),
    fields.form,
    place
  );
}

function groupFigure(
  rows: readonly EffectRow[],
  all: readonly EffectRow[],
  filter: GroupFilter,
  options: ExplorerOptions
): HTMLElement {
  const {outcome, interval, point, modifiers, across, caption} = options;
  const panels = modifiers.find(({name}) => name === filter.facet);
  const side = across && across !== panels ? {fx: across} : {};
  const facets = panels ? {fy: panels, ...side} : {};
  const sorted = sortRows(rows, filter.order, {point, interval, modifiers});
  const order = panelOrder(sorted, facets).map(({group}) => group);
  const byGroup = new Map(rows.map((row) => [row.group, row]));
  const reading = filterReading(rows, all, options);
  const drawn = {...options, sort: filter.order, facets};
  return Figure(
    (width) =>
      rows.length < manyFrom
        ? Caterpillar(rows, {...drawn, width})
        : ManyGroups(sorted, {...drawn, width}),
    {
      ...options,
      title: filterTitle(rows, all, options),
      caption: `${caption} ${reading}`,
      rows: effectRecords(sorted, {outcome, modifiers, interval}),
      order: () => order,
      readout: (group) => {
        const row = byGroup.get(group);
        return row ? capitalise(groupSentence(row, {outcome, interval, point})) : "";
      }
    }
  );
}

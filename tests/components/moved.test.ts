// @vitest-environment jsdom
import {describe, expect, it, vi} from "vitest";
import {MovedNotice} from "../../src/components/moved-notice.js";
import type {GroupState, ModelChange, StudyMoved} from "../../src/components/moved-types.js";
import {Moved} from "../../src/components/moved.js";
import type {Report} from "../../src/components/report.js";
import type {StudyCard} from "../../src/components/study-types.js";
import {groupChanges} from "../../src/diff/group-changes.js";
import {all, groupsOf} from "./drawn.js";
import {groups, outcome, tie, voter} from "./effect-rows.js";

const effects = groups(voter, tie).map((row) => ({...row, model: "one"}));

/** A group's posterior in the figure's row, its mean and median moved by so much. */
function state(at: number, by: number): GroupState {
  const {label, n, p_positive, rungs} = effects[at];
  const now = rungs.partial ?? {median: 0, mean: 0, sd: 1, lower: zeros, upper: zeros};
  return {...now, label, n, positive: p_positive, median: now.median + by, mean: now.mean + by};
}

const zeros = {50: 0, 80: 0, 90: 0, 95: 0};
const shifts = [0.1, 0, -0.3, 0.0001];
const now = new Map(effects.map(({group}, i) => [group, state(i, 0)]));
const before = new Map(effects.map(({group}, i) => [group, state(i, -shifts[i])]));
const model: ModelChange = {
  ...{id: "one", title: "Model one", refitted: true},
  settings: [{what: "priors", before: "sd: normal(0, 1)", after: "sd: normal(0, 2)"}],
  groups: groupChanges(before, now),
  advice: {
    added: [{code: "W1", severity: "warning", message: "Groups are small.", remedy: "Merge them."}],
    removed: []
  }
};
const moved: StudyMoved = {settings: [], models: [model], added: ["Model two"], removed: []};
const study = {id: "tiny", outcome, modifiers: [voter, tie], models: [], stand_in: false};
const report = {study, effects, parameters: [], curves: []} as unknown as Report;
const section = Moved(report, moved);

describe("Moved", () => {
  it("draws the groups that moved, now and before, and no other", () => {
    const figure = section.querySelector<HTMLElement>("#moved-one");
    const drawn = groupsOf(all(figure ?? section, "circle[data-group]"));
    expect(new Set(drawn)).toEqual(new Set(["g0", "g2"]));
    expect(drawn).toHaveLength(4);
    expect(figure?.textContent).toContain("2 other groups moved less.");
  });

  it("says the same in words: how far, of what, and why", () => {
    const {sd} = state(2, 0);
    const text = section.textContent;
    expect(text).toContain("2 of 4 moved by 0.05 posterior sd or more");
    expect(text).toContain(`by \u2212${(0.3 / sd).toFixed(2)} sd`);
    expect(text).toContain("priors: sd: normal(0, 1) → sd: normal(0, 2)");
    expect(text).toContain("New: Model two.");
    expect(text).toContain("Groups are small.");
  });

  it("has in its table the columns that figure and words come from", () => {
    section.querySelector<HTMLElement>(".figure-foot > button")?.click();
    const heads = all(section, "thead th").map(({textContent}) => textContent);
    for (const name of ["shift", "crossed", "before"])
      expect(heads.some((head) => head.includes(name))).toBe(true);
    expect(all(section, "tbody tr")).toHaveLength(2);
  });
});

describe("MovedNotice", () => {
  it("is nothing that a reader sees where nothing is told to have moved", () => {
    expect(MovedNotice(report).nodeType).toBe(Node.COMMENT_NODE);
  });

  it("becomes the section where it is", async () => {
    const card = {...study, moved} as unknown as StudyCard;
    const place = MovedNotice({...report, study: card}) as HTMLElement;
    await vi.waitFor(() => expect(place.querySelector("h2")?.textContent).toMatch(/^What moved/));
  });
});

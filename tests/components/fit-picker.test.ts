// @vitest-environment jsdom
import {afterEach, describe, expect, it} from "vitest";
import {FitPicker, fitInAddress} from "../../src/components/fit-picker.js";
import {ChainPicker, chosenPriors, PriorPicker} from "../../src/components/shown-picker.js";
import {chained, exactCard, priored} from "./fit-rows.js";

const study = (id: string, models: readonly [string, "published" | "corrected"][]) => ({
  id,
  title: `Study ${id}`,
  models: models.map(([model, status]) => ({
    ...exactCard,
    id: model,
    title: `Model ${model}`,
    status
  }))
});
const studies = [
  study("votes", [
    ["old", "published"],
    ["new", "corrected"]
  ]),
  study("wars", [["first", "published"]])
];

const go = (search: string) => history.replaceState(null, "", `/trust${search}`);

afterEach(() => go(""));

/** Chooses a value as a reader would. */
function choose(form: HTMLFormElement, name: string, value: string): void {
  const select = form.querySelector<HTMLSelectElement>(`select[name=${name}]`)!;
  select.value = value;
  select.dispatchEvent(new Event("input", {bubbles: true}));
}

describe("fitInAddress", () => {
  it("takes what the address names", () => {
    expect(fitInAddress(studies, {study: "votes", model: "old"})).toEqual({
      ...{study: "votes", model: "old", unknown: ""}
    });
  });
  it("prefers a corrected model, else the first", () => {
    expect(fitInAddress(studies, {}).model).toBe("new");
    expect(fitInAddress(studies, {study: "wars"}).model).toBe("first");
  });
  it("tells what it does not know, and never shows another study's model", () => {
    const odd = fitInAddress(studies, {study: "wars", model: "new"});
    expect(odd).toEqual({study: "wars", model: "first", unknown: "new"});
    expect(fitInAddress(studies, {study: "<b>"}).unknown).toBe("<b>");
    expect(fitInAddress([], {})).toEqual({study: "", model: "", unknown: ""});
  });
});

describe("FitPicker", () => {
  it("starts where the address says and writes there what is chosen", () => {
    go("?study=votes&model=old&group=1_2");
    const picker = FitPicker(studies);
    expect(picker.value).toEqual({study: "votes", model: "old"});
    choose(picker, "model", "new");
    expect(picker.value).toEqual({study: "votes", model: "new"});
    expect(Object.fromEntries(new URLSearchParams(location.search))).toEqual({
      study: "votes",
      model: "new",
      group: "1_2"
    });
  });
  it("offers the models of the study that is chosen", () => {
    const picker = FitPicker(studies);
    choose(picker, "study", "wars");
    expect(picker.value).toEqual({study: "wars", model: "first"});
    const models = picker.querySelectorAll("select[name=model] option");
    expect([...models].map((option) => option.textContent)).toEqual(["Model first"]);
    expect(location.search).toBe("?study=wars&model=first");
  });
  it("says when the address names what is not here, as text, until a choice is made", () => {
    go(`?model=${encodeURIComponent("<img src=x>" + "y".repeat(500))}`);
    const picker = FitPicker(studies);
    const note = picker.querySelector(".picker-note")!;
    expect(note.textContent).toMatch(
      /^The address names a fit that is not here \(<img src=x>y+…\);/
    );
    expect(note.querySelector("img")).toBeNull();
    expect(note.textContent.length).toBeLessThan(160);
    choose(picker, "model", "old");
    expect(note.textContent).toBe("");
  });
  it("has its value before anybody else hears of the choice", () => {
    const picker = FitPicker(studies);
    let heard = "";
    picker.addEventListener("input", () => (heard = picker.value.model));
    choose(picker, "model", "old");
    expect(heard).toBe("old");
  });
});

describe("ChainPicker and PriorPicker", () => {
  it("offer the stored parameters by their words", () => {
    const picker = ChainPicker([chained("Slope", [[1]]), chained("Scale", [[1]])]);
    const options = [...picker.querySelectorAll("option")].map((option) => option.textContent);
    expect(options).toEqual(["Those nearest to a limit", "Slope", "Scale"]);
    choose(picker, "shown", "b_Scale");
    expect(picker.value).toBe("b_Scale");
  });
  it("offer all priors where there are more than twelve", () => {
    const many = Array.from({length: 14}, (_, i) => priored(`P${i}`, {kept: i / 20}));
    expect(PriorPicker(many.slice(0, 12)).querySelector("select")).toBeNull();
    const picker = PriorPicker(many);
    expect(chosenPriors(many, picker.value).map(({label}) => label)).toHaveLength(12);
    expect(chosenPriors(many, picker.value)[0].label).toBe("P13");
    choose(picker, "shown", "all");
    expect(chosenPriors(many, picker.value)).toHaveLength(14);
  });
  it("keep the choice in the address, and start with what it says", () => {
    go("?model=old");
    const variables = [chained("Slope", [[1]]), chained("Scale", [[1]])];
    choose(ChainPicker(variables), "shown", "b_Scale");
    expect(location.search).toBe("?model=old&chains=b_Scale");
    const again = ChainPicker(variables);
    expect([again.value, again.querySelector("select")?.value]).toEqual(["b_Scale", "b_Scale"]);
    choose(again, "shown", "");
    expect(location.search).toBe("?model=old");
  });
  it("take out of the address what cannot be had here", () => {
    go("?chains=%3Cimg%3E&priors=all");
    expect(ChainPicker([chained("Slope", [[1]])]).value).toBe("");
    expect(PriorPicker([priored("P", {kept: 1})]).value).toBe("");
    expect(location.search).toBe("");
  });
});

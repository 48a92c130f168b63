// @vitest-environment jsdom
import {afterEach, describe, expect, it} from "vitest";
import {ControlBar} from "../../src/components/controls.js";
import type {ControlOptions} from "../../src/components/controls.js";

const options: ControlOptions = {
  models: [
    {value: "published", label: "published"},
    {value: "corrected", label: "corrected"}
  ],
  modifiers: [
    {name: "race", label: "race", levels: ["white", "nonwhite"]},
    {name: "gender", label: "gender", levels: ["men", "women"]}
  ],
  sorts: [
    {value: "effect", label: "effect"},
    {value: "n", label: "n"}
  ]
};

function choose(bar: HTMLFormElement, name: string, value: string): void {
  const radio = bar.querySelector<HTMLInputElement>(`input[name=${name}][value="${value}"]`);
  const select = bar.querySelector<HTMLSelectElement>(`select[name=${name}]`);
  if (radio) radio.checked = true;
  else select!.value = value;
  (radio ?? select)!.dispatchEvent(new Event("input", {bubbles: true}));
}

afterEach(() => history.replaceState(null, "", location.pathname));

describe("ControlBar", () => {
  it("is in the address as far as it was changed, and starts as the address says", () => {
    const bar = ControlBar(options);
    choose(bar, "width", "50");
    choose(bar, "modifier", "gender");
    expect(location.search).toBe("?interval=50&by=gender");
    expect(ControlBar(options).value).toEqual(bar.value);
    choose(bar, "width", "95");
    expect(location.search).toBe("?by=gender");
  });

  it("takes out of the address what it does not offer", () => {
    history.replaceState(null, "", "?interval=51&sort=n&scale=response&lens=new");
    expect(ControlBar(options).value).toMatchObject({width: 95, sort: "n", scale: "link"});
    expect(location.search).toBe("?sort=n&lens=new");
  });

  it("starts with the median, the 95% interval and the first of everything", () => {
    expect(ControlBar(options).value).toEqual({
      width: 95,
      point: "median",
      sort: "effect",
      modifier: "race",
      model: "published",
      lens: "groups",
      scale: "link"
    });
  });
  it("offers lenses and scales where there are several, and says the lens on its fold", () => {
    const lenses = [
      {value: "groups", label: "these groups"},
      {value: "new", label: "a new group"}
    ];
    const scales = [
      {value: "link", label: "log-odds"},
      {value: "response", label: "probability"}
    ];
    const bar = ControlBar({...options, lenses, scales});
    const fold = bar.querySelector(".controls-fold")!;
    expect(fold.textContent).toBe("Median, 95% intervals");
    choose(bar, "lens", "new");
    choose(bar, "scale", "response");
    expect(bar.value).toMatchObject({lens: "new", scale: "response"});
    expect(fold.textContent).toBe("Median, 95% intervals, a new group");
    expect(ControlBar(options).querySelector("[name=lens], [name=scale]")).toBeNull();
  });
  it("has the field that finds groups first, and its button names it where it is folded", () => {
    const picker = document.createElement("p");
    const bar = ControlBar({...options, picker});
    expect(bar.querySelector(".controls-body")!.firstElementChild).toBe(picker);
    expect(bar.querySelector(".controls-fold")!.textContent).toBe("Find a group · median, 95%");
  });
  it("starts where it is told to", () => {
    const bar = ControlBar({...options, initial: {width: 80, model: "corrected"}});
    expect(bar.value).toMatchObject({width: 80, model: "corrected", point: "median"});
    expect(bar.querySelector<HTMLInputElement>("input:checked")!.value).toBe("80");
  });
  it("has its new value before any listener hears of a change", () => {
    const bar = ControlBar(options);
    const heard: unknown[] = [];
    bar.addEventListener("input", () => heard.push(bar.value));
    choose(bar, "width", "50");
    choose(bar, "point", "mean");
    choose(bar, "modifier", "gender");
    expect(heard).toHaveLength(3);
    expect(bar.value).toEqual({
      width: 50,
      point: "mean",
      sort: "effect",
      modifier: "gender",
      model: "published",
      lens: "groups",
      scale: "link"
    });
  });
  it("leaves out what offers no choice", () => {
    const bar = ControlBar({models: options.models!.slice(0, 1)});
    expect([...bar.querySelectorAll("select")]).toHaveLength(0);
    expect(bar.value).toMatchObject({model: "published", sort: "", modifier: ""});
  });
  it("gives every field a name that is read aloud", () => {
    const bar = ControlBar(options);
    for (const field of bar.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
      "input, select"
    )) {
      expect(field.labels![0].textContent).not.toBe("");
    }
    expect([...bar.querySelectorAll("legend")].map((legend) => legend.textContent)).toEqual([
      "Interval",
      "Point"
    ]);
  });
  it("folds into a button that says the present choice", () => {
    const bar = ControlBar(options);
    const fold = bar.querySelector<HTMLButtonElement>(".controls-fold")!;
    const body = bar.querySelector(`#${fold.getAttribute("aria-controls")!}`)!;
    choose(bar, "width", "80");
    expect(fold.textContent).toBe("Median, 80% intervals");
    fold.click();
    expect([fold.getAttribute("aria-expanded"), body.classList.contains("open")]).toEqual([
      "true",
      true
    ]);
  });
  it("does not reload the page when it is submitted", () => {
    const event = new Event("submit", {cancelable: true});
    ControlBar(options).dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
  });
});

// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {Provenance} from "../../src/components/provenance.js";
import type {StudyCard} from "../../src/components/study-types.js";
import {exactCard} from "./fit-rows.js";

const study = {
  stand_in: false,
  stand_in_note: "",
  source: {
    ...{title: "t", citation: "Roe (2020)", licence: "Public domain", file: "a.dta"},
    ...{
      sha256: "ab12",
      bytes: 12345,
      urls: ["https://doi.org/10.1/AB", "https://example.org/a.dta"]
    }
  },
  modifiers: [{name: "woman", label: "Gender", levels: ["Men", "Women"]}],
  recodes: [
    {name: "Complete", why: "All answered.", rows: 468, counts: {woman: 2, age: 0, x: 1100}}
  ],
  versions: {poolhouse: "0.1.0", node: "20", packages: {seedrandom: "3.0.5"}},
  key: "reportkey"
} as unknown as StudyCard;

const facts = (node: Element) =>
  Object.fromEntries(
    [...node.querySelectorAll("dl > div")].map((pair) => [
      pair.querySelector("dt")!.textContent,
      pair.querySelector("dd")!.textContent
    ])
  );

describe("Provenance", () => {
  it("tells file, licence, keys with what goes into them, and versions", () => {
    const said = facts(Provenance(study, exactCard));
    expect(said.File).toBe("a.dta, 12,345 bytes");
    expect(said["sha256 of the file"]).toBe("ab12");
    expect(said.Licence).toBe("Public domain.");
    expect(said["Made by"]).toBe("Poolhouse 0.1.0, Node 20 and seedrandom 3.0.5.");
    expect(said["Key of the report"]).toMatch(/^reportkeya sha256 of/);
    expect(said["Key of this fit"]).toMatch(
      /^fitkey.*\(exact draws, 4 chains, 500 of warm-up, 1,000 kept, seed “s”\)$/
    );
  });
  it("counts what each recode found lacking, in words where there are some", () => {
    const cells = [...Provenance(study, exactCard).querySelectorAll("tbody tr > *")];
    expect(cells.map(({textContent}) => textContent)).toEqual([
      ...["Complete", "All answered.", "Gender: 2, x: 1,100", "468"]
    ]);
    const ofOutcome = {...exactCard, formula: "x ~ 1 + woman"};
    expect(Provenance(study, ofOutcome).querySelector("tbody")?.textContent).toContain(
      "Gender: 2, Outcome: 1,100"
    );
  });
  it("begins with the rows of the file, where they are known", () => {
    const whole = {...study, source: {...study.source, rows: 500}};
    const [first] = Provenance(whole, exactCard).querySelectorAll("tbody tr");
    expect([...first.children].map(({textContent}) => textContent)).toEqual([
      ...["File", `${study.source.file}, as it is read.`, "\u2013", "500"]
    ]);
  });
  it("gives the commands that make the fit again, as they are to be run", () => {
    expect(Provenance(study, exactCard).querySelector("pre")!.textContent).toBe(
      exactCard.code.poolhouse
    );
  });
  it("says first when the file was not read", () => {
    expect(Provenance(study, exactCard).querySelector(".bad")).toBeNull();
    const simulated = {...study, stand_in: true, stand_in_note: "Simulated rows: chance."};
    const first = Provenance(simulated, exactCard).firstElementChild!;
    expect(first.textContent).toBe("Simulated rows: chance.");
  });
});

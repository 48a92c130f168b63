import {expect, it} from "vitest";
import {referenceOf} from "../../../src/data/define/reference-of.js";

it("reads authors, year, title and archive", () => {
  expect(
    referenceOf(
      "Bush, Sarah Sunn, and Lauren Prather. 2020. Replication data for “Foreign Meddling”. Harvard Dataverse. doi:10.7910/DVN/AD8CKP.",
      "10.7910/DVN/AD8CKP"
    )
  ).toEqual({
    kind: "data",
    authors: ["Bush, Sarah Sunn", "Prather, Lauren"],
    year: 2020,
    title: "Replication data for “Foreign Meddling”",
    publisher: "Harvard Dataverse",
    doi: "10.7910/DVN/AD8CKP"
  });
});

it.each([
  [
    "Doe, Jane. 1999. “A Title.” A Journal 3 (4): 5–6.",
    ["Doe, Jane"],
    "A Title",
    "A Journal 3 (4): 5–6"
  ],
  [
    "Doe, J., Ann Roe, and Li Poe (2001). A title. OSF.",
    ["Doe, J.", "Roe, Ann", "Poe, Li"],
    "A title",
    "OSF"
  ],
  [
    "World Bank. 2024. Enterprise surveys. World Bank Group.",
    ["World Bank"],
    "Enterprise surveys",
    "World Bank Group"
  ]
])("reads %s", (citation, authors, title, publisher) => {
  expect(referenceOf(citation)).toMatchObject({authors, title, publisher});
});

it.each(["", "Our own survey. Data file a.csv.", "see the README"])(
  "leaves %j as it is",
  (text) => {
    expect(referenceOf(text)).toBeNull();
  }
);

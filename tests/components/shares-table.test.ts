// @vitest-environment jsdom
import {beforeEach, describe, expect, it} from "vitest";
import {SharesTable} from "../../src/components/shares-table.js";
import {age, voter} from "./effect-rows.js";

const groups = [
  {
    title: "People",
    margins: [
      {modifier: voter, shares: [25.04, 74.96]},
      {modifier: age, shares: [20, 30, 50]}
    ]
  }
];

beforeEach(() => history.replaceState(null, "", "/"));

function made(address = "/") {
  history.replaceState(null, "", address);
  const table = SharesTable(groups);
  const heard: unknown[] = [];
  table.addEventListener("input", () => heard.push(table.value));
  const fields = [...table.querySelectorAll("input")];
  const type = (i: number, text: string): void => {
    fields[i].value = text;
    fields[i].dispatchEvent(new Event("input", {bubbles: true}));
  };
  const said = (): string =>
    [...table.querySelectorAll(".shares-message")].map((p) => p.textContent).join("");
  return {table, heard, fields, type, said};
}

describe("SharesTable", () => {
  it("starts with the sample's shares, none of them set by the reader", () => {
    const {table, fields, said} = made();
    expect(fields.map(({value}) => value)).toEqual(["25", "75", "20", "30", "50"]);
    expect(table.value).toEqual([]);
    expect(said()).toBe("");
  });

  it("names every field by its characteristic and level", () => {
    const {fields} = made();
    expect(fields[3].getAttribute("aria-label")).toBe("Age, 2: percent of the population");
    expect(made().table.querySelectorAll("caption")).toHaveLength(2);
  });

  it("tells once of each new value, and writes it into the address", () => {
    const {table, heard, type} = made();
    type(0, "40");
    type(1, "60");
    expect(heard).toHaveLength(2);
    expect(table.value).toEqual([{modifier: voter, shares: [40, 60]}]);
    expect(new URLSearchParams(location.search).get("shares")).toBe("voter:40,60");
  });

  it("scales and says so while only one share is new", () => {
    const {table, type, said} = made();
    type(0, "75");
    expect(table.value).toEqual([{modifier: voter, shares: [50, 50]}]);
    expect(said()).toBe("The shares of Voter add up to 150%; they are scaled to 100%.");
  });

  it("keeps what is typed and the last good shares, and says what is wrong", () => {
    const {table, heard, fields, type, said} = made();
    type(0, "40");
    type(1, "sixty");
    expect(fields[1].value).toBe("sixty");
    expect(fields[1].getAttribute("aria-invalid")).toBe("true");
    expect(fields[0].getAttribute("aria-invalid")).toBe("false");
    expect(said()).toMatch(/^Voter, Clinton has “sixty”, which is no percentage/);
    expect(heard).toHaveLength(1);
    expect(table.value[0].shares[1]).toBeCloseTo((100 * 75) / 115);
    type(1, "60");
    expect(fields[1].getAttribute("aria-invalid")).toBe("false");
    expect(said()).toBe("");
    expect(table.value).toEqual([{modifier: voter, shares: [40, 60]}]);
  });

  it("starts where the address says, and says when it cannot be read", () => {
    const {table, fields, said} = made("/?shares=voter:10,90;age:x,y,z");
    expect(fields.map(({value}) => value)).toEqual(["10", "90", "20", "30", "50"]);
    expect(table.value).toEqual([{modifier: voter, shares: [10, 90]}]);
    expect(said()).toBe(
      "The address holds 1 list of shares that cannot be read; the sample’s are shown instead."
    );
  });

  it("goes back to the sample by one button", () => {
    const {table, fields, heard, type} = made();
    type(2, "wrong");
    type(0, "1");
    table.querySelector("button")!.click();
    expect(fields.map(({value}) => value)).toEqual(["25", "75", "20", "30", "50"]);
    expect(table.value).toEqual([]);
    expect(heard.at(-1)).toEqual([]);
    expect(location.search).toBe("");
    expect(fields.every((field) => field.getAttribute("aria-invalid") !== "true")).toBe(true);
  });

  it("shows a sentence about the shares as a whole until it is taken away", () => {
    const {table, said} = made();
    table.say("No mix meets them all.");
    expect(said()).toBe("No mix meets them all.");
    table.say("");
    expect(said()).toBe("");
  });
});

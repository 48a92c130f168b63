// @vitest-environment jsdom
import {Blob as NodeBlob} from "node:buffer";
import {expect, it, vi} from "vitest";
import {YourExports} from "../../src/components/your-exports.js";
import type {YourChoice} from "../../src/components/your-types.js";

it("names its files after the study", async () => {
  vi.stubGlobal("Blob", NodeBlob);
  const names: string[] = [];
  vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:here");
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement
  ) {
    names.push(this.download);
  });
  const cells = {csv: "", named: [], kept: 4, withheld: 0, uniform: []};
  const workshop = {
    folder: () => Promise.resolve(new Uint8Array()),
    cells: () => Promise.resolve(cells)
  };
  const node = YourExports(workshop, "canvass-2023", () => ({}) as YourChoice);
  for (const button of node.querySelectorAll("button")) button.click();
  await vi.waitFor(() => expect(names).toHaveLength(2));
  expect(names.toSorted()).toEqual(["canvass-2023-cells.csv", "canvass-2023.zip"]);
});

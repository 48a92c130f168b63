import {expect, it} from "vitest";
import {idOf} from "../../src/workshop/id-of.js";

it.each([
  ["My data (2).csv", "my-data-2"],
  ["Befragung_Wähler.final.sav", "befragung-wahler-final"],
  ["2023.dta", "x-2023"]
])("a study of %s is called %s", (file, id) => expect(idOf(file)).toBe(id));

import {expect, it} from "vitest";
import {valuesText} from "../../src/components/your-words.js";
import {manyText, profileTable} from "../../src/data/profile/column-profile.js";

const of = (texts: readonly string[]): string => {
  const [profile] = profileTable({columns: {text: texts}, words: {}});
  return valuesText({...profile, many: manyText(profile), arms: []});
};
const texts = (count: number): string[] =>
  Array.from({length: count}, (_, i) => `name ${String(i)}`);

it("counts texts that are too many to name, as far as they are counted", () => {
  expect(of([...texts(36), ...texts(36)])).toBe("36 different texts");
  expect(of(texts(2500))).toBe("2000 or more different texts");
  expect(of(["a", "b", "b"])).toBe("a (1), b (2)");
});

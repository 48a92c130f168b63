import {expect, it} from "vitest";
import {useShortCode} from "../../tools/short-code.js";

type Rule = Parameters<Parameters<typeof useShortCode>[0]["core"]["ruler"]["push"]>[1];

/** The classes that a paragraph's tokens are given. */
function classesOf(...children: readonly {type: string; content: string}[]): string[][] {
  let rule: Rule = () => undefined;
  useShortCode({core: {ruler: {push: (_, own) => (rule = own)}}});
  const given = children.map((): string[] => []);
  const tokens = children.map((child, i) => ({
    ...child,
    attrJoin: (_: string, value: string) => void given[i].push(value)
  }));
  const block = {attrJoin: () => undefined, content: ""};
  rule({
    tokens: [
      {...block, type: "fence", content: "npm ci"},
      {...block, type: "inline", children: tokens}
    ]
  });
  return given;
}

it("marks short code in text, and nothing else", () => {
  expect(
    classesOf(
      {type: "code_inline", content: "--source-url"},
      {type: "code_inline", content: "call ~ 1 + ethnicity * (gender + quality + city)"},
      {type: "text", content: "--row"}
    )
  ).toEqual([["short"], [], []]);
});

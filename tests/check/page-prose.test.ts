import {describe, expect, it} from "vitest";
import {proseOf} from "../../src/check/page-prose.js";
import {typedNumbers} from "../../src/check/prose.js";

const fence = "```";
const values = (markdown: string) => typedNumbers(markdown).map(({value}) => value);

describe("proseOf", () => {
  it("keeps words and their lines, and leaves out code, mathematics, markup and addresses", () => {
    const markdown = `---\ntitle: 12 things\n---\n\nSome \`code 3\` and $x = 4$ [here](./page-5).\n<p class="x6">Words</p>\n`;
    const lines = proseOf(markdown).map(({text, line}) => [
      line,
      text.replaceAll(/\s+/g, " ").trim()
    ]);
    expect(lines).toEqual([
      [5, "Some and [here ."],
      [6, "Words"]
    ]);
  });
});

describe("typedNumbers", () => {
  it.each([
    {text: "The effect is 0.23 points.", found: ["0.23"]},
    {text: "It is −12 in some 1,234 of them.", found: ["−12", "1,234"]},
    {text: "A share of 5% is left.", found: ["5"]},
    {
      text: 'Of ${count(n)} people ${share > 0.5 ? `at least 51 people` : "few"} agree.',
      found: ["51"]
    },
    {
      text: `${fence}js\ndisplay(Figure({title: "An effect of 0.4 points"}));\n${fence}`,
      found: ["0.4"]
    },
    {text: `${fence}js\nconst x = 0.4; // a step of 0.1 points\n${fence}`, found: []},
    {text: "In 2016, on 28 August 2023, and Alley, J. 2023. Note.", found: []},
    {text: "The 95% interval, 50% (thick) and 95% (thin) limits.", found: []},
    {text: "On the scale from 1 to 4, for a 0/1 outcome, quantiles of type 7.", found: []},
    {text: "The note says “5% of the variation”; HC3, W16 and LKJ(1) are names.", found: []},
    {text: "Two thirds of the groups.", found: []}
  ])("finds in “$text” $found", ({text, found}) => {
    expect(values(text)).toEqual(found);
  });
});

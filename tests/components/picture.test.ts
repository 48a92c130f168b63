// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {picture, pictureText} from "../../src/components/picture.js";
import {hostileTexts} from "./hostile.js";

const words = {
  title: "Figure 1. Asia differs least",
  caption: "Medians and 95% intervals of the effect, by region; n = 1,200.",
  warnings: ["Stand-in data: simulated rows."]
};

function chart(): HTMLElement {
  const style = document.createElement("style");
  style.textContent =
    ":root{--ink-of-test:rgb(1, 2, 3)} .mark{fill:rgb(0, 114, 178)} .dim{opacity:.25}";
  const box = document.createElement("div");
  box.innerHTML = `<svg width="100" height="50"><style>.x{}</style>
    <circle class="mark" tabindex="0" role="button"></circle><circle class="mark dim"></circle></svg>
    <svg width="100" height="50"><text>second panel</text></svg>`;
  document.body.replaceChildren(style, box);
  return box;
}

describe("picture", () => {
  it("holds title, caption and warnings as text", () => {
    const said = [...picture(chart(), words).querySelectorAll(":scope > text")]
      .map((line) => line.textContent)
      .join(" ");
    expect(said).toBe(`▲ ${words.warnings[0]} ${words.title} ${words.caption}`);
  });
  it("holds every drawing of the figure, each once", () => {
    expect(picture(chart(), words).querySelectorAll(":scope > svg")).toHaveLength(2);
  });
  it("needs no style sheet: colours and opacity are attributes", () => {
    const [first, second] = picture(chart(), words).querySelectorAll("circle");
    expect(first.getAttribute("fill")).toBe("rgb(0, 114, 178)");
    expect(second.getAttribute("opacity")).toBe("0.25");
    expect(
      first.getAttributeNames().filter((n) => ["class", "tabindex", "role"].includes(n))
    ).toEqual([]);
  });
  it("leaves the page's own drawing as it was", () => {
    const box = chart();
    const before = box.innerHTML;
    picture(box, words);
    expect(box.innerHTML).toBe(before);
  });
  it("carries a font along when it is given one", () => {
    const svg = picture(chart(), {...words, fonts: "@font-face{font-family:A}"});
    expect(svg.querySelector("style")!.textContent).toBe("@font-face{font-family:A}");
    expect(picture(chart(), words).querySelector("style")).toBeNull();
  });
  it("breaks a long caption between words, on as many lines as it needs", () => {
    const caption = Array(60).fill("interval").join(" ");
    const lines = [
      ...picture(chart(), {...words, warnings: [], caption}).querySelectorAll(":scope > text")
    ];
    const texts = lines.slice(1).map((line) => line.textContent);
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.join(" ")).toBe(caption);
  });
});

describe("pictureText", () => {
  it.each(hostileTexts)("is XML whatever the words are (%#)", (hostile) => {
    const box = chart();
    box.querySelector("svg + svg text")!.textContent = hostile;
    const text = pictureText(picture(box, {title: hostile, caption: hostile, warnings: [hostile]}));
    const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
    expect(parsed.querySelector("parsererror")).toBeNull();
    expect(parsed.documentElement.querySelectorAll("script")).toHaveLength(0);
    // eslint-disable-next-line no-control-regex -- XML has no place for them
    const kept = hostile.replaceAll(/[\u0000\u0007]/g, "\ufffd").replaceAll(/\r\n?/g, "\n");
    const said = [...parsed.querySelectorAll("svg > svg text")].map((node) => node.textContent);
    expect(said).toEqual([kept]);
  });
});

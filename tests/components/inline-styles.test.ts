// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {inlineStyles, plainColor} from "../../src/components/inline-styles.js";

describe("plainColor", () => {
  it("writes what color-mix() computes to in the words that every reader of SVG knows", () => {
    expect(plainColor("color(srgb 0.2 0.4 0.6)")).toBe("rgb(51, 102, 153)");
    expect(plainColor("color(srgb 1e-7 1 1.00001)")).toBe("rgb(0, 255, 255)");
  });
  it("paints nothing where the page paints nothing", () => {
    expect(plainColor("rgba(0, 0, 0, 0)")).toBe("none");
    expect(plainColor("transparent")).toBe("none");
  });
  it("leaves other values alone", () => {
    for (const value of ["rgb(1, 2, 3)", "none", "1.5px", "4px, 3px", "Source Sans 3"]) {
      expect(plainColor(value)).toBe(value);
    }
  });
});

describe("inlineStyles", () => {
  it("takes out style sheets and what only a page has a use for", () => {
    document.body.innerHTML = `<svg><style>.a{}</style>
      <rect class="a" style="fill: rgb(1, 2, 3)" tabindex="0" role="button"></rect></svg>`;
    const copy = inlineStyles(document.querySelector("svg")!);
    expect(copy.querySelector("style")).toBeNull();
    const [rect] = copy.querySelectorAll("rect");
    expect(rect.getAttribute("fill")).toBe("rgb(1, 2, 3)");
    for (const name of ["class", "style", "tabindex", "role"]) {
      expect(rect.hasAttribute(name)).toBe(false);
    }
    expect(document.querySelector("svg style")).not.toBeNull();
  });
});

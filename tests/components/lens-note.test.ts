// @vitest-environment jsdom
import {beforeEach, describe, expect, it} from "vitest";
import {lensFromAddress, lensToAddress} from "../../src/components/follow-lens.js";
import {LensNote, scaleChoices} from "../../src/components/lens-note.js";

const gaussian = {family: "gaussian"};
const bernoulli = {family: "bernoulli"};

describe("LensNote", () => {
  it("says what the lens means, that scales are one for a normal outcome, and is heard", () => {
    const note = LensNote("new", {model: gaussian});
    expect(note.getAttribute("role")).toBe("status");
    expect(note.textContent).toMatch(
      /^The effect in a group not seen yet\. .* Effects are in the outcome’s own unit: /
    );
    expect(note.querySelector(".lens-problem")).toBeNull();
  });

  it("names the scale where there are two", () => {
    expect(LensNote("groups", {model: bernoulli}).textContent).toMatch(
      /differences in log-odds\.$/
    );
    expect(LensNote("groups", {model: bernoulli, scale: "response"}).textContent).toMatch(
      /differences in probability, averaged over a group’s rows\.$/
    );
  });

  it("shows what went wrong as text", () => {
    const note = LensNote("average", {model: gaussian, problem: "<b>offline</b>"});
    expect(note.querySelector(".lens-problem")?.textContent).toBe("<b>offline</b>");
  });
});

describe("scaleChoices", () => {
  it("offers two scales only where they differ", () => {
    expect(scaleChoices(gaussian)).toEqual([]);
    expect(scaleChoices(bernoulli).map(({value}) => value)).toEqual(["link", "response"]);
  });
});

describe("the lens in the address", () => {
  beforeEach(() => history.replaceState(null, "", "/page?group=g1"));

  it("is written, except for these groups, and read again", () => {
    lensToAddress("average");
    expect(location.search).toBe("?group=g1&lens=average");
    expect(lensFromAddress()).toBe("average");
    lensToAddress("groups");
    expect(location.search).toBe("?group=g1");
    expect(lensFromAddress()).toBe("groups");
  });

  it("is taken out where there is no such lens", () => {
    history.replaceState(null, "", "/page?lens=javascript:alert(1)");
    expect(lensFromAddress()).toBe("groups");
    expect(location.search).toBe("");
  });
});

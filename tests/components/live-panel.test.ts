// @vitest-environment jsdom
import {beforeEach, describe, expect, it, vi} from "vitest";
import {createHighlight} from "../../src/components/highlight.js";
import {LivePanel} from "../../src/components/live-panel.js";
import {
  card,
  cells,
  freshPage,
  liveResult,
  outcome,
  published,
  setTo,
  shown,
  stubEngine
} from "./live-study.js";

// A page has one fitter for all its panels.
const {engine, asked} = stubEngine();
let studies = 0;

/** A panel whose engine is a stub, as a page holds it; answers are kept by the study's name. */
function panel(over: Partial<Parameters<typeof LivePanel>[0]> = {}) {
  const node = shown(
    LivePanel({
      models: [{id: "trial", title: "Trial", live: card}],
      effects: published,
      modifiers: [],
      engine: () => Promise.resolve(engine),
      cells: () => Promise.resolve(cells),
      words: {outcome},
      highlight: createHighlight(),
      name: `study-${String((studies += 1))}`,
      standIn: false,
      ...over
    })
  );
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as querySelector has it
  const find = <T extends Element>(selector: string): T => {
    const found = node.querySelector<T>(selector);
    if (!found) throw new Error(`missing element: ${selector}`);
    return found;
  };
  return {
    node,
    asked,
    find,
    said: () => find(".live-status").textContent,
    title: () => find(".figure-title").textContent,
    caption: () => find("figcaption").textContent,
    button: (text: string) => {
      const all = [...node.querySelectorAll<HTMLButtonElement>("button")];
      const own = all.find(({textContent}) => textContent === text);
      if (!own) throw new Error(`missing button: ${text}`);
      return own;
    }
  };
}

const unchanged = "Nothing is changed: this is the model as on this page.";
const rest = () => new Promise((done) => setTimeout(done, 30));

/** A panel at rest, with what was published drawn. */
async function opened(over: Parameters<typeof panel>[0] = {}) {
  const own = panel(over);
  await vi.waitFor(() => expect(own.said()).toBe(unchanged));
  return own;
}

beforeEach(() => {
  freshPage();
  asked.length = 0;
});

describe("LivePanel", () => {
  it("opens with what was published, and a way to fit it", async () => {
    const {title, button, asked} = await opened();
    expect(title()).toBe("As on this page");
    expect(button("Back to this page’s model").disabled).toBe(true);
    expect(button("Fit this page’s model here").hidden).toBe(false);
    expect(asked).toEqual([]);
  });

  it("says why nothing can be refitted, and nothing more", async () => {
    const {node} = panel({engine: () => Promise.reject(new Error("the engine cannot be loaded."))});
    await vi.waitFor(() =>
      expect(node.querySelector("[role=alert]")?.textContent).toBe(
        "Nothing can be refitted here: the engine cannot be loaded. What was published stands above."
      )
    );
  });

  it("fits what the address asks for, and tells what it cannot", async () => {
    history.replaceState(null, "", "/?live-coefficients=2&live-draws=7");
    const {asked, find, said, node} = panel();
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0].request.choice).toMatchObject({coefficients: {factor: 2}, draws: null});
    expect(find("[role=alert]").textContent).toContain("“7”");
    asked[0].answer(liveResult(0.05));
    await vi.waitFor(() =>
      expect(said()).toMatch(/^Priors on coefficients are twice as wide\. 600 draws/)
    );
    expect(node.querySelectorAll(".figure")).toHaveLength(1);
  });
});

describe("its table", () => {
  it("begins with the interval that the page shows", async () => {
    const {button, node} = await opened({words: {outcome, interval: 80}});
    button("Show as table").click();
    await vi.waitFor(() => expect(node.querySelector("table")).not.toBeNull());
    const headings = Array.from(node.querySelectorAll("table th[scope=col]"), (th) =>
      th.textContent.trim()
    );
    expect(headings.slice(0, 4)).toEqual(["group", "median", "lower80", "upper80"]);
  });
});

describe("another model", () => {
  it("keeps the priors that were set, as far as it has such; a reset does not", async () => {
    const flat = {
      ...card,
      spec: {...card.spec, priors: ["sd: normal(0, 0.5)", "sigma: normal(0, 1)"]}
    };
    const models = [
      {id: "trial", title: "Trial", live: card},
      {id: "flat", title: "Flat", live: flat}
    ];
    history.replaceState(null, "", "/?live-coefficients=2&live-spread=:0.5");
    const {asked, find, button} = panel({models});
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    setTo(find("[name=live-model]"), "flat");
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    expect(asked[1].request.choice).toMatchObject({
      spread: {factor: 0.5},
      coefficients: {factor: 1}
    });
    button("Back to this page’s model").click();
    await rest();
    expect(location.search).toBe("?live-model=flat");
  });
});

describe("a changed model", () => {
  it("is drawn beside what was published, words and figure at once", async () => {
    const {asked, find, node, title, caption, said} = await opened();
    setTo(find("[name=leave-out]"), "0_0");
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    // Neither the words nor the figure of what is not there yet.
    expect([title(), said()]).toEqual(["As on this page", unchanged]);
    expect(find(".live-result").classList.contains("fitting")).toBe(true);
    const seen: string[] = [];
    new MutationObserver(() => seen.push(`${title()}: ${said()}`)).observe(node, {
      childList: true,
      subtree: true
    });
    asked[0].answer(liveResult(0.05));
    await vi.waitFor(() => expect(title()).toBe("As you set it, beside this page’s"));
    await rest();
    expect(new Set(seen)).toEqual(new Set([`As you set it, beside this page’s: ${said()}`]));
    expect(said()).toMatch(/^1 group is left out\. 600 draws/);
    expect(caption()).toContain("0.50 standard deviations up");
    expect(find(".live-result").classList.contains("fitting")).toBe(false);
    expect(find(".live-details").textContent).toContain("normal(0, 0.5)");
  });

  it("names the groups of its advice in words, those among them that no figure shows", async () => {
    const {asked, find} = await opened();
    setTo(find("[name=leave-out]"), "0_0");
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    const message = "Rows are missing (`a 0 b 1` and `a 1 b 3`), see `a`.";
    const advice = [{code: "W2", severity: "warning" as const, message, remedy: "Merge."}];
    const groups = liveResult().groups.filter(({key}) => key !== "1_3");
    asked[0].answer(liveResult(0.05, {advice, groups}));
    await vi.waitFor(() => expect(find(".live-details").textContent).toContain("W2"));
    expect(find(".live-details").textContent).toMatch(
      /Rows are missing \(left, second and .*fourth.*\), see a\./i
    );
  });

  it("is never drawn once a newer change has been made, not even between answer and drawing", async () => {
    const {asked, find, title, said, button} = await opened();
    setTo(find("[name=leave-out]"), "0_0");
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    asked[0].answer(liveResult(0.05));
    // The answer is on its way to the page: it has come, and nothing of it is drawn.
    await Promise.resolve();
    button("Back to this page’s model").click();
    await rest();
    expect([title(), said()]).toEqual(["As on this page", unchanged]);
    expect(location.search).toBe("");
    expect(document.activeElement).toBe(button("Fit this page’s model here"));
  });

  it("stops the fit before, and the newer answer alone is drawn", async () => {
    const {asked, find, caption} = await opened();
    setTo(find("[name=leave-out]"), "0_0");
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    setTo(find("[name=draws]"), "100");
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    expect(asked[0].hooks.signal.aborted).toBe(true);
    asked[1].answer(liveResult(0.2));
    await vi.waitFor(() => expect(caption()).toContain("2.00 standard deviations up"));
  });

  it("is told again from memory, without another fit", async () => {
    const {asked, find, said, title, button} = await opened();
    setTo(find("[name=draws]"), "100");
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    asked[0].answer(liveResult(0.05));
    await vi.waitFor(() => expect(said()).toMatch(/^Only the length of the chains/));
    button("Back to this page’s model").click();
    await vi.waitFor(() => expect(title()).toBe("As on this page"));
    setTo(find("[name=draws]"), "100");
    await vi.waitFor(() => expect(said()).toMatch(/^Only the length of the chains/));
    expect(asked).toHaveLength(1);
  });

  it("leaves what is drawn where the fit is refused or stopped, and says so", async () => {
    const {asked, find, said, title, button} = await opened();
    setTo(find("[name=leave-out]"), "0_0");
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    asked[0].fail(new Error("missing group: none is left; keep one."));
    await vi.waitFor(() =>
      expect(said()).toBe("Missing group: none is left; keep one. What is drawn is the fit before.")
    );
    setTo(find("[name=leave-out]"), "0_1");
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    button("Stop").click();
    await vi.waitFor(() => expect(said()).toBe("Stopped. What is drawn is the fit before."));
    expect(title()).toBe("As on this page");
  });

  it("shows progress once a fit takes longer than a blink", async () => {
    const {asked, find, said} = await opened();
    setTo(find("[name=leave-out]"), "0_0");
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    expect(find<HTMLElement>(".live-progress").hidden).toBe(true);
    await vi.waitFor(() => expect(find<HTMLElement>(".live-progress").hidden).toBe(false));
    asked[0].hooks.progress(0.5);
    expect(find<HTMLProgressElement>("progress").value).toBe(0.5);
    expect(said()).toBe("Fitting; what is drawn is the fit before.");
    asked[0].answer(liveResult(0.05));
    await vi.waitFor(() => expect(find<HTMLElement>(".live-progress").hidden).toBe(true));
  });
});

describe("the figure of another likelihood", () => {
  it("has effects in probability beside those that were published, in their unit", async () => {
    const {asked, find, title, caption, button} = await opened();
    button("Fit this page’s model here").click();
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    asked[0].answer(liveResult(0.05, {family: "bernoulli", scale: "response"}));
    await vi.waitFor(() => expect(title()).toBe("As you set it, beside this page’s"));
    expect(caption()).toContain("0.50 standard deviations up");
    expect(find(".stage").textContent).toContain("percentage points");
  });

  it("says in what unit its effects are where they cannot be compared", async () => {
    const {asked, title, caption, button} = await opened();
    button("Fit this page’s model here").click();
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    asked[0].answer(liveResult(0.05, {family: "bernoulli", scale: "link"}));
    await vi.waitFor(() => expect(title()).toBe("As you set it"));
    expect(caption()).toMatch(
      /in log-odds; the published effects, in percentage points, cannot be drawn/
    );
  });

  it("cannot be overlooked when its draws are not to be trusted", async () => {
    const {asked, find, button} = await opened();
    button("Fit this page’s model here").click();
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    asked[0].answer(liveResult(0, {unconverged: "R-hat 1.2"}));
    await vi.waitFor(() =>
      expect(find(".figure-warning").textContent).toBe("Not to be trusted: R-hat 1.2")
    );
  });
});

// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {ClaimsTable} from "../../src/components/claims-table.js";
import {DataCard} from "../../src/components/data-card.js";
import {DiagnosticsCard} from "../../src/components/diagnostics-card.js";
import {MeansTable, pText} from "../../src/components/means-table.js";
import {ModelCardView, verdictText} from "../../src/components/model-card.js";
import {AdviceList, Cautions, StandInBanner} from "../../src/components/notices.js";
import type {ModelCard, StudyCard} from "../../src/components/study-types.js";

const model: ModelCard = {
  id: "crossed",
  title: "Crossed terms",
  status: "published",
  origin: "Alley (2024)",
  formula: "force ~ lambda * alliance",
  equations: ["lambda ~ race + (1 | group)"],
  family: "gaussian",
  treatment: "t",
  by: ["group"],
  n: 1200,
  cells: 960,
  priors: [
    {class: "b", coef: "race", group: "", prior: "normal(0, 1)", source: "user"},
    {class: "sigma", coef: "", group: "", prior: "student_t(3, 0, 2.5)", source: "default"}
  ],
  sampler: {
    method: "nuts",
    chains: 4,
    warmup: 1000,
    draws: 1000,
    seed: "poolhouse",
    divergences: 0,
    max_treedepth_hits: 0,
    min_ess_bulk: 1306,
    min_ess_tail: 1396,
    max_rhat: 1.0032,
    min_ebfmi: 0.81
  },
  advice: [],
  ols_errors: "with robust errors",
  unconverged: "",
  signed_off: "",
  facts: {},
  code: {brms: "model <- brm(y ~ 1)\n", poolhouse: "./bin/poolhouse fit\n"},
  key: "k"
};
const astray: ModelCard = {
  ...model,
  title: "Astray",
  sampler: {...model.sampler, max_rhat: 1.031, divergences: 7},
  unconverged: "largest R-hat 1.031, 7 divergences"
};

function texts(node: Element, selector: string): string[] {
  return [...node.querySelectorAll(selector)].map((found) => found.textContent);
}

describe("ModelCardView", () => {
  it("prints every equation as it was fitted", () => {
    expect(ModelCardView(model).querySelector("pre")!.textContent).toBe(
      "force ~ lambda * alliance\nlambda ~ race + (1 | group)"
    );
  });
  it("says of each prior who chose it", () => {
    expect(texts(ModelCardView(model), ".priors tbody tr")).toEqual([
      "b · racenormal(0, 1)chosen for this study",
      "sigmastudent_t(3, 0, 2.5)brms default"
    ]);
  });
  it("offers the same model for other programs, as it is to be run", () => {
    const folds = ModelCardView(model).querySelectorAll("details.code");
    expect([...folds].map((fold) => texts(fold, "summary, pre"))).toEqual([
      ["The same model in brms", model.code.brms],
      ["The same fit by command", model.code.poolhouse]
    ]);
  });
  it("says in words whether the draws can be trusted, and why not", () => {
    expect(verdictText(model)).toBe(
      "The draws can be trusted: largest R-hat 1.003, smallest effective sample size 1,306 in the " +
        "bulk, 1,396 in the tails and no divergences."
    );
    expect(verdictText(astray)).toBe(
      "The draws cannot be trusted: largest R-hat 1.031, 7 divergences."
    );
    expect(verdictText({...astray, signed_off: "the effects agree with Stan."})).toMatch(
      /It is shown all the same: the effects agree with Stan\.$/
    );
  });
});

describe("DiagnosticsCard", () => {
  it("marks what is out of bounds by a shape and counts the models in words", () => {
    const card = DiagnosticsCard([model, astray]);
    expect(texts(card, ".out")).toEqual(["▲ 1.031", "▲ 7"]);
    expect(card.querySelector(".verdict")!.textContent).toBe("1 model of 2 cannot be trusted yet.");
  });
  it("is at ease when all is well", () => {
    const card = DiagnosticsCard([model]);
    expect(card.querySelector(".out, .bad")).toBeNull();
    expect(card.querySelector(".verdict")!.textContent).toBe(
      "The draws of the model can be trusted."
    );
  });
  it("leaves out models that draw nothing and energies that do not exist", () => {
    const exact = {...model, sampler: {...model.sampler, min_ebfmi: null}};
    const ols = {...model, title: "OLS", sampler: {...model.sampler, draws: 0, max_rhat: NaN}};
    const card = DiagnosticsCard([exact, ols]);
    expect(texts(card, "tbody th")).toEqual(["Crossed terms"]);
    expect(card.querySelector(".out")).toBeNull();
  });
});

describe("AdviceList", () => {
  const advice = (["note", "error", "warning"] as const).map((severity) => ({
    code: severity.toUpperCase(),
    severity,
    message: "A message.",
    remedy: "A remedy."
  }));
  it("puts the gravest first and names gravity in words", () => {
    expect(texts(AdviceList(advice), ".severity")).toEqual([
      "Do not rely on this",
      "Take care",
      "Good to know"
    ]);
  });
  it("gives each its code and its remedy", () => {
    expect(texts(AdviceList(advice), ".code")).toEqual(["ERROR", "WARNING", "NOTE"]);
    expect(texts(AdviceList(advice), ".remedy")[0]).toBe("Remedy: A remedy.");
  });
  it("says so when there is none", () => {
    expect(AdviceList([]).textContent).toMatch(/nothing to warn of/);
  });
});

describe("Cautions", () => {
  it("warn at the top of a page, where there is something to warn of", () => {
    const caution = {
      code: "W24",
      severity: "warning",
      message: "Take care.",
      remedy: "So."
    } as const;
    expect(Cautions({cautions: [caution]})?.textContent).toBe("Take careW24Take care.Remedy: So.");
    expect([Cautions({}), Cautions({cautions: []})]).toEqual([null, null]);
  });
});

describe("StandInBanner", () => {
  it("is shown on stand-in data only", () => {
    expect(StandInBanner({stand_in: false})).toBeNull();
    expect(StandInBanner({stand_in: true})!.textContent).toMatch(/No number here is a finding/);
  });
});

describe("ClaimsTable", () => {
  it("gives each verdict a word and a shape of its own", () => {
    const verdicts = ["survives", "weakened", "does not survive"] as const;
    const table = ClaimsTable(
      verdicts.map((verdict) => ({
        claim: "c",
        where: "w",
        topic: "t",
        verdict,
        published: "p",
        corrected: "q"
      }))
    );
    expect(texts(table, ".claim-verdict")).toEqual([
      "● Survives",
      "◐ Weakened",
      "○ Does not survive"
    ]);
  });
  it("names other models than a published and a corrected one", () => {
    const claim = {claim: "c", where: "w", topic: "t", published: "p", corrected: "q"};
    const table = ClaimsTable([{...claim, verdict: "survives"}], "towns", {
      heads: ["Model of the text", "Model of the figures"],
      tried: "each tried on both"
    });
    expect(texts(table, "caption")).toEqual(["Published claims about towns, each tried on both"]);
    expect(texts(table, "thead th").slice(1, 3)).toEqual([
      "Model of the text",
      "Model of the figures"
    ]);
    expect(table.textContent).not.toMatch(/corrected/);
  });
  it("says so when no claim is on record", () => {
    expect(ClaimsTable([]).textContent).toMatch(/real data only/);
  });
});

describe("MeansTable", () => {
  it("prints means with n, differences with t and p", () => {
    const test = {difference: 0.46, t: -2.355, p: 0.022};
    const cells = [
      {mean: 2.36, n: 25},
      {mean: 2.82, n: 28}
    ];
    const table = MeansTable({
      title: "Investment",
      columns: ["Russia", "Germany"],
      rows: [{label: "Trump voters", cells, test}],
      across: {label: "Difference", tests: [test, test]}
    });
    expect(texts(table, "tbody td")).toEqual([
      "2.36 n = 25",
      "2.82 n = 28",
      "+0.46 t\u00a0=\u00a0−2.36, p\u00a0=\u00a0.022"
    ]);
    expect(texts(table, "thead th")).toEqual(["Russia", "Germany", "Russia \u2212 Germany"]);
  });
  it("never prints a p-value of zero", () => {
    expect([0.2, 0.0024, 1e-9, NaN].map(pText)).toEqual([
      "p = .20",
      "p = .002",
      "p < .001",
      "p unknown"
    ]);
  });
});

describe("DataCard", () => {
  const study = {
    stand_in: false,
    stand_in_note: "",
    source: {
      title: "t",
      citation: "Tomz and Weeks (2021)",
      file: "a.dta",
      sha256: "ab12",
      bytes: 12345,
      urls: ["doi:10.7910/DVN/AD8CKP", "https://example.org/a.dta"]
    },
    recodes: [{name: "white", why: "race is white", rows: 1200}],
    versions: {poolhouse: "0.1.0", node: "20"},
    key: "k"
  } as unknown as StudyCard;
  it("links a DOI to its resolver and a file to its host", () => {
    const links = [...DataCard(study).querySelectorAll("a")].map((a) => [a.textContent, a.href]);
    expect(links).toEqual([
      ["doi:10.7910/DVN/AD8CKP", "https://doi.org/10.7910/DVN/AD8CKP"],
      ["example.org", "https://example.org/a.dta"]
    ]);
  });
  it("shows what each recode left", () => {
    expect(texts(DataCard(study), "tbody tr")).toEqual(["whiterace is white1,200"]);
    const whole = {...study, source: {...study.source, rows: 1500}};
    expect(texts(DataCard(whole), "tbody tr")).toEqual([
      "Filea.dta, as it is read.1,500",
      "whiterace is white1,200"
    ]);
  });
  it("says when the file was not read", () => {
    expect(DataCard(study).querySelector(".bad")).toBeNull();
    const licensed = {...study, source: {...study.source, licence: "CC BY 4.0"}};
    const facts = (licence: boolean): string[] => texts(DataCard(licensed, {licence}), "dt");
    expect([facts(false), facts(true)].map((all) => all.includes("Licence"))).toEqual([
      false,
      true
    ]);
    expect(DataCard({...study, stand_in: true}).querySelector(".bad")).not.toBeNull();
  });
});

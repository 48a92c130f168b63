import {describe, expect, it} from "vitest";
import {answersInOrder} from "../../../src/data/profile/answer-scale.js";

/** Scales as surveys print them, from low to high. */
const scales: readonly (readonly string[])[] = [
  [
    "Strongly oppose",
    "Oppose",
    "Somewhat oppose",
    "Neither support nor oppose",
    "Somewhat support",
    "Support",
    "Strongly support"
  ],
  ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"],
  ["strongly disagree", "somewhat disagree", "somewhat agree", "strongly agree"],
  ["Very dissatisfied", "Fairly dissatisfied", "Neutral", "Fairly satisfied", "Very satisfied"],
  ["Extremely unlikely", "Very unlikely", "Unlikely", "Likely", "Very likely", "Extremely likely"],
  ["Much worse", "A little worse", "About the same", "A little better", "Much better"],
  ["Never", "Rarely", "Sometimes", "Often", "Always"],
  ["Not at all", "A little", "Somewhat", "Very much", "Completely"],
  ["Poor", "Fair", "Good", "Very good", "Excellent"],
  ["Low", "Medium", "High"],
  ["No secondary school", "Secondary school", "University degree"],
  [
    "Less than high school",
    "High school graduate",
    "Some college",
    "Associate's degree",
    "Bachelor's degree",
    "Postgraduate degree"
  ],
  ["Under 18", "18–29", "30–44", "45–64", "65+"],
  ["Less than 10,000", "10,000 to 50,000", "More than 50,000"],
  ["1 - Not at all", "2", "3", "4", "5 - Completely"],
  [
    "stimme überhaupt nicht zu",
    "stimme nicht zu",
    "stimme eher nicht zu",
    "teils/teils",
    "stimme eher zu",
    "stimme zu",
    "stimme voll und ganz zu"
  ],
  ["lehne stark ab", "lehne eher ab", "weder noch", "stimme eher zu", "stimme stark zu"],
  ["gar nicht zufrieden", "wenig zufrieden", "ziemlich zufrieden", "sehr zufrieden"],
  [
    "Pas du tout d\u2019accord",
    "Plutôt pas d\u2019accord",
    "Ni d\u2019accord ni pas d\u2019accord",
    "Plutôt d\u2019accord",
    "Tout à fait d\u2019accord"
  ],
  [
    "Totalmente en desacuerdo",
    "En desacuerdo",
    "Ni de acuerdo ni en desacuerdo",
    "De acuerdo",
    "Totalmente de acuerdo"
  ],
  ["niedrig", "mittel", "hoch"],
  ["nie", "selten", "manchmal", "oft", "immer"],
  ["gar nicht", "etwas", "sehr"],
  ["Jamais", "Rarement", "Parfois", "Souvent", "Toujours"],
  ["Nunca", "Rara vez", "A veces", "Siempre"],
  ["Bajo", "Medio", "Alto"],
  ["Nada satisfecho", "Poco satisfecho", "Bastante satisfecho", "Muy satisfecho"]
];

describe("answersInOrder", () => {
  it.each(scales.map((scale) => ({scale})))("puts $scale in order", ({scale}) => {
    const alphabetic = scale.toSorted();
    expect(answersInOrder(alphabetic)).toEqual(scale);
    expect(answersInOrder(alphabetic.toReversed())).toEqual(scale);
  });

  it("leaves out what is no answer", () => {
    expect(answersInOrder(["Agree", "Don\u2019t know", "Disagree", "Neutral", "Refused"])).toEqual([
      "Disagree",
      "Neutral",
      "Agree"
    ]);
  });

  it.each([
    [["Left", "Centre", "Right"]],
    [["Denmark", "Ghana", "Japan"]],
    [["Farming", "Secondary school", "University degree"]],
    // Both are schools of the same years.
    [["Secondary school", "High school", "University degree"]],
    [["Good", "Fair", "Nice"]],
    // Two that go equally far have no order.
    [["Agree", "Support", "Disagree"]],
    [["Agree", "Disagree"]]
  ])("takes %j for no scale", (texts) => {
    expect(answersInOrder(texts)).toBeNull();
  });
});

// The published margins and assumed effects from which the stand-ins of the two studies are made.

/** Rows by code; what is short of all rows is missing. */
export type Margin = Readonly<Record<number, number>>;

/** What a stand-in is made from. */
export interface StandInPlan {
  readonly rows: number;
  /** The columns that carry codes, in the order of the raw file. */
  readonly margins: Readonly<Record<string, Margin>>;
  /** Columns of which every combination of codes should have a row. */
  readonly covering: readonly string[];
  /** Columns of measured numbers, each value from a standard normal number. */
  readonly measured: Readonly<Record<string, (normal: number) => number>>;
  /** Columns of texts: their codes are positions in these. */
  readonly texts?: Readonly<Record<string, readonly string[]>>;
  /**
   * The column that responds, if any, and its latent mean; `is` tells (1 or 0) whether a row has a
   * code.
   */
  readonly outcome: string | null;
  readonly latent: (is: (column: string, code: number) => number) => number;
}

// For columns without a published margin, which no model uses.
function even(rows: number, first: number, last: number): Margin {
  const count = last - first + 1;
  const share = (i: number) => Math.floor(rows / count) + (i < rows % count ? 1 : 0);
  return Object.fromEntries(Array.from({length: count}, (_, i) => [first + i, share(i)]));
}

function within(low: number, high: number, value: number): number {
  return Math.min(high, Math.max(low, value));
}

const sideTaking: StandInPlan = {
  rows: 1572,
  margins: {
    vote: even(1572, 0, 1),
    party: {1: 611, 2: 457, 3: 382, 4: 42, 5: 80},
    polint: {1: 77, 2: 197, 3: 597, 4: 700},
    ipe_support: {1: 162, 2: 371, 3: 695, 4: 339},
    ipe_benefit_personal: even(1569, 1, 4),
    ipe_benefit_usecon: even(1569, 1, 4),
    trump_russia: even(1564, 0, 2),
    trump_germany: even(1565, 0, 2),
    employ: {1: 650, 2: 160, 3: 81, 4: 107, 5: 321, 6: 77, 7: 176},
    income: even(1506, 1, 10),
    woman: {0: 732, 1: 838},
    age: {},
    educ: {1: 6, 2: 42, 3: 325, 4: 515, 5: 427, 6: 257},
    treat_germrus: {0: 501, 1: 515},
    treat_ipesidetaking: {0: 805, 1: 767},
    treat_ipetype: {1: 770, 2: 802},
    dembenonly: even(1569, 0, 1),
    repbenonly: even(1569, 0, 1),
    ipe_contact: even(1570, 0, 1),
    w2_vote_hill: {0: 362, 1: 372},
    polknowledge: {0: 152, 1: 304, 2: 465, 3: 643}
  },
  covering: [],
  measured: {age: (normal) => within(18, 89, Math.round(47 + 16 * normal))},
  outcome: "ipe_support",
  latent: (is) => {
    const germany = is("treat_germrus", 1);
    const side = is("treat_ipesidetaking", 1);
    const clinton = is("w2_vote_hill", 1);
    return (
      germany * (0.45 + 0.25 * is("treat_ipetype", 1)) +
      side * germany * (1.1 * clinton - 0.6) -
      side * clinton * 0.25 -
      is("woman", 1) * 0.2 -
      is("treat_ipetype", 1) * 0.3 +
      is("polint", 4) * 0.15
    );
  }
};

const alliances: StandInPlan = {
  rows: 1200,
  margins: {
    starttime: {
      ...{20916: 29, 20917: 591, 20918: 77, 20919: 13},
      ...{20920: 29, 20933: 351, 20934: 109, 20936: 1}
    },
    alliance: {1: 598, 2: 602},
    regime: {1: 598, 2: 602},
    stakes: {1: 581, 2: 619},
    costs: {1: 605, 2: 595},
    region: {1: 335, 2: 302, 3: 273, 4: 290},
    pref: {1: 80, 2: 200, 3: 163, 4: 472, 5: 285},
    r_hm: even(1200, 1, 5),
    r_hn: even(1200, 1, 5),
    m_oblig: even(1200, 1, 5),
    mck_alliance: even(1200, 1, 2),
    mck_regime: even(1200, 1, 2),
    mck_stakes: even(1200, 1, 2),
    mck_costs: even(1200, 1, 2),
    mck_region: even(1200, 1, 4),
    hawk: {1: 168, 2: 271, 3: 319, 4: 337, 5: 105},
    intl: {1: 105, 2: 288, 3: 245, 4: 450, 5: 112},
    pid7: {1: 326, 2: 149, 3: 106, 4: 211, 5: 85, 6: 129, 7: 166, 8: 28},
    nat1: even(1200, 1, 5),
    nat2: even(1200, 1, 5),
    newsint: {1: 624, 2: 351, 3: 147, 4: 69, 7: 9},
    gender: {1: 541, 2: 659},
    race: {1: 904, 2: 116, 3: 111, 4: 69},
    birthyr: {},
    educ: {1: 48, 2: 421, 3: 277, 4: 102, 5: 215, 6: 137},
    weight: {}
  },
  covering: ["race", "gender", "intl", "hawk"],
  measured: {
    birthyr: (normal) => within(1925, 1998, Math.round(1967 + 17 * normal)),
    weight: (normal) => within(0.0633, 7.0629, Number(Math.exp(0.6 * normal - 0.18).toFixed(4)))
  },
  outcome: "pref",
  latent: (is) => {
    const alliance = is("alliance", 2);
    const white = is("race", 1);
    const engaged = 1 - is("intl", 1);
    return (
      alliance * (0.45 + 0.3 * white + 0.15 * is("gender", 1) + 0.3 * engaged) -
      alliance * (0.4 * is("stakes", 1) + 0.2 * is("regime", 2) + 0.2 * is("region", 3)) +
      0.45 * is("stakes", 1) +
      0.35 * is("regime", 2) +
      0.25 * is("costs", 2) +
      0.15 * is("gender", 1) +
      0.2 * (is("hawk", 1) + is("hawk", 2))
    );
  }
};

/** The plans by the id of their source. */
export const standInPlans: ReadonlyMap<string, StandInPlan> = new Map([
  ["side-taking", sideTaking],
  ["alliances", alliances]
]);

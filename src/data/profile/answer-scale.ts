// Texts that are steps of one scale, such as "Strongly oppose" to "Strongly support": in what order they stand.

/** Words that say how far an answer goes, the strongest first, so that "not at all" is not taken for "all". */
const strengths: readonly (readonly [words: RegExp, strength: number])[] = [
  [/\b(?:completely|entirely|totally|extremely|absolutely|fully|a great deal)\b/, 5],
  [/\b(?:strongly|very|definitely|certainly|highly|a lot|much|greatly)\b/, 4],
  [/\b(?:quite|mostly|generally)\b/, 2.5],
  [/\b(?:moderately|fairly|rather|partly|tend|probably)\b/, 2],
  [/\b(?:somewhat|mildly|leaning|lean|some)\b/, 1.5],
  [/\b(?:slightly|(?:a )?little|a bit|weakly)\b/, 1]
];

const PLAIN = 3;

const NEUTRAL =
  /\b(?:neither|neutral|undecided|indifferent|no (?:change|difference|opinion)|unchanged|the same|mixed|in between|both)\b/;

const AGAINST =
  /\b(?:oppos\w*|disagree\w*|against|dissatisf\w*|unlikely|unfavou?rabl[ey]|unhappy|distrust\w*|mistrust\w*|bad(?:ly)?|worse|decreas\w*|unimportant|unsafe|difficult|disapprov\w*|reject\w*|dislik\w*|negativ\w*|unfair|unacceptable|unwilling|cold|less|no)\b/;

const FOR =
  /\b(?:support\w*|agree\w*|favou?r\w*|satisf\w*|likely|happy|trust\w*|good|well|better|increas\w*|important|safe|easy|approv\w*|accept\w*|lik(?:e|ed)|positiv\w*|fair|willing|warm|more|yes|for)\b/;

/** Scales that begin at nothing, each step in the words that it goes by. */
const ladders: readonly (readonly RegExp[])[] = [
  [
    /^never$/,
    /^(?:almost never|hardly ever|very rarely)$/,
    /^(?:rarely|seldom)$/,
    /^(?:sometimes|occasionally|now and then)$/,
    /^(?:often|frequently|usually|regularly)$/,
    /^(?:very often|almost always|mostly)$/,
    /^always$/
  ],
  [/^very (?:poor|bad)$/, /^(?:poor|bad)$/, /^fair$/, /^good$/, /^very good$/, /^excellent$/],
  [
    /^(?:none|nothing|not at all\b.*|no \w+ at all)$/,
    /^(?:not (?:very|much|too)\b.*|hardly (?:any|at all))$/,
    /^(?:(?:only )?a little|slightly|little)\b.*$/,
    /^(?:some|somewhat|moderately|fairly|a moderate amount)\b.*$/,
    /^(?:quite|quite a (?:bit|lot)|mostly)\b.*$/,
    /^(?:very|a lot|much|a great deal|strongly)\b.*$/,
    /^(?:extremely|completely|entirely|totally|fully)\b.*$/
  ],
  [
    /^very low$/,
    /^low(?:er)?$/,
    /^(?:medium|middle|moderate|average)$/,
    /^high(?:er)?$/,
    /^very high$/
  ]
];

/** An answer that is none. */
const NO_ANSWER =
  /^(?:do(?:n[\u2019']?t| not) know.*|dk|refus\w*|no (?:answer|opinion given)|prefer not\b.*|not (?:asked|applicable|sure|stated)|n\/a|unsure|skipped|other)$/;

/**
 * The texts that are steps of a scale, from low to high, those that are no answer ("Don’t know") left
 * out; null where they are no scale that can be told from their words: numbers before them, ranges of
 * numbers, two sides with a middle, or how often, how much and how good.
 */
export function answersInOrder(texts: readonly string[]): readonly string[] | null {
  const answers = texts.filter((text) => !NO_ANSWER.test(plain(text)));
  if (answers.length < 3) return null;
  for (const place of [numbered, sided, ...ladders.map(onLadder)]) {
    const places = answers.map((text) => place(plain(text)));
    if (places.some((at) => at === null) || new Set(places).size < places.length) continue;
    const known = new Map(answers.map((text, k) => [text, places[k] ?? 0]));
    return answers.toSorted((a, b) => (known.get(a) ?? 0) - (known.get(b) ?? 0));
  }
  return null;
}

function plain(text: string): string {
  return text.trim().toLowerCase().replaceAll("\u2019", "'");
}

type Place = (text: string) => number | null;

/** "1 - Never", "(2) Rarely", "18–29", "65+", "under 30", "over 100,000". */
const numbered: Place = (text) => {
  const found =
    /^((?:under|below|less than|up to|over|above|more than|at least)?)\W{0,3}(\d[\d,]*(?:\.\d+)?)/.exec(
      text
    );
  if (!found) return null;
  const number = Number(found[2].replaceAll(",", ""));
  if (/^(?:under|below|less|up)/.test(found[1])) return number - 0.5;
  return /^(?:over|above|more|at)/.test(found[1]) ? number + 0.5 : number;
};

const sided: Place = (text) => {
  if (NEUTRAL.test(text)) return 0;
  const side = AGAINST.test(text) ? -1 : FOR.test(text) ? 1 : 0;
  if (side === 0) return null;
  return side * (strengths.find(([words]) => words.test(text))?.[1] ?? PLAIN);
};

function onLadder(steps: readonly RegExp[]): Place {
  return (text) => {
    const at = steps.findIndex((step) => step.test(text));
    return at < 0 ? null : at;
  };
}

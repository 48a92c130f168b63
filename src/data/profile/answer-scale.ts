// Texts that are steps of one scale, such as "Strongly oppose" to "Strongly support": in what order they stand.
// Two-sided scales are known in English, German, French and Spanish, by words without their accents.

/** Words that say how far an answer goes, the strongest first, so that "not at all" is not taken for "all". */
const strengths: readonly (readonly [said: RegExp, strength: number])[] = [
  [
    words(
      "completely|entirely|totally|extremely|absolutely|fully|a great deal",
      "voll und ganz|vollig|vollkommen|absolut|uberhaupt|gar",
      "tout a fait|totalement|entierement|du tout",
      "totalmente|completamente|absolutamente|nada"
    ),
    5
  ],
  [
    words(
      "strongly|very|definitely|certainly|highly|a lot|much|greatly",
      "sehr|stark|voll|bestimmt",
      "tres|fortement|certainement",
      "muy|mucho|fuertemente"
    ),
    4
  ],
  [words("quite|mostly|generally"), 2.5],
  [
    words(
      "moderately|fairly|rather|partly|tend|probably",
      "eher|ziemlich|vermutlich",
      "plutot|assez",
      "bastante|mas bien"
    ),
    2
  ],
  [words("somewhat|mildly|leaning|lean|some", "teilweise", "algo"), 1.5],
  [
    words(
      "slightly|(?:a )?little|a bit|weakly",
      "etwas|leicht|wenig|kaum",
      "peu|legerement",
      "poco"
    ),
    1
  ]
];

const PLAIN = 3;

const NEUTRAL = words(
  "neither|neutral|undecided|indifferent|no (?:change|difference|opinion)|unchanged|the same|mixed|in between|both",
  "weder|teils|mittel\\w*|unentschieden|unentschlossen|gleichgultig|unverandert",
  "ni .* ni|neutr[eo]|indecis\\w*|plus ou moins|mas o menos"
);

const AGAINST = words(
  "oppos\\w*|disagree\\w*|against|dissatisf\\w*|unlikely|unfavou?rabl[ey]|unhappy|distrust\\w*|mistrust\\w*|bad(?:ly)?|worse|decreas\\w*|unimportant|unsafe|difficult|disapprov\\w*|reject\\w*|dislik\\w*|negativ\\w*|unfair|unacceptable|unwilling|cold|less|no",
  "nicht|lehne|abgelehnt|ablehn\\w*|dagegen|unzufrieden|schlecht\\w*|unwahrscheinlich|unwichtig|weniger|nein",
  "pas|desaccord|contre|insatisfait\\w*|mauvais\\w*|improbable|moins|non",
  "desacuerdo|en contra|insatisfech\\w*|mal[oa]?|menos|nada"
);

const FOR = words(
  "support\\w*|agree\\w*|favou?r\\w*|satisf\\w*|likely|happy|trust\\w*|good|well|better|increas\\w*|important|safe|easy|approv\\w*|accept\\w*|lik(?:e|ed)|positiv\\w*|fair|willing|warm|more|yes|for",
  "stimme|zustimm\\w*|dafur|zufrieden|gut|wahrscheinlich|wichtig|mehr|ja",
  "accord|pour|satisfait\\w*|bon(?:ne)?|probable|plus|oui",
  "acuerdo|a favor|satisfech\\w*|buen[oa]?|mas|si"
);

/** Scales that begin at nothing, each step in the words that it goes by. */
const ladders: readonly (readonly RegExp[])[] = [
  [
    /^(?:never|nie(?:mals)?|jamais|nunca)$/,
    /^(?:almost never|hardly ever|very rarely|fast nie|sehr selten|presque jamais|casi nunca)$/,
    /^(?:rarely|seldom|selten|rarement|rara vez|raramente)$/,
    /^(?:sometimes|occasionally|now and then|manchmal|gelegentlich|parfois|quelquefois|a veces)$/,
    /^(?:often|frequently|usually|regularly|oft|haufig|souvent|a menudo|frecuentemente)$/,
    /^(?:very often|almost always|mostly|sehr oft|meistens|fast immer|presque toujours|casi siempre)$/,
    /^(?:always|immer|toujours|siempre)$/
  ],
  [/^very (?:poor|bad)$/, /^(?:poor|bad)$/, /^fair$/, /^good$/, /^very good$/, /^excellent$/],
  [
    /^(?:none|nothing|not at all\b.*|no \w+ at all|(?:gar|uberhaupt) nicht\b.*|pas du tout\b.*|nada)$/,
    /^(?:not (?:very|much|too)\b.*|hardly (?:any|at all)|kaum|pas (?:tres|beaucoup)\b.*)$/,
    /^(?:(?:only )?a little|slightly|little|(?:ein )?wenig|(?:un )?peu|(?:un )?poco)\b.*$/,
    /^(?:some|somewhat|moderately|fairly|a moderate amount|etwas|moyennement|algo)\b.*$/,
    /^(?:quite|quite a (?:bit|lot)|mostly|ziemlich|assez|bastante)\b.*$/,
    /^(?:very|a lot|much|a great deal|strongly|sehr|stark|tres|beaucoup|muy|mucho)\b.*$/,
    /^(?:extremely|completely|entirely|totally|fully|vollig|tout a fait|totalmente)\b.*$/
  ],
  [
    /^(?:very low|sehr (?:niedrig|gering)|tres (?:bas|faible)|muy baj[oa])$/,
    /^(?:low(?:er)?|niedrig|gering|basse?|faible|baj[oa])$/,
    /^(?:medium|middle|moderate|average|mittel|moyen(?:ne)?|medi[oa])$/,
    /^(?:high(?:er)?|hoch|haute?|elevee?|alt[oa])$/,
    /^(?:very high|sehr hoch|tres (?:haute?|elevee?)|muy alt[oa])$/
  ],
  [
    /^(?:no (?:formal )?(?:schooling|education|school|qualifications?)|none|illiterate)\b.*/,
    /^(?:primary|elementary|grade school)\b.*/,
    /^(?:less than|some|did not (?:finish|complete)|no|below|lower) (?:high|secondary)\b.*/,
    /^(?:high ?school|secondary|upper secondary|h\.?s\.?|ged)\b.*/,
    /^(?:some (?:college|university)|vocational|trade school|technical)\b.*/,
    /^(?:associate|(?:2|two)[- ]year)\b.*/,
    /^(?:bachelor|(?:4|four)[- ]year|college|university|b\.?a\.?)\b.*/,
    /^(?:some (?:graduate|post-?graduate)|master|post-?grad\w*|graduate (?:degree|school)|advanced|professional|m\.?a\.?)\b.*/,
    /^(?:doctora\w*|ph\.?d\.?)\b.*/
  ]
];

/** An answer that is none. */
const NO_ANSWER =
  /^(?:weiss nicht|keine (?:angabe|antwort)|ne sait pas|sans (?:reponse|opinion)|no sabe|ns\/?nc|no contesta|do(?:n[\u2019']?t| not) know.*|dk|refus\w*|no (?:answer|opinion given)|prefer not\b.*|not (?:asked|applicable|sure|stated)|n\/a|unsure|skipped|other)$/;

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
  return text
    .trim()
    .toLowerCase()
    .replaceAll("\u2019", "'")
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
}

/** One of some words by itself; each list is alternatives of a pattern. */
function words(...lists: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${lists.join("|")})\\b`);
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
  return side * (strengths.find(([said]) => said.test(text))?.[1] ?? PLAIN);
};

function onLadder(steps: readonly RegExp[]): Place {
  return (text) => {
    const at = steps.findIndex((step) => step.test(text));
    return at < 0 ? null : at;
  };
}

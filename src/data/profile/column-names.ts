// What columns are usually called, in English, German, French and Spanish.
import type {ColumnProfile} from "./column-profile.js";

/** Patterns of names and labels, by the role that they suggest. */
export const usual = {
  treatment:
    /treat|\barm\b|condition|assign|experiment|intervention|exposed|letter|message|prim(?:e|ing)|fram(?:e|ing)|vignette/i,
  outcome:
    /outcome|math|reading|\bgpa\b|grades?\b|call(?:ed)?[ _]?back|\bcall(?:s|ed)?\b|election|primary ?\d|support|oppose|score|\by\b|vote|turnout|attitude|trust|should|approv|agree|favou?r|prefer|willing|inten[dt]|satisf|zufried|adopt|uptake|vaccin|donat|endline|follow.?up|earn|wage|test|zustimm|haltung|meinung|vertrau|bewert|opini|apoyo|acuerdo|confian|soutien|satisfac|(?:^|_)y(?:\d|_|$)/i,
  modifier:
    /gender|ethnic|sex\b|male|female|woman|party|vote|race|white|black|educ|college|region|town|\bcity|urban|rural|class|income|wealth|\bage\b|\balter\b|ideolog|relig|interest|knowledge|benefit|employ|geschlecht|\bfrau|bildung|einkommen|partei|wohnort|sexo|\bedad\b|genero|ingres|partido|sexe\b|revenu|dipl[oô]me/i,
  weight: /weight|\bwt\b|\bpw\b/i,
  /** Places and institutions that rows belong to. */
  place:
    /cluster|school|village|hamlet|district|county|\bpsu|class ?room|\bclass(?: ?(?:id|no|nr|num|code)\b|$)|\bsites?\b|clinic|hospital|health ?(?:post|cent)|\bwards?\b|precinct|municip|parish|commune\b|communit|comunidad|canton|town|\bcity|block\b|neighbou?rhood|facility|\bfirm|\bplant\b|\bstore\b|branch|\bunit ?id\b|localidad|\blocality|aldea|barrio|escuela|colegio|\b[eé]cole|schule|klasse|\bdorf\b|gemeinde|kreis\b|clave|\bea\b/i,
  /** Who several rows may be of. */
  member:
    /house ?hold|\bhh|famil|folnum|\bfolio|hogar|haushalt|m[eé]nage|person|participant|subject|student|pupil|patient|child ?id|worker/i,
  /** What is measured or dated, of whatever it is. */
  measure:
    /\bdist\b|dist[_ ](?!rict)|distan[cz]|\bkm\b|\bmiles?\b|\bsize\b|popul|\bpop\b|share\b|\bp(?:c|er)?ct\b|percent|\brate\b|\bmean\b|\bavg\b|average|median|\bindex\b|score|total|\barea\b|altitude|elevation|\blat(?:itude)?\b|\blo?ng?(?:itude)?\b|densit|income|wealth|wage|expend|\bage\b|\bage |\byears?\b|\bmonth|\bweek|\bday|date\b|\btime\b|\bwave\b|\bround\b|number of|\bn of\b/i,
  /** What was there before anybody answered, and is no outcome whatever its numbers. */
  before:
    /birth|\bborn\b|\byob\b|size\b|distan[cz]|\bdist\b|\bdist[_ ]|duration|seconds|minutes|latitude|longitude|zip ?code|postal/i,
  /** Who or what a row is: "id", "case", "Befragten-Nr", "lfdnr", "respnum", "identifiant". */
  id: /(?:^|_|\b)(?:id|uuid|case|caseid|respondent|name|email|identifi(?:er|ant)|identificador|kennung)(?:$|_|\b)|(?:^|[-_. ]|\b)(?:befragt|person|proband|teilnehm|interview|fragebogen|bogen|fall|lauf|lfd|resp|subj|case|quest|record|obs|row)\p{L}*[-_. ]?(?:nr|no|num|nummer|number|code|id)\b/iu
} as const;

/** Whether a column's name or label has the pattern. */
export function isNamed(pattern: RegExp, {name, label}: ColumnProfile): boolean {
  return pattern.test(name.replaceAll("_", " ")) || pattern.test(name) || pattern.test(label);
}

// What columns are usually called, in English, German, French and Spanish.
import type {ColumnProfile} from "./column-profile.js";

/** Patterns of names and labels, by the role that they suggest. */
export const usual = {
  treatment:
    /treat|\barm\b|condition|assign|experiment|intervention|exposed|letter|message|prim(?:e|ing)|fram(?:e|ing)|vignette/i,
  outcome:
    /outcome|math|reading|\bgpa\b|grades?\b|callback|election|primary ?\d|support|oppose|score|\by\b|vote|turnout|attitude|trust|should|approv|agree|favou?r|prefer|willing|inten[dt]|satisf|zufried|adopt|uptake|vaccin|donat|endline|follow.?up|earn|wage|test|zustimm|haltung|meinung|vertrau|bewert|opini|apoyo|acuerdo|confian|soutien|satisfac|(?:^|_)y(?:\d|_|$)/i,
  modifier:
    /gender|sex\b|male|female|woman|party|vote|race|white|black|educ|college|region|urban|rural|class|income|wealth|\bage\b|\balter\b|ideolog|relig|interest|knowledge|benefit|employ|geschlecht|\bfrau|bildung|einkommen|partei|wohnort|sexo|\bedad\b|genero|ingres|partido|sexe\b|revenu|dipl[oô]me/i,
  weight: /weight|\bwt\b|\bpw\b/i,
  cluster: /cluster|school|village|district|county|psu|classroom|household|site\b/i,
  /** What was there before anybody answered, and is no outcome whatever its numbers. */
  before:
    /birth|\bborn\b|\byob\b|size\b|duration|seconds|minutes|latitude|longitude|zip ?code|postal/i,
  id: /(?:^|_|\b)(?:id|uuid|case|caseid|respondent|name|email)(?:$|_|\b)/i
} as const;

/** Whether a column's name or label has the pattern. */
export function isNamed(pattern: RegExp, {name, label}: ColumnProfile): boolean {
  return pattern.test(name.replaceAll("_", " ")) || pattern.test(name) || pattern.test(label);
}

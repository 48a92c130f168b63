// Which choices a map is made of: models, groups, priors and likelihoods, crossed as far as there is time.
import {hasScale, scaleOf} from "../../live/change-priors.js";
import {isUnchanged, likelihoods, spreadFamilies, unchanged} from "../../live/choices.js";
import type {LiveCard, LiveChoice} from "../../live/live-card.js";

/** A model whose choices are mapped. */
export interface GridModel {
  readonly id: string;
  readonly card: LiveCard;
  /** True when its outcome is 0 or 1 in every row. */
  readonly zeroOne: boolean;
  /** Draws per chain of a fit that is not the published one, where its sampler is as good. */
  readonly draws: number;
  /**
   * Which fits take too long: "all", so that single changes of the priors are all there is time for, or
   * those of "other likelihoods", which are not drawn exactly.
   */
  readonly slow?: keyof typeof slowest;
  /** How far likelihoods other than the published one are crossed, where less than there is room for. */
  readonly others?: Others;
}

/**
 * How far other likelihoods are crossed with groups and priors: as far as the published one, with each single change of
 * them, with none, or they are left out.
 */
type Others = "crossed" | "single changes" | "alone" | "none";

/** One way to choose. */
export interface GridPoint {
  readonly model: string;
  readonly choice: LiveChoice;
}

/** How much of what could be chosen is: scales, families, and whether all are crossed with all. */
interface Level {
  readonly factors: readonly number[];
  readonly families: number;
  readonly priors: "crossed" | "one at a time";
  readonly groups: "crossed" | "one at a time" | "published";
  readonly others: Others;
}

const [few, more] = [
  [0.5, 2],
  [0.25, 0.5, 2, 4]
];

const all = {groups: "crossed", others: "crossed"} as const;

/** From the richest to the poorest. */
const levels: readonly Level[] = [
  {factors: more, families: Infinity, priors: "crossed", ...all},
  {factors: few, families: Infinity, priors: "crossed", ...all},
  {factors: few, families: 1, priors: "crossed", ...all},
  {factors: few, families: Infinity, priors: "one at a time", ...all},
  {factors: few, families: 1, priors: "one at a time", ...all},
  {factors: few, families: 1, priors: "one at a time", groups: "one at a time", others: "crossed"}
];

const single = {
  factors: few,
  families: 0,
  priors: "one at a time",
  others: "none"
} as const;

const slowest = {
  all: {...single, groups: "published"},
  "other likelihoods": {...single, groups: "one at a time"}
} as const satisfies Readonly<Record<string, Level>>;

/**
 * The choices of models that answer one question: the richest crossing of at most `most` of them, or
 * the poorest there is. Every model's published choice is among them, and no choice is there twice.
 */
export function choiceGrid(models: readonly GridModel[], most: number): GridPoint[] {
  const last = levels[levels.length - 1];
  let points: GridPoint[] = [];
  for (const level of levels) {
    points = models.flatMap((model) => pointsOf(model, model.slow ? slowest[model.slow] : level));
    if (points.length <= most || level === last) break;
  }
  return points;
}

type Priors = Pick<LiveChoice, "spread" | "coefficients">;

function pointsOf(model: GridModel, level: Level): GridPoint[] {
  const {id, card, zeroOne, draws: fewer} = model;
  const plain = unchanged(card);
  const priors = priorsOf(card, level);
  const others = model.others ?? level.others;
  const chosen = others === "none" ? [plain.likelihood] : likelihoodsOf(card, zeroOne);
  const kept = level.groups === "published" ? [plain.groups] : groupingsOf(plain.groups);
  return chosen.flatMap((likelihood) =>
    kept.flatMap((groups, g) =>
      priors
        .filter((own, p) =>
          likelihood === plain.likelihood || others === "crossed"
            ? level.groups === "crossed" || g === 0 || p === 0
            : changes(own, g) <= (others === "alone" ? 0 : 1)
        )
        .map((own) => {
          const choice = {...plain, ...own, groups, likelihood};
          // Another likelihood may have no independent draws.
          const times = likelihood === plain.likelihood ? 1 : 2;
          const draws = Math.min(times * fewer, card.sampler.draws);
          return {model: id, choice: isUnchanged(card, choice) ? choice : {...choice, draws}};
        })
    )
  );
}

/** How many of groups, prior on spreads and prior on coefficients are not the published ones. */
function changes({spread, coefficients}: Priors, grouping: number): number {
  const isChanged = spread.factor !== 1 || spread.family !== null;
  return Number(grouping > 0) + Number(isChanged) + Number(coefficients.factor !== 1);
}

/** All modifiers first; then every other set of them where they are few, else each one left out. */
export function groupingsOf(modifiers: readonly string[]): (readonly string[])[] {
  if (modifiers.length > 3)
    return [modifiers, ...modifiers.map((out) => modifiers.filter((name) => name !== out))];
  const sets = Array.from({length: 2 ** modifiers.length - 1}, (_, code) =>
    modifiers.filter((__, k) => ((code + 1) >> k) & 1)
  );
  return sets.sort((a, b) => b.length - a.length);
}

/** The published priors first. */
function priorsOf({spec}: LiveCard, {factors, families, priors}: Level): Priors[] {
  const plain = {family: null, factor: 1};
  const scaled = factors.map((factor) => ({family: null, factor}));
  const others = otherFamilies(spec.priors).slice(0, families);
  const spreads = hasScale(spec.priors, "sd")
    ? [...scaled, ...others.map((family) => ({family, factor: 1}))]
    : [];
  const coefficients = hasScale(spec.priors, "b") ? factors.map((factor) => ({factor})) : [];
  const as = {spread: plain, coefficients: {factor: 1}};
  if (priors === "one at a time")
    return [
      as,
      ...spreads.map((spread) => ({...as, spread})),
      ...coefficients.map((own) => ({...as, coefficients: own}))
    ];
  return [plain, ...spreads].flatMap((spread) =>
    [as.coefficients, ...coefficients].map((own) => ({spread, coefficients: own}))
  );
}

/** Registered families of priors on standard deviations that are not the published one. */
function otherFamilies(statements: readonly string[]): string[] {
  const published = statements.flatMap((text) => {
    const parts = /^sd\w*(?:\[[^\]]*\])?: ((\w+)\(.*\))$/u.exec(text);
    return parts && !Number.isNaN(scaleOf(parts[1])) ? [parts[2]] : [];
  });
  return Object.keys(spreadFamilies).filter((name) => name !== published.at(0));
}

/** The published likelihood, and those that suit the outcome and tell effects on the same scale. */
export function likelihoodsOf({spec}: LiveCard, zeroOne: boolean): string[] {
  const own = likelihoods[spec.family];
  const others = Object.entries(likelihoods).filter(
    ([name, one]) =>
      name !== spec.family &&
      (zeroOne || !one.zeroOne) &&
      // Priors that keep their scale belong to effects that keep theirs.
      (one.priorScale === own.priorScale || (own.scale === "link" && one.scale === "response"))
  );
  return [spec.family, ...others.map(([name]) => name)];
}

// The files of the gallery's declarations, simulated with effects that are known; the same bytes each time.
import {csvFormat} from "d3";
import {createGenerator} from "../../../src/engine/index.js";

/** A file, and the effects that went into it by the labels of each group's levels. */
export interface Simulated {
  readonly csv: string;
  /** By the values of the modifiers in the file with "," between. */
  readonly effects: ReadonlyMap<string, number>;
}

type Row = Readonly<Record<string, number | string>>;

const two = (value: number): number => Math.round(value * 100) / 100;

function file(rows: readonly Row[], effects: ReadonlyMap<string, number>): Simulated {
  return {csv: `${csvFormat(rows)}\n`, effects};
}

/** Two appeals by two senders by three channels, two hundred people in each combination. */
export function factorialFile(): Simulated {
  const chance = createGenerator("gallery factorial", 0);
  const channels = {post: 0, text: -0.5, door: 0.4};
  const effects = new Map<string, number>();
  const rows: Row[] = [];
  for (const sender of ["official", "neighbour"])
    for (const [channel, shift] of Object.entries(channels)) {
      const effect = 0.5 + (sender === "neighbour" ? 0.5 : 0) + shift;
      effects.set(`${sender},${channel}`, effect);
      for (let i = 0; i < 400; ++i) {
        const age = Math.round(50 + 15 * chance.normal());
        const appeal = i % 2 === 0 ? "duty" : "neighbours";
        const mean = 5 + 0.02 * (age - 50) + (appeal === "neighbours" ? effect : 0);
        rows.push({appeal, sender, channel, age, intention: two(mean + 2 * chance.normal())});
      }
    }
  return file(rows, effects);
}

/** Sixty clinics of twenty-four patients; half of the clinics, town and country alike, are trained. */
export function clustersFile(): Simulated {
  const chance = createGenerator("gallery clusters", 0);
  const effects = new Map<string, number>();
  const rows: Row[] = [];
  for (let clinic = 1; clinic <= 60; ++clinic) {
    const place = clinic <= 30 ? "town" : "country";
    const baseline = 50 + 4 * chance.normal();
    for (let patient = 0; patient < 24; ++patient) {
      const language = patient % 3 === 0 ? "minority" : "majority";
      const effect = 4 + (language === "minority" ? 5 : 0) + (place === "country" ? -2 : 0);
      effects.set(`${language},${place}`, effect);
      const training = clinic % 2;
      const mean = baseline - (language === "minority" ? 6 : 0) + training * effect;
      rows.push({
        ...{clinic: `C${String(clinic).padStart(2, "0")}`, place, language, training},
        score: two(mean + 9 * chance.normal())
      });
    }
  }
  return file(rows, effects);
}

/** Ninety households asked six times; who gets the transfer is drawn anew each time. */
export function panelFile(): Simulated {
  const chance = createGenerator("gallery panel", 0);
  const regions = {hills: 0.05, plain: 0, coast: -0.05};
  const effects = new Map<string, number>();
  const rows: Row[] = [];
  for (let household = 1; household <= 90; ++household) {
    const [region, shift] = Object.entries(regions)[household % 3];
    const head = household % 2 === 0 ? "woman" : "man";
    const effect = 0.15 + (head === "woman" ? 0.1 : 0) + shift;
    effects.set(`${head},${region}`, effect);
    const level = 3 + 0.4 * chance.normal();
    for (let wave = 1; wave <= 6; ++wave) {
      const transfer = chance.uniform() < 0.5 ? 1 : 0;
      const mean = level + 0.05 * wave + transfer * effect;
      const spending = two(mean + 0.25 * chance.normal());
      rows.push({household, wave, region, head, transfer, spending});
    }
  }
  return file(rows, effects);
}

/** The effects of thirty sites' own experiments with their standard errors, twelve of them rural. */
export function sitesFile(): Simulated {
  const chance = createGenerator("gallery sites", 0);
  const effects = new Map<string, number>();
  const rows: Row[] = [];
  for (let k = 1; k <= 30; ++k) {
    const site = `S${String(k).padStart(2, "0")}`;
    const rural = k > 18 ? 1 : 0;
    const truth = 0.3 - 0.2 * rural + 0.15 * chance.normal();
    const error = two(0.06 + 0.14 * chance.uniform());
    effects.set(site, truth);
    rows.push({site, rural, effect: two(truth + error * chance.normal()), error});
  }
  return file(rows, effects);
}

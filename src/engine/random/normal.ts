// Standard normal draws from a generator by the ziggurat with 256 layers.
import {exp, log} from "../math/elementary.js";
import {normalCdf} from "../math/special.js";
import type {Generator} from "../types.js";

const LAYERS = 256;

/** Where the tail begins, so that 255 strips and base plus tail share one area. */
const TAIL_START = 3.6541528853610088;

/** Right ends of the layers from the base (a strip of tail's area included) to the top, which is 0. */
const EDGE = new Float64Array(LAYERS + 1);

/** The right ends in units of the last of 53 bits. */
const WIDTH = new Float64Array(LAYERS);

/** Heights exp(-x²/2) at the right ends. */
const HEIGHT = new Float64Array(LAYERS + 1);

fillLayers();

/**
 * One standard normal number, with 53 random bits inside a layer and an exact tail.
 * [marsaglia2000], with separate bits for layer, sign and place as in [doornik2005].
 */
export function drawNormal(generator: Pick<Generator, "uint32" | "uniform">): number {
  for (;;) {
    const high = generator.uint32();
    const layer = high & 255;
    // Bit 8 as ±1: a branch on it would be mispredicted every other time.
    const sign = 1 - ((high >>> 7) & 2);
    const x = ((high >>> 11) * 0x100000000 + generator.uint32()) * WIDTH[layer];
    if (x < EDGE[layer + 1]) return sign * x;
    if (layer === 0) return sign * drawTail(generator);
    if (isUnderCurve(x, layer, generator)) return sign * x;
  }
}

function isUnderCurve(x: number, layer: number, generator: Pick<Generator, "uniform">): boolean {
  const low = HEIGHT[layer];
  const y = low + generator.uniform() * (HEIGHT[layer + 1] - low);
  return y < exp(-0.5 * x * x);
}

function drawTail(generator: Pick<Generator, "uniform">): number {
  for (;;) {
    const excess = -log(generator.uniform()) / TAIL_START;
    const level = -log(generator.uniform());
    if (2 * level > excess * excess) return TAIL_START + excess;
  }
}

function fillLayers(): void {
  const height = exp(-0.5 * TAIL_START ** 2);
  const area = TAIL_START * height + Math.sqrt(2 * Math.PI) * normalCdf(-TAIL_START);
  EDGE[0] = area / height;
  EDGE[1] = TAIL_START;
  HEIGHT[1] = height;
  for (let i = 1; i < LAYERS - 1; ++i) {
    HEIGHT[i + 1] = HEIGHT[i] + area / EDGE[i];
    EDGE[i + 1] = Math.sqrt(-2 * log(HEIGHT[i + 1]));
  }
  HEIGHT[LAYERS] = 1;
  for (let i = 0; i < LAYERS; ++i) WIDTH[i] = EDGE[i] * 2 ** -53;
}

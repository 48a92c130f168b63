// Makes Framework's root complete: links to the sources, and a seed that keeps builds offline.
import {lstatSync, mkdirSync, symlinkSync} from "node:fs";
import {join} from "node:path";

/**
 * Links `<root>/<name>` to `src/<name>` for each name that is not there yet: Framework refuses
 * imports that leave its root. A junction needs no rights on Windows; elsewhere it is a plain link.
 */
export function linkSources(root: string, names: readonly string[]): void {
  for (const name of names) {
    const link = join(root, name);
    if (lstatSync(link, {throwIfNoEntry: false})) continue;
    symlinkSync(join("..", "src", name), link, "junction");
  }
}

const recommended = [
  "@observablehq/plot",
  "@observablehq/sample-datasets",
  "apache-arrow",
  "arquero",
  "d3",
  "d3-dsv",
  "echarts",
  "htl",
  "leaflet",
  "lodash",
  "mapbox-gl",
  "parquet-wasm",
  "react",
  "react-dom",
  "topojson-client"
];

/**
 * Makes an empty folder in Framework's cache for every library its standard library can load.
 * Without it a build asks the network for the newest version of each, used or not.
 */
export function seedCache(root: string): void {
  for (const name of recommended) {
    mkdirSync(join(root, ".observablehq/cache/_npm", `${name}@0.0.0`), {recursive: true});
  }
}

// A site on simulated rows says so everywhere, and is published only when that is allowed.
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {fromArrow} from "../data/arrow.js";
import {finder, type Finding} from "./finding.js";
import type {Site, SiteStudy} from "./site.js";

const found = finder("stand-in");

/** Findings on studies that stand on simulated rows, unless allowed, and on places that do not say so. */
export function checkStandIn(site: Site, allowed: boolean): Finding[] {
  return site.studies.flatMap((study) => {
    const {name, card} = study;
    const refused =
      card.stand_in && !allowed
        ? [
            found(
              name,
              "the study stands on simulated rows, in which nothing is a finding; put its file into data/raw, or allow it with --allow-stand-in"
            )
          ]
        : [];
    return [...refused, ...(card.stand_in ? silentPlaces(site, study) : []), ...mixed(site, study)];
  });
}

/** Pages of a study on a stand-in without the banner, and claims that it still tries. */
function silentPlaces({pages}: Site, {name, card}: SiteStudy): Finding[] {
  const silent = pages.filter(({path, text}) => {
    const shows = text.includes(`/_file/data/${name}/study.`);
    return shows && path !== "404.html" && !/stand-in data|simulated/i.test(withoutData(text));
  });
  return [
    ...silent.map(({path}) =>
      found(path, `the page shows ${name} on simulated rows and does not say so; add StandInBanner`)
    ),
    ...(card.claims.length > 0
      ? [found(name, "published claims are tried on simulated rows; run npm run report")]
      : [])
  ];
}

/** The page as readers see it: no scripts. */
function withoutData(text: string): string {
  return text.replaceAll(/<script\b[\s\S]*?<\/script>/g, "");
}

/** Tables whose own note differs from what the card says. */
function mixed(site: Site, {name, card}: SiteStudy): Finding[] {
  return [...site.files]
    .filter((path) => path.startsWith(`_file/data/${name}/`) && path.endsWith(".arrow"))
    .filter((path) => {
      const {metadata} = fromArrow(readFileSync(join(site.folder, path)));
      return (metadata.stand_in !== "") !== card.stand_in;
    })
    .map((path) =>
      found(
        path,
        `the table ${card.stand_in ? "does not say that its rows are simulated" : "says that its rows are simulated and the study does not"}; run npm run report`
      )
    );
}

// Every link leads somewhere: pages, anchors and files of the site; addresses elsewhere by their form.
import {posix} from "node:path";
import {finder, type Finding} from "./finding.js";
import type {Site, SitePage} from "./site.js";

const found = finder("links");

/** Findings on links that lead nowhere, one for each page and address. */
export function checkLinks(site: Site): Finding[] {
  const base = process.env.POOLHOUSE_BASE ?? "/";
  return site.pages.flatMap((page) =>
    [...new Set(addressesIn(page.html))].flatMap((address) => {
      const fault = faultOf(address, page, site, base);
      return fault === null ? [] : [found(page.path, `the link to ${address} ${fault}`)];
    })
  );
}

/** The values of href and src of real elements. */
function addressesIn(html: string): string[] {
  return [...html.matchAll(/<[a-z][\w-]*\b[^>]*?\s(?:href|src|xlink:href)="([^"]*)"/gi)].map(
    ([, address = ""]) => address.replaceAll("&amp;", "&")
  );
}

function faultOf(address: string, page: SitePage, site: Site, base: string): string | null {
  if (/^(data|blob):/i.test(address)) return null;
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(address)) return foreignFault(address);
  const [asked = "", fragment = ""] = address.split("#", 2);
  const [path = ""] = asked.split("?", 1);
  const target = path === "" ? page.path : targetOf(path, page, site, base);
  if (target === null)
    return "leads to nothing in the site; correct it (the file of a page ends in .html) or add what it leads to";
  if (fragment === "") return null;
  const there = site.pages.find((one) => one.path === target);
  if (there === undefined || idsIn(there.html).has(decode(fragment))) return null;
  return `leads to a place that ${target} does not have; correct the part after #`;
}

/** The file that a path leads to on any static server: the one of that name, or a folder's front page. */
function targetOf(path: string, page: SitePage, site: Site, base: string): string | null {
  const absolute = path.startsWith("/");
  if (absolute && !path.startsWith(base)) return null;
  const from = absolute ? path.slice(base.length) : posix.join(posix.dirname(page.path), path);
  const named = decode(posix.normalize(from));
  const file = /(^\.|\/)$/.test(named) ? posix.join(named, "index.html") : named;
  return site.files.has(file) ? file : null;
}

function foreignFault(address: string): string | null {
  const remedy = "write the whole address, beginning with https://";
  if (/^mailto:[^@\s]+@[^@\s]+\.[^@\s]+$/i.test(address)) return null;
  if (!URL.canParse(address) || /\s/.test(address)) return `is no address; ${remedy}`;
  const {protocol, hostname} = new URL(address);
  if (!/^https?:$/.test(protocol)) return `is of an unusual kind (${protocol}); ${remedy}`;
  return /\w\.\w{2,}$/.test(hostname) ? null : `names no host; ${remedy}`;
}

const known = new Map<string, ReadonlySet<string>>();

function idsIn(html: string): ReadonlySet<string> {
  const ids =
    known.get(html) ??
    new Set([...html.matchAll(/\s(?:id|name)="([^"]+)"/g)].map(([, id = ""]) => decode(id)));
  known.set(html, ids);
  return ids;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("&amp;", "&"));
  } catch {
    return text;
  }
}

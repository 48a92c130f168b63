// Where the raw files of the studies come from, and how to know them.

/** A publication in parts, for reference managers. */
export interface Reference {
  /** How to cite it, whole, where that could not be taken apart. */
  readonly note?: string;
  readonly kind: "article" | "data";
  /** Family name first: "Bush, Sarah Sunn". */
  readonly authors: readonly string[];
  /** Left out where it is not known. */
  readonly year?: number;
  readonly title: string;
  /** The journal, or the archive that publishes the data; left out where it is not known. */
  readonly publisher?: string;
  readonly volume?: string;
  readonly number?: string;
  readonly pages?: string;
  readonly doi?: string;
}

/** A raw file: what it is, where it is to be had, and how to tell that it is the right one. */
export interface Source {
  readonly id: string;
  readonly title: string;
  /** The file's name in a data folder. */
  readonly file: string;
  readonly bytes: number;
  /** The hash of its bytes, in lower-case hexadecimal digits. */
  readonly sha256: string;
  /** Says that rows of another length than the header are left out, not refused. */
  readonly ragged?: "leave out";
  /** The DOI of the data set, where it has one. */
  readonly doi?: string;
  /** Addresses of the file itself, the first to be tried first. */
  readonly urls: readonly string[];
  readonly licence: string;
  readonly citation: string;
  /** What to cite with it: the data where they are published, the article where there is none. */
  readonly reference: Reference;
}

const REPOSITORY =
  "https://raw.githubusercontent.com/joshuaalley/het-effects/74da47f8d63dc269457d1fb537ed75f84d61aa3a/data";

/** Bush and Prather's survey experiment in the United States. */
export const sideTakingSource: Source = {
  id: "side-taking",
  title: "Foreign side-taking and support for economic engagement, United States, 2016",
  file: "bush-prather-us-data-all.dta",
  bytes: 89_227,
  sha256: "60bc2b6f3ccd0bb3f3dc0e9eee2ac58152bc88eae5fddfe8f93500ef86c502cc",
  doi: "10.7910/DVN/AD8CKP",
  urls: [`${REPOSITORY}/bush-prather-rep/bush-prather-us-data-all.dta`],
  licence: "Terms of the Harvard Dataverse entry; fetched from a public copy, never redistributed",
  citation:
    "Bush, Sarah Sunn, and Lauren Prather. 2020. Replication data for “Foreign Meddling and Mass " +
    "Attitudes Toward International Economic Engagement”. Harvard Dataverse. doi:10.7910/DVN/AD8CKP. " +
    "Article: International Organization, doi:10.1017/S0020818320000156.",
  reference: {
    kind: "data",
    authors: ["Bush, Sarah Sunn", "Prather, Lauren"],
    year: 2020,
    title:
      "Replication data for “Foreign Meddling and Mass Attitudes Toward International Economic Engagement”",
    publisher: "Harvard Dataverse",
    doi: "10.7910/DVN/AD8CKP"
  }
};

/** Tomz and Weeks's survey experiment, study 1. */
export const alliancesSource: Source = {
  id: "alliances",
  title: "Military alliances and public support for war, United States, 2017",
  file: "2017-04-YouGov-extracted.dta",
  bytes: 66_347,
  sha256: "7f7c6268a16111055d5b6eb6b433550a69e9c92358c12b71fb361b8e4d91b643",
  urls: [`${REPOSITORY}/tomz-weeks-rep/2017-04-YouGov-extracted.dta`],
  licence:
    "No licence stated by the authors' archive; fetched from a public copy, never redistributed",
  citation:
    "Tomz, Michael, and Jessica L. P. Weeks. 2021. “Military Alliances and Public Support for War.” " +
    "International Studies Quarterly 65 (3): 811–824. Authors' replication archive.",
  reference: {
    kind: "article",
    authors: ["Tomz, Michael", "Weeks, Jessica L. P."],
    year: 2021,
    title: "Military Alliances and Public Support for War",
    publisher: "International Studies Quarterly",
    volume: "65",
    number: "3",
    pages: "811–824"
  }
};

/** All declared sources. */
export const sources: readonly Source[] = [sideTakingSource, alliancesSource];
